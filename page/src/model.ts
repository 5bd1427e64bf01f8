// The data of the page: compact tables in, articles with their beads and spans out.
import type { Index } from "./library";
import { Text } from "./text";

export type Lang = "fr" | "en";
export const LANGS: readonly Lang[] = ["fr", "en"];
export const LAYERS = [
  "mentions", "amounts", "attributions", "conditionals", "stances", "flaws",
] as const;
export type Layer = (typeof LAYERS)[number];

/** The field of each layer that is shown as the label of its spans. */
export const LABELS: Record<Layer, string> = {
  mentions: "type",
  amounts: "kind",
  attributions: "quotation",
  conditionals: "use",
  stances: "attitude",
  flaws: "category",
};

export type Value = string | number | boolean | null | Value[] | { [name: string]: Value };
export interface Offsets {
  start: number;
  end: number;
}
/** A table: compact, as the page holds it, or row by row, as it is read from Parquet. */
type Table = { columns: string[]; rows: Value[][] } | Record<string, Value>[];

export interface About {
  name: string;
  title: string;
  version: string;
  digest: string | null;
  kind: "release" | "corpus";
  authors: string[];
  date: string | null;
  licence: string | null;
  url: string | null;
  changelog: string | null;
  visavis: string;
}

export interface Rule {
  layer: string;
  title: string;
  text: string;
}

export interface Ruling extends Offsets {
  article: string;
  layer: Layer;
  lang: Lang;
  passes: string[];
  differs: string[];
  only: string | null;
  kept: string | null;
  rule: string | null;
  reason: string | null;
}

export interface ChangedRow {
  table: string;
  key: Record<string, Value>;
  kind: "added" | "removed" | "changed";
  old: Record<string, Value> | null;
  new: Record<string, Value> | null;
  /** The sentences as they were, where their text is open; the span by code points in them. */
  before: { lang: Lang; text: string; span: [number, number] | null }[];
}

export interface PageData {
  about: About;
  tables: Record<string, Table>;
  rules: Record<string, Rule>;
  /** Rule ids of the spans that the guidelines give as examples, by key of the span. */
  examples: Record<string, string[]>;
  passes: Record<string, Value>[];
  /** Which passes read an article for a layer, and have a span (by row of its layer): bits in the order of `passes`. */
  readings: { articles: Record<string, Record<string, number>>; spans: Record<string, number[]> };
  /** Pairs of members of a fact (by position) that have no value in common. */
  clashes: Record<string, [number, number][]>;
  /** The versions there are, the newest first, with the address of their page from this one. */
  versions: { version: string; sha256: string | null; page: string | null }[];
  /** What changed since other releases. */
  changes: { version: string; count: number; rows: ChangedRow[] }[];
  approximation: number;
  meanings: Record<string, Record<string, string>>;
  /** What the page knows of a release that it reads from Parquet beside it. */
  library?: Index;
}

export interface Span extends Offsets {
  key: string;
  layer: Layer;
  id: string;
  lang: Lang;
  article: string;
  bead: string | null;
  fields: Record<string, Value>;
  /** Passes that have a span of this layer at this place, as bits. */
  passes: number;
}

export interface Bead {
  id: string;
  article: Article;
  type: string;
  region: string | null;
  method: string;
  confidence: number | null;
  verified: boolean;
  sides: Record<Lang, Offsets[]>;
  spans: Record<Lang, Span[]>;
}

export interface Article {
  id: string;
  fields: Record<string, Value>;
  title: string | null;
  date: string;
  texts: Record<Lang, Text | null>;
  sha256: Record<Lang, string | null>;
  beads: Bead[];
  spans: Span[];
}

export interface Fact {
  id: string;
  fields: Record<string, Value>;
  members: { article: string; id: string }[];
  verdict: string;
}

export interface Entity {
  id: string;
  type: string;
  names: Record<Lang, string>;
  fields: Record<string, Value>;
}

