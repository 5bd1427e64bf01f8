// The concordance: conditions in, sentence pairs with their matches out.
import type { App } from "./app";
import { download, fill, h } from "./dom";
import type { Answer, Library } from "./library";
import { csv, exported, json, snippet, tmx, tsv } from "./formats";
import {
  type Bead, extent, type Lang, LANGS, type Layer, LAYERS, label, type Model, type Offsets, type Span,
} from "./model";
import {
  amount, ARTICLE_FIELDS, ask, counts, FIELDS, type Hit, type Query, SORTS, sorted, values,
} from "./query";
import { link, type Route, spanLink } from "./routes";
import { claim, field, number, t, type Word } from "./words";

const ROWS = 100;
/** Hits of a large release that are drawn while the search goes on. */
const FIRST = 20;

const PRESETS: [Word, Query][] = [
  ["presetHedge", { layer: "conditionals", use: "reportative", rendering: "none|past|present|infinitive" }],
  ["presetSums", { layer: "amounts", kind: "money", unit: "USD", min: "13 billion", max: "14 billion" }],
  ["presetBounds", { layer: "amounts", kind: "money", comparator: "le|lt", sort: "value" }],
  ["presetDesire", { layer: "stances", attitude: "desire", holder_entity: "openai", target_entity: "microsoft" }],
  ["presetAccuse", { layer: "stances", attitude: "accusation" }],
  ["presetOmitted", { layer: "mentions", relation: "-", omitted: "pronominalised|condensed|implicit" }],
];

