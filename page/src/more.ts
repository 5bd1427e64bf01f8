// Disagreements between passes, beads of low confidence, figures, and how to cite.
import type { App } from "./app";
import { fill, h } from "./dom";
import { marked } from "./find";
import { bibtex, csl, ris, snippet } from "./formats";
import { type Bead, LANGS, LAYERS, LABELS, type Layer, type Ruling } from "./model";
import { shortened } from "./panel";
import { ask, counts, values } from "./query";
import { link, type Route } from "./routes";
import { t } from "./words";

const ROWS = 100;

/** Return where two passes differ and what was ruled, and the least certain beads. */
export function disagreements(app: App, route: Route): HTMLElement {
  const { model } = app;
  const layer = route.query.layer ?? "";
  const rulings = model.rulings.filter((one) => !layer || one.layer === layer);
  const layers = [...new Set(model.rulings.map((one) => one.layer))];
  const tab = (one: string) => h("a", { href: link(model, "disagreements", [], { layer: one }), "aria-current": one === layer ? "true" : null }, `${one || t("all")} (${model.rulings.filter((each) => !one || each.layer === one).length})`);
  return h("div", { class: "page wide" }, h("h1", null, t("disagreements")),
    model.rulings.length
      ? [h("nav", { class: "tabs", "aria-label": t("layer") }, ["", ...layers].map(tab)), rulingTable(app, rulings)]
      : h("p", null, t("noRulings")),
    h("h2", null, t("lowBeads")), lowBeads(app));
}

function rulingTable(app: App, rulings: Ruling[]): HTMLElement {
  const body = h("tbody");
  const more = h("button", { type: "button" }, t("nextRows"));
  let shown = 0;
  const extend = () => {
    body.append(...rulings.slice(shown, shown + ROWS).map((one) => rulingRow(app, one)));
    shown += ROWS;
    more.hidden = shown >= rulings.length;
  };
  more.addEventListener("click", extend);
  extend();
  return h("div", null, h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": t("disagreements") }, h("table", null,
    h("thead", null, h("tr", null, [t("span"), t("layer"), t("passes"), t("differs"), t("kept"), t("rule")].map((one) => h("th", { scope: "col" }, one)))), body)), more);
}

function rulingRow(app: App, one: Ruling): HTMLElement {
  const { model } = app;
  const article = model.articles.get(one.article);
  const bead = article?.beads.find((each) => each.sides[one.lang].some((side) => side.start <= one.start && one.start < side.end));
  const span = article?.spans.find((each) => each.layer === one.layer && each.lang === one.lang && each.start === one.start && each.end === one.end);
  const words = model.surface(one) ?? `${one.start}–${one.end}`;
  const parts = [one.article, bead?.id ?? "-", ...(span ? [`${span.layer}:${span.id}:${span.lang}`] : [])];
  return h("tr", null,
    h("td", null, h("a", { href: link(model, "read", parts) }, h("q", { lang: one.lang, dir: "auto" }, shortened(words))), h("small", null, ` ${one.article}:${bead?.id ?? ""} ${one.lang}`)),
    h("td", null, one.layer),
    h("td", null, one.passes.join(", ")),
    h("td", null, one.only ? `${t("onlyIn")} ${one.passes[one.only === "first" ? 0 : 1]}` : one.differs.join(", ")),
    h("td", null, one.kept ?? "–"),
    h("td", null, one.rule ? h("span", { title: model.rules[one.rule]?.title ?? "" }, one.rule) : "", one.reason ? ` ${one.reason}` : ""));
}

function lowBeads(app: App): HTMLElement {
  const beads = app.model.beads.filter((one) => one.confidence !== null)
    .sort((a, b) => a.confidence! - b.confidence!).slice(0, 50);
  const row = (bead: Bead) => h("li", null,
    h("div", { class: "where" }, h("a", { href: link(app.model, "read", [bead.article.id, bead.id]) }, `${bead.article.id}:${bead.id}`),
      h("span", { class: "tag" }, `${bead.type} · ${t("confidence")} ${bead.confidence!.toFixed(3)} · ${bead.verified ? t("verified") : t("unverified")}`)),
    LANGS.map((lang) => marked(app, bead, lang, { spans: [], marks: { fr: [], en: [] } })));
  return h("ol", { class: "hits" }, beads.map(row));
}

const PLOTS: [Layer, string][] = [
  ...LAYERS.map((layer): [Layer, string] => [layer, LABELS[layer]]),
  ["conditionals", "rendering"], ["amounts", "comparator"], ["amounts", "role"],
  ["stances", "factuality"], ["mentions", "relation"],
];