export class Model {
  readonly about: About;
  readonly rules: Record<string, Rule>;
  readonly articles = new Map<string, Article>();
  readonly beads: Bead[] = [];
  readonly spans = new Map<string, Span>();
  readonly facts = new Map<string, Fact>();
  readonly entities = new Map<string, Entity>();
  readonly rulings: Ruling[];
  readonly mentionsOf = new Map<string, Span[]>();
  readonly claimsOf = new Map<string, Span[]>();
  readonly rulingsAt = new Map<string, Ruling[]>();

  constructor(readonly data: PageData) {
    this.about = data.about;
    this.rules = data.rules;
    for (const row of rows(data.tables.articles)) this.addArticle(row);
    for (const row of rows(data.tables.beads)) this.addBead(row);
    for (const layer of LAYERS)
      rows(data.tables[layer]).forEach((row, at) => this.addSpan(layer, row, data.readings.spans[layer]?.[at] ?? 0));
    for (const row of rows(data.tables.kb)) {
      const id = String(row.id);
      const names = { fr: String(row.name_fr), en: String(row.name_en) };
      this.entities.set(id, { id, type: String(row.type), names, fields: row });
    }
    for (const row of rows(data.tables.facts)) {
      const members = row.members as unknown as Fact["members"];
      this.facts.set(String(row.id), {
        id: String(row.id), fields: row, members, verdict: String(row.verdict),
      });
    }
    this.rulings = rows(data.tables.rulings) as unknown as Ruling[];
    for (const ruling of this.rulings) {
      const place = placeOf(ruling.article, ruling.layer, ruling.lang, ruling);
      push(this.rulingsAt, place, ruling);
    }
  }

  private addArticle(row: Record<string, Value>): void {
    const text = (lang: Lang) => (typeof row[lang] === "string" ? new Text(row[lang]) : null);
    const { fr: _fr, en: _en, ...fields } = row;
    this.articles.set(String(row.id), {
      id: String(row.id),
      fields,
      title: row.title === null ? null : String(row.title),
      date: String(row.published ?? row.collected ?? ""),
      texts: { fr: text("fr"), en: text("en") },
      sha256: { fr: row.sha256_fr as string | null, en: row.sha256_en as string | null },
      beads: [],
      spans: [],
    });
  }

  private addBead(row: Record<string, Value>): void {
    const article = this.articles.get(String(row.article));
    if (!article) return;
    const bead: Bead = {
      id: String(row.id),
      article,
      type: String(row.type),
      region: row.region as string | null,
      method: String(row.method),
      confidence: row.confidence as number | null,
      verified: row.verified === true,
      sides: { fr: offsets(row.fr), en: offsets(row.en) },
      spans: { fr: [], en: [] },
    };
    article.beads.push(bead);
    this.beads.push(bead);
  }

  private addSpan(layer: Layer, row: Record<string, Value>, passes: number): void {
    const { article, bead, id, lang, start, end, ...fields } = row;
    const owner = this.articles.get(String(article));
    if (!owner) return;
    const span: Span = {
      key: keyOf(String(article), layer, String(id), lang as Lang),
      layer,
      id: String(id),
      lang: lang as Lang,
      article: String(article),
      bead: bead as string | null,
      start: start as number,
      end: end as number,
      fields,
      passes,
    };
    this.spans.set(span.key, span);
    owner.spans.push(span);
    // Few beads an article: a linear look-up is fast enough and needs no second index.
    owner.beads.find((one) => one.id === span.bead)?.spans[span.lang].push(span);
    if (layer === "mentions" && fields.entity) push(this.mentionsOf, String(fields.entity), span);
    if (layer === "amounts" && fields.fact) push(this.claimsOf, String(fields.fact), span);
  }

  /** Return a span by the parts of its key. */
  span(article: string, layer: Layer, id: Value | undefined, lang: Lang): Span | undefined {
    return typeof id === "string" ? this.spans.get(keyOf(article, layer, id, lang)) : undefined;
  }

  /** Return the span of the other language that is the same thing. */
  counterpart(span: Span): Span | undefined {
    return this.span(span.article, span.layer, span.id, other(span.lang));
  }

