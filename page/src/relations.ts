// Which spans a span speaks of: holder, expression and target; source, cue and content; payer, payee.
import { type Bead, type Lang, LANGS, type Model, offsets, type Offsets, type Span } from "./model";

export interface Relation {
  from: Offsets;
  to: Offsets;
  lang: Lang;
  layer: Span["layer"];
  name: string;
  /** The span at the other end, where it is one. */
  span?: Span;
}

/** Return the relations that begin at a span. */
export function relations(model: Model, span: Span): Relation[] {
  const found: Relation[] = [];
  const add = (name: string, to: Span | Offsets | undefined) => {
    if (!to) return;
    const end = "key" in to ? { to, span: to } : { to };
    found.push({ from: span, lang: span.lang, layer: span.layer, name, ...end });
  };
  const mention = (id: string) => model.span(span.article, "mentions", span.fields[id], span.lang);
  const cue = (id: string) => model.span(span.article, "attributions", span.fields[id], span.lang);
  const place = (name: string) => pair(span.fields[name]);
  switch (span.layer) {
    case "stances":
      add("holder", mention("holder"));
      add("target", mention("target") ?? place("target_span"));
      add("condition", place("condition"));
      add("attribution", cue("attribution"));
      break;
    case "attributions":
      add("source", mention("source"));
      for (const piece of offsets(span.fields.content)) add("content", piece);
      add("parent", cue("parent"));
      break;
    case "amounts":
      add("modifier", place("modifier"));
      for (const role of ["payer", "payee", "about"]) add(role, nearest(model, span, role));
      break;
    case "mentions":
      add("parent", mention("parent"));
      break;
    default:
  }
  return found;
}

function pair(value: unknown): Offsets | undefined {
  if (!Array.isArray(value)) return undefined;
  return { start: Number(value[0]), end: Number(value[1]) };
}

/** Return the mention of an amount's payer, payee or subject that is nearest to it in its sentence. */
function nearest(model: Model, span: Span, role: string): Span | undefined {
  const entity = span.fields[role];
  if (typeof entity !== "string") return undefined;
  const bead = model.articles.get(span.article)?.beads.find((one) => one.id === span.bead);
  return bead?.spans[span.lang]
    .filter((one) => one.layer === "mentions" && one.fields.entity === entity)
    .sort((a, b) => Math.abs(a.start - span.start) - Math.abs(b.start - span.start))[0];
}

/** Return all relations that begin in a bead. */
export function relationsOf(model: Model, bead: Bead, layers: ReadonlySet<string>): Relation[] {
  return LANGS.flatMap((lang) => bead.spans[lang])
    .filter((span) => layers.has(span.layer))
    .flatMap((span) => relations(model, span));
}

/** Return spans that light up with a span, by why: its counterpart, coreferents, claims, relations. */
export function relatives(model: Model, span: Span): Map<string, string> {
  const lit = new Map<string, string>();
  const add = (one: Span | undefined, why: string) => {
    if (one && !lit.has(one.key)) lit.set(one.key, why);
  };
  add(span, "on");
  const counterpart = model.counterpart(span);
  add(counterpart, "pair");
  for (const one of [span, ...(counterpart ? [counterpart] : [])])
    for (const relation of relations(model, one)) add(relation.span, "related");
  for (const one of coreferents(model, span)) add(one, "coref");
  for (const one of claims(model, span)) add(one, "claim");
  return lit;
}

/** Return the other mentions of the same entity in the article. */
export function coreferents(model: Model, span: Span): Span[] {
  if (span.layer !== "mentions" || !span.fields.entity) return [];
  return (model.mentionsOf.get(String(span.fields.entity)) ?? []).filter(
    (one) => one.article === span.article && one.id !== span.id,
  );
}

/** Return the other claims of the same fact, in any article. */
export function claims(model: Model, span: Span): Span[] {
  if (span.layer !== "amounts" || !span.fields.fact) return [];
  return (model.claimsOf.get(String(span.fields.fact)) ?? []).filter(
    (one) => one.article !== span.article || one.id !== span.id,
  );
}
