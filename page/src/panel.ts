// What is said of a span or a sentence: attributes, counterpart, relations, rules, provenance.
import type { App } from "./app";
import { h } from "./dom";
import {
  type Bead, type Lang, LANGS, label, placeOf, type Ruling, type Span, type Value,
} from "./model";
import { claims, coreferents, relations } from "./relations";
import { address, link, spanLink } from "./routes";
import { claim, field, t, type Word } from "./words";

const HIDDEN = new Set(["fact", "entity", "holder", "target", "source", "attribution", "parent", "target_span", "content", "modifier", "condition"]);

type Child = HTMLElement | string | false | null | undefined | Child[];

function section(title: string, ...content: Child[]): HTMLElement {
  return h("section", null, h("h3", null, title), ...(content as HTMLElement[]));
}

/** Return a link to a span, with its words where the text is here. */
export function spanRef(app: App, span: Span, name?: string): HTMLElement {
  const words = app.model.surface(span);
  return h("a", { href: spanLink(app.model, span), class: `ref ${span.layer}` },
    name && h("span", { class: "role" }, `${name} `),
    words === null
      ? h("bdi", null, `${span.start}–${span.end}`)
      : h("q", { lang: span.lang, dir: "auto" }, shortened(words)),
    h("small", null, ` ${label(span)} ${span.lang}`));
}

export function shortened(words: string, most = 160): string {
  const points = Array.from(words);
  return points.length > most ? `${points.slice(0, most).join("")}…` : words;
}

/** Return the details of a span. */
export function spanDetails(app: App, span: Span): HTMLElement {
  const { model } = app;
  const pair = model.counterpart(span);
  const fields = Object.entries(span.fields).filter(([name, value]) => !HIDDEN.has(name) && holds(value));
  const links = relations(model, span);
  const corefs = coreferents(model, span);
  const others = claims(model, span);
  const words = model.surface(span);
  return h("div", { class: "details" },
    h("h2", null, h("i", { class: `swatch ${span.layer}`, "aria-hidden": "true" }), ` ${label(span)} `, h("small", null, `${span.layer} · ${span.id} · ${span.lang}`)),
    h("p", { class: "surface", lang: span.lang, dir: "auto" }, words === null ? `${span.start}–${span.end}` : shortened(words, 400)),
    section(t("counterpart"),
      pair
        ? h("p", null, spanRef(app, pair))
        : h("p", null, t("noCounterpart"), span.fields.omitted ? `: ${span.fields.omitted}` : "")),
    section(t("attributes"), attributes(app, span, fields)),
    span.layer === "amounts" && h("p", { class: "value" }, claim(span.fields)),
    span.layer === "mentions" && typeof span.fields.entity === "string" && h("p", null, `${t("entityPage")}: `, h("a", { href: link(model, "entity", [span.fields.entity]) }, model.name(span.fields.entity, app.lang))),
    typeof span.fields.fact === "string" && h("p", null, `${t("factPage")}: `, h("a", { href: link(model, "fact", [span.fields.fact]) }, String(model.facts.get(span.fields.fact)?.fields.label ?? span.fields.fact))),
    links.length > 0 && section(t("relations"), h("ul", null, links.map((one) => h("li", null,
      one.span
        ? spanRef(app, one.span, one.name)
        : [h("span", { class: "role" }, `${one.name} `), h("q", { lang: one.lang, dir: "auto" }, shortened(model.surface({ ...one.to, article: span.article, lang: one.lang }) ?? `${one.to.start}–${one.to.end}`))])))),
    span.fields.holder === "AUTHOR" && h("p", null, `${t("holder")}: ${t("author")}`),
    others.length > 0 && section(t("claims"), h("ul", null, others.slice(0, 20).map((one) => h("li", null, spanRef(app, one), ` ${one.article}`)))),
    corefs.length > 0 && section(`${t("coreferents")} (${corefs.length})`, h("ul", null, corefs.slice(0, 20).map((one) => h("li", null, spanRef(app, one))))),
    rulesOf(app, span),
    section(t("provenance"), provenance(app, span)),
    actions(app, spanLink(model, span), `${span.article} ${span.bead ?? ""} ${span.layer}:${span.id}:${span.lang} [${span.start}, ${span.end})`));
}

function holds(value: Value): boolean {
  return value !== null && value !== false && !(Array.isArray(value) && !value.length);
}

function attributes(app: App, span: Span, fields: [string, Value][]): HTMLElement {
  const meanings = app.model.data.meanings[span.layer] ?? {};
  const ids = new Set(["payer", "payee", "about"]);
  return h("dl", null,
    [["offsets", `${span.start}–${span.end}`] as [string, Value], ...fields].map(([name, value]) => [
      h("dt", { title: meanings[name] ?? "" }, field(name)),
      h("dd", null, ids.has(name)
        ? h("a", { href: link(app.model, "entity", [String(value)]) }, app.model.name(value, app.lang))
        : h("bdi", null, Array.isArray(value) ? value.join(", ") : String(value))),
    ]));
}

function rulings(app: App, span: Span): Ruling[] {
  return app.model.rulingsAt.get(placeOf(span.article, span.layer, span.lang, span)) ?? [];
}