  /** Return the words of a span, or null where the text is not here. */
  surface(span: Offsets & { article: string; lang: Lang }): string | null {
    const text = this.articles.get(span.article)?.texts[span.lang];
    return text ? text.slice(span.start, span.end) : null;
  }

  /** Return the text of one side of a bead, or null where the text or the side is not here. */
  side(bead: Bead, lang: Lang): string | null {
    const place = extent(bead, lang);
    const text = bead.article.texts[lang];
    return place && text ? text.slice(place.start, place.end).replace(/\s+$/u, "") : null;
  }

  /** Return the entity that holds a stance, AUTHOR, or null where the holder has no entity. */
  holder(span: Span): string | null {
    if (span.fields.holder === "AUTHOR") return "AUTHOR";
    const mention = this.span(span.article, "mentions", span.fields.holder, span.lang);
    return (mention?.fields.entity as string | null | undefined) ?? null;
  }

  /** Return the entities that a stance is taken to: the target's, or those named in its words. */
  targets(span: Span): string[] {
    const mention = this.span(span.article, "mentions", span.fields.target, span.lang);
    const place = span.fields.target_span as [number, number] | null | undefined;
    const inside = place
      ? (this.articles.get(span.article)?.spans ?? []).filter((one) =>
          one.layer === "mentions" && one.lang === span.lang && place[0] <= one.start && one.end <= place[1])
      : [];
    const named = [...(mention ? [mention] : []), ...inside].map((one) => one.fields.entity);
    return [...new Set(named.filter((one) => typeof one === "string"))];
  }

  /** Return the name of an entity in a language, or its id. */
  name(id: Value | undefined, lang: Lang): string {
    return this.entities.get(String(id))?.names[lang] ?? String(id);
  }

  /** Return the attributions around a span, the innermost first. */
  sources(span: Span): Span[] {
    const around = (this.articles.get(span.article)?.spans ?? [])
      .filter((one) => one.layer === "attributions" && one.lang === span.lang)
      .map((one) => ({ one, piece: pieceAround(one, span) }))
      .filter((each) => each.piece !== undefined);
    around.sort((a, b) => size(a.piece!) - size(b.piece!));
    return around.map((each) => each.one);
  }

  /** Return who an attribution names as its source. */
  sourceName(attribution: Span, lang: Lang): string {
    const mention = this.span(
      attribution.article, "mentions", attribution.fields.source, attribution.lang,
    );
    if (!mention) return String(attribution.fields.source ?? "ANON");
    if (mention.fields.entity) return this.name(mention.fields.entity, lang);
    return this.surface(mention) ?? mention.id;
  }
}

function pieceAround(attribution: Span, span: Offsets): Offsets | undefined {
  return offsets(attribution.fields.content ?? []).find(
    (piece) => piece.start <= span.start && span.end <= piece.end,
  );
}

function size(piece: Offsets): number {
  return piece.end - piece.start;
}

/** Return offsets as records: the tables have them as pairs. */
export function offsets(value: Value | undefined): Offsets[] {
  return ((value ?? []) as [number, number][]).map(([start, end]) => ({ start, end }));
}

/** Return where one side of a bead begins and ends, or null where it has no sentence. */
export function extent(bead: Bead, lang: Lang): Offsets | null {
  const side = bead.sides[lang];
  return side.length ? { start: side[0]!.start, end: side[side.length - 1]!.end } : null;
}

export function other(lang: Lang): Lang {
  return lang === "fr" ? "en" : "fr";
}

export function keyOf(article: string, layer: string, id: string, lang: Lang): string {
  return `${article}/${layer}:${id}:${lang}`;
}

export function placeOf(article: string, layer: string, lang: Lang, at: Offsets): string {
  return `${article}/${layer}:${lang}:${at.start}-${at.end}`;
}

export function label(span: Span): string {
  return String(span.fields[LABELS[span.layer]] ?? span.layer);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function rows(table: Table | undefined): Record<string, Value>[] {
  if (!table) return [];
  if (Array.isArray(table)) return table;
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map((name, index) => [name, row[index] ?? null])),
  );
}
