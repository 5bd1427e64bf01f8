// Fact pages: every claim in order of time, with its source and its bounds on a number line.
import type { App } from "./app";
import { h, s } from "./dom";
import type { Fact, Span } from "./model";
import { actions, spanRef, who } from "./panel";
import { link, type Route } from "./routes";
import { claim, quantity, t } from "./words";

interface Claim {
  member: number;
  span: Span;
  pair: Span | undefined;
  date: string;
  low: number;
  high: number;
  /** Whether the bound itself is left out: "more than", "less than". */
  strict: boolean;
}

/** Return the claims of a fact, the earliest first. */
function claimsOf(app: App, fact: Fact): Claim[] {
  const { model } = app;
  const found = fact.members.flatMap(({ article, id }, member) => {
    const fr = model.span(article, "amounts", id, "fr");
    const en = model.span(article, "amounts", id, "en");
    const span = fr ?? en;
    if (!span) return [];
    const date = model.articles.get(article)?.date ?? "";
    const strict = ["gt", "lt"].includes(String(span.fields.comparator));
    return [{ member, span, pair: fr ? en : undefined, date, strict, ...interval(app, span) }];
  });
  return found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.member - b.member));
}

/** Return the values that a claim admits; the corpus has the same rule for its verdicts. */
function interval(app: App, span: Span): { low: number; high: number } {
  const { value, value_max: upper, comparator } = span.fields;
  if (value === null || value === undefined) return { low: Number.NaN, high: Number.NaN };
  const exact = Number(value);
  const part = app.model.data.approximation;
  switch (comparator) {
    case "approx":
      return { low: exact * (1 - part), high: exact * (1 + part) };
    case "gt":
    case "ge":
      return { low: exact, high: Infinity };
    case "lt":
    case "le":
      return { low: -Infinity, high: exact };
    case "between":
      return { low: exact, high: Number(upper ?? value) };
    default:
      return { low: exact, high: exact };
  }
}

const ORDER = ["contradict", "compatible", "agree", "single"];

/** Return the list of facts, those that contradict first. */
export function factList(app: App, route: Route): HTMLElement {
  const asked = route.query.verdict ?? "";
  const all = [...app.model.facts.values()].filter((one) => one.members.length > 0);
  const facts = all
    .filter((one) => !asked || one.verdict === asked)
    .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || b.members.length - a.members.length);
  const tab = (verdict: string) => h("a", {
    href: link(app.model, "facts", [], { verdict }), "aria-current": asked === verdict ? "true" : null,
  }, `${verdict || t("all")} (${all.filter((one) => !verdict || one.verdict === verdict).length})`);
  return h("div", { class: "page" }, h("h1", null, t("facts")),
    h("nav", { class: "tabs", "aria-label": t("verdict") }, ["", ...ORDER].map(tab)),
    h("ul", { class: "list" }, facts.map((fact) => h("li", null,
      h("a", { href: link(app.model, "fact", [fact.id]) }, String(fact.fields.label)),
      " ", h("span", { class: `verdict ${fact.verdict}` }, fact.verdict), ` ${fact.members.length} ${t("claimsN")}`))));
}

/** Return the page of a fact. */
export function factPage(app: App, route: Route): HTMLElement {
  const { model } = app;
  const fact = model.facts.get(route.parts[0] ?? "");
  if (!fact) return h("p", { class: "notice", role: "alert" }, `${t("missing")} ${route.parts[0]}`);
  const claims = claimsOf(app, fact);
  const clashes = model.data.clashes[fact.id] ?? [];
  const against = (one: Claim) => claims.flatMap((other, index) =>
    clashes.some(([a, b]) => (a === one.member && b === other.member) || (b === one.member && a === other.member)) ? [index + 1] : []);
  const people = (["payer", "payee", "about"] as const).flatMap((role) => fact.fields[role]
    ? [h("li", null, `${role}: `, h("a", { href: link(model, "entity", [String(fact.fields[role])]) }, model.name(fact.fields[role], app.lang)))] : []);
  return h("div", { class: "page fact" },
    h("p", null, h("a", { href: link(model, "facts") }, t("facts"))),
    h("h1", null, String(fact.fields.label)),
    h("p", null, `${t("verdict")}: `, h("span", { class: `verdict ${fact.verdict}` }, fact.verdict), ` · ${claims.length} ${t("claimsN")} · ${fact.fields.role} · ${fact.fields.kind} ${fact.fields.unit ?? ""}`),
    h("ul", { class: "inline" }, people),
    line(claims, fact.fields.unit, claims.map((one) => against(one).length > 0)),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": t("claimsN") }, h("table", { class: "claims" },
      h("thead", null, h("tr", null, ["#", t("date"), t("claim"), t("source"), t("sentence"), t("contradicts")].map((one) => h("th", { scope: "col" }, one)))),
      h("tbody", null, claims.map((one, index) => h("tr", { "data-member": `${one.span.article}:${one.span.id}` },
        h("th", { scope: "row" }, index + 1),
        h("td", null, one.date || "–"),
        h("td", { class: "value" }, claim(one.span.fields)),
        h("td", null, source(app, one.span)),
        h("td", null, spanRef(app, one.span), one.pair && [h("br"), spanRef(app, one.pair)], h("br"), h("a", { href: link(model, "read", [one.span.article, one.span.bead ?? "-"]) }, `${one.span.article}:${one.span.bead}`)),
        h("td", null, against(one).map((number) => h("span", { class: "clash" }, `⚡${number} `)))))))),
    actions(app, link(model, "fact", [fact.id]), `fact ${fact.id}`));
}