function rulesOf(app: App, span: Span): HTMLElement | false {
  const cited = rulings(app, span).map((one) => one.rule).filter((one) => one !== null);
  const ids = [...new Set([...(app.model.data.examples[span.key] ?? []), ...cited])]
    .flatMap((one) => one.split(/[,\s]+/u))
    .filter((id) => app.model.rules[id]);
  const layer = Object.entries(app.model.rules).filter(([id, rule]) => rule.layer === span.layer && !ids.includes(id));
  if (!ids.length && !layer.length) return false;
  const rule = (id: string, open: boolean) => h("details", { open }, h("summary", null, `${id} ${app.model.rules[id]!.title}`), h("p", null, app.model.rules[id]!.text));
  return section(t("rules"),
    ids.map((id) => rule(id, true)),
    layer.length > 0 && h("details", null, h("summary", null, `${span.layer} (${layer.length})`), layer.map(([id]) => rule(id, false))));
}

function provenance(app: App, span: Span): HTMLElement {
  const ruled = rulings(app, span);
  const kinds = new Map(app.model.data.passes.map((one) => [String(one.id), String(one.annotator)]));
  const article = app.model.articles.get(span.article);
  const { passes, readings } = app.model.data;
  const named = (bits: number) => passes.filter((_, at) => bits & (1 << at))
    .map((one) => `${one.id} (${t(`by_${one.annotator}` as Word)}, ${one.made})`).join(", ");
  const without = (readings.articles[span.layer]?.[span.article] ?? 0) & ~span.passes;
  return h("ul", { class: "provenance" },
    span.passes > 0 && h("li", null, `${t("inPasses")}: ${named(span.passes)}`),
    without > 0 && h("li", null, `${t("notInPasses")}: ${named(without)}`),
    ruled.map((one) => h("li", null,
      `${one.passes.map((name) => `${name} (${kinds.has(name) ? t(`by_${kinds.get(name)}` as Word) : "?"})`).join(" / ")}: `,
      one.only ? `${t("onlyIn")} ${one.passes[one.only === "first" ? 0 : 1]}` : `${t("differs")} ${one.differs.join(", ")}`,
      ` → ${t("kept")}: ${one.kept ?? "–"}`, one.rule ? ` (${one.rule})` : "", one.reason ? ` ${one.reason}` : "")),
    !ruled.length && h("li", null, t(kinds.size ? "noRuling" : "noRulings")),
    h("li", null, `${app.model.about.name} ${app.model.about.version}; fr ${article?.fields.origin ?? "?"}, en ${article?.fields.translation ?? "?"}`));
}

/** Return the links and buttons below every thing that has an id. */
export function actions(app: App, hash: string, what: string): HTMLElement {
  const { about } = app.model;
  const text = [
    `${about.name} ${about.version}${about.digest ? ` (${about.digest})` : ""}`, what, address(hash), "",
    app.lang === "fr" ? "Ce qui est faux, et ce qu’il faudrait :" : "What is wrong, and what it should be:", "",
  ].join("\n");
  const area = h("textarea", { rows: 7, "aria-label": t("report") });
  area.value = text;
  return h("div", { class: "actions" },
    app.linkButton(hash),
    h("details", { class: "report" }, h("summary", null, t("report")), h("p", null, t("reportText")), area, app.copyButton(t("copy"), () => area.value)));
}

/** Return the details of a sentence: all its spans as links, its force in both languages. */
export function beadDetails(app: App, bead: Bead): HTMLElement {
  const name = `${bead.article.id}:${bead.id}`;
  return h("div", { class: "details" },
    h("h2", null, `${t("sentence")} ${bead.id} `, h("small", null, `${bead.type} · ${bead.region ?? ""} · ${bead.method} · ${bead.verified ? t("verified") : t("unverified")}${bead.confidence === null ? "" : ` · ${bead.confidence}`}`)),
    h("button", {
      type: "button", class: "quiet", "aria-pressed": String(app.allArcs), onclick: () => {
        app.allArcs = !app.allArcs;
        if (app.allArcs) app.arcs = true;
        app.select(null, bead);
      },
    }, t("allArcs")),
    LANGS.map((lang) => section(t(lang === "fr" ? "french" : "english"),
      h("p", null, `${t("force")}: `, forceOf(app, bead, lang)),
      h("ul", null, bead.spans[lang].map((span) => h("li", null, spanRef(app, span, span.layer)))),
      !bead.spans[lang].length && h("p", null, t("noAnnotation")))),
    actions(app, link(app.model, "read", [bead.article.id, bead.id]), name));
}

/** Return the evidential force of one side of a bead: who says it, and in which mood. */
export function forceOf(app: App, bead: Bead, lang: Lang): HTMLElement {
  const { model } = app;
  const marks = bead.spans[lang].filter((span) => ["attributions", "conditionals"].includes(span.layer));
  const words = (span: Span) => model.surface(span) ?? `${span.start}–${span.end}`;
  return h("span", { class: "forces" }, marks.length === 0 && h("span", { class: "mark" }, t("asserts")), marks.map((span) => {
    if (span.layer === "attributions")
      return h("span", { class: "mark attributions" }, `${who(app, span)}: `, h("q", { lang, dir: "auto" }, words(span)));
    const means = [label(span), span.fields.rendering].filter(Boolean).join(" → ");
    return h("span", { class: "mark conditionals" }, `${means}: `, h("q", { lang, dir: "auto" }, words(span)));
  }));
}

/** Return who an attribution names, in the language of the interface. */
export function who(app: App, attribution: Span): string {
  if (attribution.fields.source === "ANON") return t("anonymous");
  return shortened(app.model.sourceName(attribution, app.lang), 60);
}