/** Return the figures as bars that lead to their rows. */
export function figures(app: App): HTMLElement {
  const { model } = app;
  const plot = ([layer, by]: [Layer, string]) => {
    const hits = ask(model, { layer });
    if (!hits.length) return false;
    const spans = [...model.spans.values()].filter((one) => one.layer === layer);
    const some = spans.some((one) => values(model, one, by).some((each) => each !== null));
    const counted = some ? counts(model, hits, by).slice(0, 14) : [];
    if (!counted.length) return false;
    const most = counted[0]![1];
    return h("table", { class: "counts" }, h("caption", null, `${layer}: ${by}`), h("tbody", null, counted.map(([value, number]) => {
      const bar = h("i", { class: `bar ${layer}`, "aria-hidden": "true" });
      bar.style.width = `${(100 * number) / most}%`;
      return h("tr", null, h("th", { scope: "row" }, h("a", { href: link(model, "find", [], { layer, [by]: value }) }, value === "-" ? t("none") : value)), h("td", null, number), h("td", { class: "bars" }, bar));
    })));
  };
  const total = (name: string, value: number) => h("div", null, h("dt", null, name), h("dd", null, value));
  return h("div", { class: "page wide" }, h("h1", null, t("figures")),
    h("dl", { class: "totals" }, total(t("articles"), model.articles.size), total(t("results"), model.beads.length),
      LAYERS.map((layer) => total(layer, [...model.spans.values()].filter((one) => one.layer === layer).length)),
      total(t("facts"), model.facts.size), total(t("entities"), model.entities.size)),
    h("p", null, t("figuresHelp")), h("div", { class: "plots" }, PLOTS.map(plot)));
}

/** Return the versions there are, with links to their pages where they have one. */
function versions(app: App): HTMLElement {
  const { about, data } = app.model;
  return h("section", { class: "versions" }, h("h2", null, t("versions")), h("ul", null, data.versions.map((one) =>
    h("li", null, one.version === about.version ? h("strong", null, one.version, ` (${t("thisVersion")})`)
      : one.page ? h("a", { href: one.page }, one.version) : h("span", null, one.version),
    one.sha256 && h("small", null, " ", h("code", { class: "digest" }, one.sha256.slice(0, 12)))))));
}

/** Return how to cite and load this version, and what changed in it. */
export function aboutPage(app: App): HTMLElement {
  const { model } = app;
  const { about } = model;
  const forms: [string, string][] = [["BibTeX", bibtex(about)], ["RIS", ris(about)], ["CSL-JSON", csl(about)]];
  const shown = h("pre", { tabindex: 0, class: "citation" });
  let current = forms[0]![1];
  const buttons = forms.map(([name, text]) => h("button", { type: "button", "aria-pressed": String(text === current), onclick: (event: Event) => {
    current = text;
    fill(shown, text);
    for (const button of buttons) button.setAttribute("aria-pressed", String(button === event.currentTarget));
  } }, name));
  fill(shown, current);
  const hub = /^https:\/\/huggingface\.co\/datasets\/([^/]+\/[^/]+)/u.exec(about.url ?? "")?.[1];
  const source = hub ?? (about.kind === "corpus" ? `dist/${about.name}-${about.version}` : `${about.name}-${about.version}`);
  const load = [
    "from datasets import load_dataset",
    `sentences = load_dataset("${source}", "sentences"${hub ? `, revision="v${about.version}"` : ""})`,
  ].join("\n");
  const polars = snippet(model, { layer: "amounts", kind: "money" });
  return h("div", { class: "page" }, h("h1", null, h("bdi", null, about.title)),
    h("p", null, `${about.name} ${about.version}${about.kind === "corpus" ? " (corpus)" : ""} · ${about.licence ?? ""} · ${about.date ?? ""}`),
    about.digest && h("p", null, "SHA-256 ", h("code", { class: "digest" }, about.digest)),
    h("section", null, h("h2", null, t("citation")), h("p", { class: "buttons" }, buttons), shown, app.copyButton(t("copy"), () => current)),
    h("section", null, h("h2", null, t("load")), h("pre", { tabindex: 0 }, load), app.copyButton(t("copy"), () => load), h("pre", { tabindex: 0 }, polars), app.copyButton(t("copy"), () => polars)),
    h("section", null, h("h2", null, t("thisPage")), h("p", null, t(app.library ? "pageReads" : "pageIs")), h("p", null, t("keys")), h("p", null, `visavis ${about.visavis}`)),
    model.data.versions.length > 0 && versions(app),
    model.data.changes.map((one) => h("section", null, h("h2", null, `${t("changes")}: ${one.version} → ${about.version}`), h("p", null, h("a", { href: link(model, "changes", [], { since: one.version }) }, `${one.count} ${t("rowsChanged")}`)))),
    about.changelog && h("section", null, h("h2", null, t("changes")), h("pre", { tabindex: 0, class: "changes" }, about.changelog)),
    h("section", null, h("h2", null, t("rules")), Object.entries(model.rules).map(([id, rule]) => h("details", { id: `rule-${id}` }, h("summary", null, `${id} ${rule.title}`), h("p", null, rule.text)))));
}