/** Return who says an amount: the chain of sources, the innermost first, or the article itself. */
function source(app: App, span: Span): (HTMLElement | string)[] {
  const chain = app.model.sources(span);
  if (!chain.length) return [t("asserted")];
  return chain.map((cue, index) => h("span", null, index ? " ← " : "", who(app, cue), " ", h("q", { lang: cue.lang }, app.model.surface(cue) ?? "")));
}

const WIDTH = 640;
const LEFT = 34;
const STEP = 22;

/** Draw claims over a number line: points, ranges, and arrows where a bound is open. */
function line(claims: Claim[], unit: unknown, clash: boolean[]): HTMLElement | false {
  const ends = claims.flatMap((one) => [one.low, one.high]).filter(Number.isFinite);
  if (!ends.length) return false;
  const least = Math.min(...ends);
  const most = Math.max(...ends);
  const log = least > 0 && most / least > 50;
  const scale = (value: number) => (log ? Math.log10(value) : value);
  const span = scale(most) - scale(least) || Math.abs(scale(most)) || 1;
  const from = scale(least) - span * 0.12;
  const to = scale(most) + span * 0.12;
  const x = (value: number) => LEFT + ((scale(value) - from) / (to - from)) * (WIDTH - LEFT - 16);
  const height = claims.length * STEP + 40;
  const rows = claims.map((one, index) => {
    const y = 16 + index * STEP;
    const color = clash[index] ? "claim-line clash" : "claim-line";
    const number = s("text", { x: 4, y: y + 4, class: "tick" }, `${index + 1}`);
    if (Number.isNaN(one.low)) return [number, s("text", { x: LEFT, y: y + 4, class: "tick" }, t("noValue"))];
    const left = Number.isFinite(one.low) ? x(one.low) : LEFT;
    const right = Number.isFinite(one.high) ? x(one.high) : WIDTH - 8;
    const shape = left === right
      ? [s("circle", { cx: left, cy: y, r: 5, class: color })]
      : [
          s("line", { x1: left, x2: right, y1: y, y2: y, class: color }),
          end(one.low, left, y, -1, color, one.strict), end(one.high, right, y, 1, color, one.strict),
        ];
    return [number, ...shape, s("title", null, claim(one.span.fields))];
  });
  const ticks = [...new Set(claims.map((one) => Number(one.span.fields.value)).filter((one) => Number.isFinite(one) && one !== 0))].sort((a, b) => a - b);
  let last = -Infinity;
  const axis = ticks.flatMap((value) => {
    if (x(value) - last < 96) return [];
    last = x(value);
    return [
      s("line", { x1: x(value), x2: x(value), y1: 6, y2: height - 22, class: "grid" }),
      s("text", { x: x(value), y: height - 8, class: "tick middle" }, quantity(value, unit === "USD" || unit === "EUR" ? unit : null)),
    ];
  });
  return h("figure", { class: "numbers" }, h("figcaption", null, t("numberLine")), s("svg", {
    viewBox: `0 0 ${WIDTH} ${height}`, role: "img",
    "aria-label": `${t("numberLine")}: ${claims.map((one, index) => `${index + 1} ${claim(one.span.fields)}`).join("; ")}`,
  }, axis, rows));
}

/** Draw an end of a claim: an arrow where it is open, a ring where its bound is left out. */
function end(value: number, at: number, y: number, way: number, color: string, strict: boolean): SVGElement {
  if (strict && Number.isFinite(value)) return s("circle", { cx: at, cy: y, r: 4.5, class: `${color} strict` });
  return Number.isFinite(value)
    ? s("line", { x1: at, x2: at, y1: y - 6, y2: y + 6, class: color })
    : s("path", { d: `M${at - 7 * way},${y - 5} L${at},${y} L${at - 7 * way},${y + 5}`, class: `${color} open` });
}
