// Questions to the corpus: a query is a set of conditions on a bead and on one span in it.
import {
  type Bead, type Lang, LANGS, type Layer, LAYERS, type Model, type Offsets, type Span, type Value,
} from "./model";
import { fold, origins } from "./text";

/** The parameters of a query, as they are in a link. All are optional, all must hold. */
export type Query = Record<string, string>;

/** Fields of a layer that a query can ask for, besides the values of an amount. */
export const FIELDS: Record<Layer, string[]> = {
  mentions: ["type", "subtype", "form", "reading", "relation", "omitted"],
  amounts: ["kind", "unit", "comparator", "role", "payer", "payee", "about", "relation", "omitted"],
  attributions: ["quotation", "relation", "omitted"],
  conditionals: ["use", "alternative", "rendering", "relation", "omitted"],
  stances: [
    "attitude", "polarity", "intensity", "negated", "factuality", "holder_entity", "target_entity",
    "relation", "omitted",
  ],
  flaws: ["category", "severity", "recoverable"],
};

/** Fields of the article of a bead that a query can ask for. */
export const ARTICLE_FIELDS = ["article", "genre", "story", "split", "origin"];

export interface Hit {
  model: Model;
  bead: Bead;
  spans: Span[];
  /** Where the words are in each side; worked out when it is read, for few hits are drawn at once. */
  readonly marks: Record<Lang, Offsets[]>;
  /** Return the folded text of a side from the first word on, or null where no word was asked for. */
  after(lang: Lang): string | null;
}

/** Return the values of a field of a span; a stance may have several target entities. */
export function values(model: Model, span: Span, name: string): Value[] {
  if (name === "holder_entity") return [model.holder(span)];
  if (name === "target_entity") {
    const targets = model.targets(span);
    return targets.length ? targets : [null];
  }
  return [span.fields[name] ?? null];
}

interface Term {
  words: string[];
  once: RegExp;
  pattern: RegExp;
  negative: boolean;
}

/** Cut a search into its terms: words, "phrases", -excluded, begin*. */
export function terms(search: string): { words: string; prefix: boolean; negative: boolean }[] {
  const found = [];
  for (const match of search.matchAll(/(-?)(?:"([^"]*)"|(\S+))/gu)) {
    const raw = match[2] ?? match[3] ?? "";
    const prefix = match[2] === undefined && raw.endsWith("*");
    const words = fold(raw).match(/[\p{L}\p{N}]+/gu);
    if (words) found.push({ words: words.join(" "), prefix, negative: match[1] === "-" });
  }
  return found;
}

/** Return the regular expression of a term, which polars reads too: no look-around. */
export function expression(term: { words: string; prefix: boolean }): string {
  const body = term.words.replaceAll(" ", "[^\\p{L}\\p{N}]+");
  return `(?:^|[^\\p{L}\\p{N}])${body}${term.prefix ? "" : "(?:[^\\p{L}\\p{N}]|$)"}`;
}

function compiled(search: string): Term[] {
  return terms(search).map((term) => {
    const body = term.words.replaceAll(" ", "[^\\p{L}\\p{N}]+");
    const end = term.prefix ? "" : "(?![\\p{L}\\p{N}])";
    const source = `(?<![\\p{L}\\p{N}])${body}${end}`;
    const words = term.words.split(" ");
    const { negative } = term;
    return { words, once: new RegExp(source, "u"), pattern: new RegExp(source, "gu"), negative };
  });
}

type Sides = Record<Lang, string | null>;
const FOLDED = new WeakMap<Bead, { version: number; sides: Sides }>();
let version = 0;

/** Forget the folded texts: a reader has added one. */
export function refresh(): void {
  version += 1;
}

function folded(model: Model, bead: Bead): Sides {
  const kept = FOLDED.get(bead);
  if (kept && kept.version === version) return kept.sides;
  const side = (lang: Lang) => {
    const text = model.side(bead, lang);
    return text === null ? null : fold(text);
  };
  const sides = { fr: side("fr"), en: side("en") };
  FOLDED.set(bead, { version, sides });
  return sides;
}

/** Fold all texts while the browser has nothing to do, so that the first search is as fast. */
export function warm(model: Model, from = 0): void {
  const next = (work: () => void) =>
    "requestIdleCallback" in window ? requestIdleCallback(work) : setTimeout(work, 50);
  next(() => {
    for (const bead of model.beads.slice(from, from + 100)) folded(model, bead);
    if (from + 100 < model.beads.length) warm(model, from + 100);
  });
}

/** Return whether a side has what the terms ask for, and nothing that they exclude. */
function matches(text: string | null, search: Term[]): boolean {
  if (!search.length) return true;
  if (text === null) return false;
  // Looking for the bare words first spares most sides the slower expression.
  return search.every(({ words, once, negative }) =>
    negative !== (words.every((word) => text.includes(word)) && once.test(text)));
}

/** Return where the terms are in a side, in code points of its text. */
function marksIn(text: string | null, side: string | null, search: Term[]): Offsets[] {
  if (text === null || side === null || !search.length) return [];
  const origin = origins(text);
  return search.filter((term) => !term.negative).flatMap(({ pattern }) =>
    [...side.matchAll(pattern)].map((hit) => ({
      start: origin[hit.index]!, end: origin[hit.index + hit[0].length - 1]! + 1,
    })));
}

function found(model: Model, bead: Bead, spans: Span[], search: Record<Lang, Term[]>): Hit {
  let marks: Record<Lang, Offsets[]> | undefined;
  const on = (lang: Lang) => marksIn(model.side(bead, lang), folded(model, bead)[lang], search[lang]);
  return {
    model,
    bead,
    spans,
    get marks() {
      marks ??= { fr: on("fr"), en: on("en") };
      return marks;
    },
    after(lang) {
      const first = search[lang].find((term) => !term.negative);
      const side = first ? folded(model, bead)[lang] : null;
      return side === null ? null : side.slice(Math.max(0, side.search(first!.once)));
    },
  };
}