/** Return the values that a field has, the most frequent first. */
function options(app: App, layer: Layer, name: string): string[] {
  if (app.library) return app.library.index.choices[layer]?.[name] ?? [];
  const counted = new Map<string, number>();
  for (const span of app.model.spans.values()) {
    if (span.layer !== layer) continue;
    for (const value of values(app.model, span, name))
      if (value !== null) counted.set(String(value), (counted.get(String(value)) ?? 0) + 1);
  }
  return [...counted].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

function presets(app: App): HTMLElement {
  const items = PRESETS.flatMap(([word, query]) => {
    const asked = word === "presetOmitted"
      ? { layer: "mentions", omitted: options(app, "mentions", "omitted").join("|") }
      : query;
    const some = Object.values(asked).every(Boolean);
    return some ? [h("li", null, h("a", { href: link(app.model, "find", [], asked) }, t(word)))] : [];
  });
  return h("nav", { class: "presets", "aria-label": t("presets") }, h("span", null, `${t("presets")}: `), h("ul", null, items));
}

/** Return the view of a query. */
export function concordance(app: App, route: Route): HTMLElement {
  const { query } = route;
  const asked = Object.keys(query).some((name) => !["sort", "count", "view"].includes(name));
  const results = h("div", { class: "results" });
  if (asked && app.library) void searchLibrary(app, app.library, query, results);
  else if (asked) showResults(app, query, results);
  return h("div", { class: "find" }, h("h1", null, t("find")), form(app, query), presets(app), results);
}

function go(app: App, query: Query): void {
  location.hash = link(app.model, "find", [], query);
}

function form(app: App, query: Query): HTMLElement {
  const input = (name: string, text: string, help: string) =>
    h("label", null, h("span", null, text), h("input", {
      name, type: "search", value: query[name] ?? "", title: help, autocomplete: "off", spellcheck: "false",
    }));
  const select = (name: string, text: string, choices: string[], names?: (value: string) => string) => {
    const current = query[name] ?? "";
    const listed = current && !choices.includes(current) ? [current, ...choices] : choices;
    const element = h("select", { name }, h("option", { value: "" }, t("any")), listed.map((value) =>
      h("option", { value, selected: value === current }, names ? names(value) : value === "-" ? t("none") : value)));
    return h("label", null, h("span", null, text), element);
  };
  const entities = [...app.model.entities.values()]
    .sort((a, b) => (a.names[app.lang] < b.names[app.lang] ? -1 : 1)).map((one) => one.id);
  const entityName = (id: string) => (id === "-" ? t("none") : app.model.name(id, app.lang));
  const layer = LAYERS.find((one) => one === query.layer);
  const filters = layer ? FIELDS[layer].map((name) => {
    if (app.library && !(name in (app.library.index.choices[layer] ?? {}))) return input(name, field(name), "");
    const named = ["payer", "payee", "about", "holder_entity", "target_entity"].includes(name);
    return select(name, field(name), [...options(app, layer, name), "-"], named ? entityName : undefined);
  }) : [];
  const choice = select("layer", t("layer"), [...LAYERS]);
  const element = h("form", {
    class: "ask",
    onsubmit: (event: SubmitEvent) => {
      event.preventDefault();
      go(app, read(element));
    },
  },
    h("div", { class: "row" }, input("fr", t("frenchWords"), t("wordsHelp")), input("en", t("englishWords"), t("wordsHelp"))),
    h("p", { class: "help" }, t("wordsHelp")),
    h("div", { class: "row" }, choice, filters,
      layer && select("side", t("side"), [...LANGS]),
      layer === "amounts" && [input("min", t("from"), t("valueHelp")), input("max", t("to"), t("valueHelp"))],
      select("entity", t("entity"), entities, entityName)),
    h("details", { open: ARTICLE_FIELDS.some((name) => query[name]) || Boolean(query.type_bead) }, h("summary", null, t("more")), h("div", { class: "row" },
      ARTICLE_FIELDS.map((name) => app.library && name === "article" ? input(name, field(name), "") : select(name, field(name), distinct(app, name))),
      select("type_bead", "bead", app.library?.index.choices.beads?.type ?? [...new Set(app.model.beads.map((one) => one.type))].sort()))),
    h("div", { class: "row buttons" }, h("button", { type: "submit", class: "primary" }, t("ask")),
      h("button", { type: "button", onclick: () => go(app, {}) }, t("reset"))));
  // Another layer has other fields: the form is drawn again with them.
  choice.querySelector("select")?.addEventListener("change", () => {
    const now = read(element);
    const kept = ["fr", "en", "layer", "entity", ...ARTICLE_FIELDS];
    go(app, Object.fromEntries(Object.entries(now).filter(([name]) => kept.includes(name))));
  });
  return element;
}

function distinct(app: App, name: string): string[] {
  if (app.library) return app.library.index.choices.articles?.[name] ?? [];
  const found = [...app.model.articles.values()].map((one) => one.fields[name === "article" ? "id" : name]);
  return [...new Set(found.filter((one) => one !== null).map(String))].sort();
}

function read(element: HTMLFormElement): Query {
  const query: Query = {};
  for (const [name, value] of new FormData(element)) if (value) query[name] = String(value);
  return query;
}

/** Look through a large release, show what is there so far, and let the reader stop it. */
async function searchLibrary(app: App, library: Library, query: Query, place: HTMLElement): Promise<void> {
  let stopped = false;
  const { ids } = library.index;
  const bar = h("progress", { max: ids.length, value: 0, "aria-label": t("progress") });
  const state = h("p", { role: "status", class: "total" });
  const stop = h("button", { type: "button", class: "stop", onclick: () => { stopped = true; stop.disabled = true; } }, t("stop"));
  const list = h("div");
  fill(place, h("div", { class: "row progress" }, bar, stop), state, list);
  let drawn = 0;
  const progress = (answer: Answer) => {
    bar.value = answer.read;
    fill(state, h("strong", null, number(answer.ids.length)), ` ${t("results")} · ${t("lookedThrough", number(answer.read), number(ids.length))}`);
    if (!drawn && answer.hits.length) {
      drawn = answer.hits.length;
      fill(list, h("ol", { class: "hits" }, answer.hits.slice(0, FIRST).map((hit) => hitRow(app, hit))));
    }
    return place.isConnected && !stopped;
  };
  try {
    const answer = await library.search(query, progress);
    if (!place.isConnected) return;
    showResults(app, query, place, answer);
    if (!answer.done) place.prepend(h("p", { class: "notice", role: "status" }, t("stopped", number(answer.read), number(ids.length))));
  } catch (error) {
    fill(place, h("p", { class: "notice", role: "alert" }, t("notLoaded", String(error))));
  }
}

function showResults(app: App, query: Query, place: HTMLElement, answer?: Answer): void {
  const hits = sorted(app.model, answer?.hits ?? ask(app.model, query), query.sort ?? "order");
  const total = answer?.ids.length ?? hits.length;
  const layer = LAYERS.find((one) => one === query.layer);
  const change = (name: string) => (event: Event) =>
    go(app, { ...query, [name]: (event.target as HTMLSelectElement).value });
  const choose = (name: string, text: string, choices: string[], names: (value: string) => string) =>
    h("label", null, h("span", null, text), h("select", { onchange: change(name), "data-name": name }, choices.map((value) =>
      h("option", { value, selected: value === (query[name] ?? choices[0]) }, names(value)))));
  const lines = query.view === "kwic";
  const list = lines ? h("tbody") : h("ol", { class: "hits" });
  const shownIn = lines ? h("table", { class: "kwic" }, h("caption", null, h("span", { class: "unseen" }, t("find"))),
    h("colgroup", null, ["name", "side", "match", "side"].map((name) => h("col", { class: name }))), list) : list;
  const more = h("button", { type: "button" }, t("nextRows"));
  let shown = 0;
  const extend = () => {
    list.append(...hits.slice(shown, shown + ROWS).map((hit) => (lines ? line(app, hit, query) : hitRow(app, hit))));
    shown = Math.min(hits.length, shown + ROWS);
    more.hidden = shown >= hits.length;
  };
  more.addEventListener("click", extend);
  extend();
  const by = query.count ?? "";
  const { about } = app.model;
  const save = (suffix: string, type: string, text: () => string) =>
    h("button", { type: "button", class: "quiet", "data-format": suffix, onclick: () => download(`${about.name}-${about.version}.${suffix}`, type, text()) }, suffix.toUpperCase());
  const rows = () => exported(app.model, hits);
  const code = snippet(app.model, query);
  const wrong = layer === "amounts" ? ["min", "max"].filter((name) => query[name] && amount(query[name]) === null) : [];
  fill(place,
    wrong.length > 0 && h("p", { class: "notice", role: "alert" }, `${t("notNumber")} ${wrong.map((name) => query[name]).join(", ")}`),
    h("div", { class: "row summary" },
      h("p", { role: "status", class: "total" }, h("strong", null, total), ` ${t("results")}`),
      choose("sort", t("sort"), [...SORTS], (value) => t(`sort_${value}` as Word)),
      choose("count", t("count"), ["", "article", "genre", "story", ...(layer ? FIELDS[layer] : [])], (value) => (value ? field(value) : t("none"))),
      choose("view", t("layout"), ["pairs", "kwic"], (value) => t(`layout_${value}` as Word)),
      h("div", { class: "saves" }, save("csv", "text/csv", () => csv(rows())), save("tsv", "text/tab-separated-values", () => tsv(rows())),
        save("json", "application/json", () => json(rows())), save("tmx", "application/x-tmx+xml", () => tmx(about, rows())),
        app.copyButton(`${t("copy")} TSV`, () => tsv(rows())),
        app.linkButton(link(app.model, "find", [], query)))),
    total > hits.length && h("p", { class: "help" }, t("firstHits", number(hits.length))),
    by && countTable(app, query, answer?.counts ?? counts(app.model, hits, by), by),
    shownIn, more,
    h("details", { class: "snippet" }, h("summary", null, t("snippet")), h("pre", { tabindex: 0 }, h("code", null, code)), app.copyButton(t("copy"), () => code)));
}

function countTable(app: App, query: Query, counted: [string, number][], by: string): HTMLElement {
  const most = counted[0]?.[1] ?? 1;
  return h("table", { class: "counts" }, h("caption", null, `${t("count")} ${field(by)}`), h("tbody", null, counted.slice(0, 40).map(([value, number]) => {
    const bar = h("i", { class: "bar", "aria-hidden": "true" });
    bar.style.width = `${(100 * number) / most}%`;
    return h("tr", null, h("th", { scope: "row" }, h("a", { href: link(app.model, "find", [], { ...query, [by]: value, count: "" }) }, value === "-" ? t("none") : value)), h("td", null, number), h("td", { class: "bars" }, bar));
  })));
}

/** Code points that a line has at most on each side of its match. */
const CONTEXT = 80;

/** Return a hit as a line: what is before the match, the match, what is after it. */
function line(app: App, hit: Hit, query: Query): HTMLElement {
  const { bead, model } = hit;
  const lang: Lang = (query.fr ? "fr" : query.en ? "en" : hit.spans[0]?.lang) ?? "fr";
  const span = hit.spans.find((one) => one.lang === lang);
  const place = extent(bead, lang);
  const text = model.side(bead, lang);
  const points = Array.from(text ?? "");
  const mark = hit.marks[lang].toSorted((a, b) => a.start - b.start)[0] ??
    (span && place ? { start: span.start - place.start, end: span.end - place.start } : { start: 0, end: 0 });
  const cut = (from: number, to: number) => points.slice(Math.max(0, from), to).join("");
  const cell = (name: string, text: string) => h("td", { class: name, lang, dir: "auto" }, h("div", null, h("span", null, text)));
  return h("tr", { "data-id": `${bead.article.id}:${bead.id}` },
    h("th", { scope: "row" }, h("a", { href: span ? spanLink(app.model, span) : link(app.model, "read", [bead.article.id, bead.id]) }, `${bead.article.id}:${bead.id}`)),
    text === null ? h("td", { class: "text-off", colspan: 3, lang: app.lang }, place ? t("textOff") : t(lang === "fr" ? "noFrench" : "noEnglish")) : [cell("left", `${mark.start > CONTEXT ? "…" : ""}${cut(mark.start - CONTEXT, mark.start)}`),
    h("td", { class: "key", lang, dir: "auto" }, h("mark", { class: hit.marks[lang].length ? "word" : span?.layer ?? "word" }, cut(mark.start, mark.end))),
    cell("right", `${cut(mark.end, mark.end + CONTEXT)}${points.length > mark.end + CONTEXT ? "…" : ""}`)]);
}

function hitRow(app: App, hit: Hit): HTMLElement {
  const { bead, spans } = hit;
  return h("li", { "data-id": `${bead.article.id}:${bead.id}` },
    h("div", { class: "where" },
      h("a", { href: spans[0] ? spanLink(app.model, spans[0]) : link(app.model, "read", [bead.article.id, bead.id]) }, `${bead.article.id}:${bead.id}`),
      tags(spans)),
    LANGS.map((lang) => marked(app, bead, lang, hit)));
}

function tags(spans: Span[]): HTMLElement[] {
  const seen = new Set<string>();
  return spans.flatMap((span) => {
    const text = span.layer === "amounts" ? claim(span.fields)
      : span.layer === "conditionals" ? [label(span), span.fields.rendering].filter(Boolean).join(" → ") : label(span);
    if (seen.has(text)) return [];
    seen.add(text);
    return [h("span", { class: `tag ${span.layer}` }, text)];
  });
}

/** Return a side of a hit with its matches marked. */
export function marked(app: App, bead: Bead, lang: Lang, hit: { model?: Model; spans: Span[]; marks: Record<Lang, Offsets[]> }): HTMLElement {
  const place = extent(bead, lang);
  const model = hit.model ?? app.model;
  const text = model.side(bead, lang);
  if (!place) return h("p", { class: "gap", lang: app.lang }, t(lang === "fr" ? "noFrench" : "noEnglish"));
  if (text === null) return h("p", { class: "closed text-off", lang: app.lang }, `${t("textOff")} (${lang} ${place.start}–${place.end})`);
  const points = Array.from(text);
  const marks = [
    ...hit.marks[lang].map((one) => ({ ...one, name: "word" })),
    ...hit.spans.filter((span) => span.lang === lang)
      .map((span) => ({ start: span.start - place.start, end: span.end - place.start, name: span.layer as string })),
    // The other language of what was asked for, unless it was asked for itself.
    ...hit.spans.map((span) => model.counterpart(span))
      .filter((span) => span !== undefined && span.lang === lang && !hit.spans.includes(span))
      .map((span) => ({ start: span!.start - place.start, end: span!.end - place.start, name: "pair" })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const children: (Node | string)[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start < at) continue;
    children.push(points.slice(at, mark.start).join(""), h("mark", { class: mark.name }, points.slice(mark.start, mark.end).join("")));
    at = mark.end;
  }
  children.push(points.slice(at).join(""));
  return h("p", { lang, dir: "auto" }, children);
}