/** Return a number as people write it: "13 billion", "13,5 milliards", "13e9", "33%". */
export function amount(text: string | undefined): number | null {
  const match = /^\s*([+-]?[\d\s.,']+(?:e[+-]?\d+)?)\s*([\p{L}%]*)\.?\s*$/iu.exec(text ?? "");
  if (!match) return null;
  const digits = match[1]!.replace(/[\s']/gu, "");
  // "1,000,000" has groups of three; "13,5" has a decimal comma.
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/u.test(digits)
    ? digits.replaceAll(",", "")
    : digits.replace(",", ".");
  const scale = SCALES[fold(match[2]!)];
  const value = Number(plain) * (scale ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}

const SCALES: Record<string, number> = {
  "": 1, "%": 1, thousand: 1e3, k: 1e3, mille: 1e3, m: 1e6, million: 1e6, millions: 1e6, bn: 1e9,
  b: 1e9, billion: 1e9, billions: 1e9, md: 1e9, milliard: 1e9, milliards: 1e9, trillion: 1e12,
  trillions: 1e12, billiard: 1e15,
};

/** Return whether a span is what the query asks for. */
function spanHolds(model: Model, span: Span, query: Query, names: string[]): boolean {
  if (query.side && query.side !== span.lang) return false;
  for (const name of names) {
    const own = values(model, span, name);
    const asked = query[name]!.split("|");
    const holds = (value: Value) => asked.includes(value === null ? "-" : String(value));
    if (!own.some(holds)) return false;
  }
  const least = amount(query.min);
  const most = amount(query.max);
  if (span.layer === "amounts" && (least !== null || most !== null)) {
    if (span.fields.value === null || span.fields.value === undefined) return false;
    const low = Number(span.fields.value);
    const high = Number(span.fields.value_max ?? span.fields.value);
    if (high < (least ?? -Infinity) || low > (most ?? Infinity)) return false;
  }
  return true;
}

/** Return the beads that a query asks for, in the order of the corpus. */
export function ask(model: Model, query: Query): Hit[] {
  const search = { fr: compiled(query.fr ?? ""), en: compiled(query.en ?? "") };
  const layer = LAYERS.find((one) => one === query.layer);
  const names = layer ? FIELDS[layer].filter((name) => query[name]) : [];
  const ofArticle = ARTICLE_FIELDS.filter((name) => query[name]);
  const hits: Hit[] = [];
  for (const bead of model.beads) {
    if (query.type_bead && bead.type !== query.type_bead) continue;
    if (!ofArticle.every((name) => articleHolds(bead, name, query[name]!))) continue;
    let spans: Span[] = [];
    if (query.entity) {
      const named = [...bead.spans.fr, ...bead.spans.en].filter(
        (span) => span.layer === "mentions" && span.fields.entity === query.entity,
      );
      if (!named.length) continue;
      spans = named;
    }
    if (layer) {
      const asked = LANGS.flatMap((lang) => bead.spans[lang]).filter(
        (span) => span.layer === layer && spanHolds(model, span, query, names),
      );
      if (!asked.length) continue;
      spans = asked;
    }
    if (search.fr.length || search.en.length) {
      const texts = folded(model, bead);
      if (!matches(texts.fr, search.fr) || !matches(texts.en, search.en)) continue;
    }
    hits.push(found(model, bead, spans, search));
  }
  return hits;
}

function articleHolds(bead: Bead, name: string, asked: string): boolean {
  const { fields } = bead.article;
  return String(fields[name === "article" ? "id" : name]) === asked;
}

export const SORTS = ["order", "fr", "en", "label", "value", "date"] as const;

/** Sort hits: by corpus order, by the words of a side from the match on, by label, value or date. */
export function sorted(model: Model, hits: Hit[], by: string): Hit[] {
  const key = (hit: Hit): string | number => {
    const span = hit.spans[0];
    switch (by) {
      case "fr":
      case "en": {
        const after = hit.after(by);
        if (after !== null) return after.replace(/^[^\p{L}\p{N}]+/u, "");
        const side = model.side(hit.bead, by) ?? "";
        const own = hit.spans.find((one) => one.lang === by);
        const origin = hit.bead.sides[by][0]?.start ?? 0;
        const from = own ? own.start - origin : 0;
        return fold(Array.from(side).slice(from).join("")).replace(/^[^\p{L}\p{N}]+/u, "");
      }
      case "label":
        return span ? Object.values(span.fields).map(String).join(" ") : "";
      case "value":
        return Number(span?.fields.value ?? Number.POSITIVE_INFINITY);
      case "date":
        return hit.bead.article.date;
      default:
        return 0;
    }
  };
  if (by === "order" || !by) return hits;
  const keyed = hits.map((hit, index) => ({ hit, index, key: key(hit) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index));
  return keyed.map((each) => each.hit);
}

/** Count hits by a field of the article or of the spans that were asked for. */
export function counts(model: Model, hits: Hit[], by: string): [string, number][] {
  const counted = new Map<string, number>();
  for (const hit of hits) {
    const own = ARTICLE_FIELDS.includes(by)
      ? [hit.bead.article.fields[by === "article" ? "id" : by] ?? null]
      : hit.spans.flatMap((span) => values(model, span, by));
    for (const value of new Set(own.map((one) => (one === null ? "-" : String(one)))))
      counted.set(value, (counted.get(value) ?? 0) + 1);
  }
  return [...counted].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
