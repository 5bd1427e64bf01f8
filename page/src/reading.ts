// The reading view: an article, French and English side by side, bead by bead.
import type { App } from "./app";
import { arcs } from "./arcs";
import { fill, h } from "./dom";
import { lanes, pieces } from "./lanes";
import {
  type Article, type Bead, extent, type Lang, LANGS, LAYERS, label, other, type Span,
} from "./model";
import { dropZone } from "./owntext";
import { link, type Route } from "./routes";
import { forceOf } from "./panel";
import type { Library } from "./library";
import { number, t } from "./words";

const LINE = 5;
/** Return the view of the article that a route names, the first by default. */
export function reading(app: App, route: Route): HTMLElement {
  const { model } = app;
  const asked = route.parts[0];
  const article = asked ? model.articles.get(asked) : model.articles.values().next().value;
  app.pieces.clear();
  const missing = (id: string) => h("p", { class: "notice", role: "alert" }, `${t("missing")} ${id}`);
  if (!article) {
    return h("div", { class: "reading" }, articleList(app, null), missing(asked ?? "–"));
  }
  const bead = article.beads.find((one) => one.id === route.parts[1]);
  const span = route.parts[2] ? model.spans.get(`${article.id}/${route.parts[2]}`) : undefined;
  const beads = article.beads.map((one) => beadRow(app, one));
  const lost = [
    ...(route.parts[1] && route.parts[1] !== "-" && !bead ? [route.parts[1]] : []),
    ...(route.parts[2] && !span ? [route.parts[2]] : []),
  ];
  const view = h("div", { class: "reading" },
    articleList(app, article),
    h("article", { class: "text-pair", "data-article": article.id },
      lost.map(missing),
      heading(app, article),
      controls(app, view_ => fill(view_, ...article.beads.map((one) => beadRow(app, one)))),
      LANGS.some((lang) => article.sha256[lang] && !article.texts[lang]) && dropZone(app, article),
      h("div", { class: "beads" }, beads),
      neighbours(app, article),
    ),
  );
  // Only a view in the document can be measured, scrolled and focused.
  queueMicrotask(() => {
    if (span) app.select(span, bead ?? null);
    else if (bead) app.select(null, bead);
    else app.select(null, null);
    const at = bead ?? article.beads.find((one) => one.id === span?.bead);
    if (at) {
      const element = document.getElementById(`bead-${at.id}`);
      element?.scrollIntoView({ block: "center" });
      element?.focus({ preventScroll: true });
    }
  });
  return view;
}

/** Articles of a large release that the list shows at a time. */
const LISTED = 200;

/** Return the list of a large release: the first articles that the filter lets pass. */
function shelf(app: App, library: Library, current: Article | null): HTMLElement {
  const { ids, titles } = library.index;
  const words = ids.map((id, place) => `${id} ${titles[place] ?? ""}`.toLowerCase());
  const list = h("ul");
  const count = h("p", { class: "help", role: "status" });
  const show = (asked: string) => {
    const places = [...ids.keys()].filter((place) => words[place]!.includes(asked));
    const from = current && !asked ? Math.max(0, ids.indexOf(current.id) - 20) : 0;
    fill(list, places.slice(from, from + LISTED).map((place) => h("li", null, h("a", {
      href: link(app.model, "read", [ids[place]!]),
      "aria-current": ids[place] === current?.id ? "page" : null,
    }, h("bdi", null, titles[place] ?? ids[place]!), titles[place] ? h("small", null, ids[place]!) : null))));
    fill(count, t("listed", number(Math.min(LISTED, places.length - from)), number(places.length)));
  };
  const filter = h("input", {
    type: "search", placeholder: t("filter"), "aria-label": t("filter"),
    oninput: () => show(filter.value.toLowerCase()),
  });
  show("");
  const wide = matchMedia("(min-width: 85rem)").matches;
  return h("nav", { class: "articles", "aria-label": t("articles") },
    h("details", { open: wide }, h("summary", null, `${t("articles")} (${number(ids.length)})`), filter, count, list));
}

/** Return the list of the articles, which a reader can filter. */
export function articleList(app: App, current: Article | null): HTMLElement {
  if (app.library) return shelf(app, app.library, current);
  const items = [...app.model.articles.values()].map((article) => {
    const title = article.title ?? article.id;
    const closed = LANGS.some((lang) => article.sha256[lang] && !article.texts[lang]);
    return h("li", { "data-words": `${article.id} ${title}`.toLowerCase() },
      h("a", {
        href: link(app.model, "read", [article.id]),
        "aria-current": article === current ? "page" : null,
      }, h("bdi", null, title), h("small", null, article.id, closed && " · ∅")));
  });
  const list = h("ul", null, items);
  const filter = h("input", {
    type: "search",
    placeholder: t("filter"),
    "aria-label": t("filter"),
    oninput: () => {
      for (const item of items)
        item.hidden = !item.dataset.words?.includes(filter.value.toLowerCase());
    },
  });
  const wide = matchMedia("(min-width: 85rem)").matches;
  return h("nav", { class: "articles", "aria-label": t("articles") },
    h("details", { open: wide }, h("summary", null, `${t("articles")} (${items.length})`), filter, list));
}

function heading(app: App, article: Article): HTMLElement {
  const { fields } = article;
  const facts = [
    article.date, fields.genre, fields.story, fields.publisher,
    `fr ${fields.rights_fr ?? "–"}`, `en ${fields.rights_en ?? "–"}`,
    fields.translation && `en: ${fields.translation}`,
  ].filter(Boolean);
  return h("header", null,
    h("h1", null, h("bdi", null, article.title ?? article.id)),
    h("p", { class: "meta" }, facts.join(" · ")),
    h("p", null, app.linkButton(link(app.model, "read", [article.id]))));
}

function controls(app: App, redraw: (beads: HTMLElement) => void): HTMLElement {
  const again = () => {
    const beads = document.querySelector<HTMLElement>(".beads");
    app.pieces.clear();
    if (beads) redraw(beads);
    app.select(app.selected, app.bead);
  };
  const toggle = (name: string, on: boolean, change: (on: boolean) => void, swatch = "") => {
    const box = h("input", { type: "checkbox", onchange: () => { change(box.checked); again(); } });
    box.checked = on;
    return h("label", { class: "switch" }, box, swatch && h("i", { class: `swatch ${swatch}`, "aria-hidden": "true" }), name);
  };
  return h("fieldset", { class: "controls" },
    h("legend", null, t("layers")),
    LAYERS.map((layer) =>
      toggle(layer, app.layers.has(layer), (on) => {
        if (on) app.layers.add(layer);
        else app.layers.delete(layer);
      }, layer)),
    toggle(t("arcs"), app.arcs, (on) => { app.arcs = on; }),
    toggle(t("force"), app.force, (on) => { app.force = on; }));
}

function neighbours(app: App, article: Article): HTMLElement {
  const all = app.library?.index.ids ?? [...app.model.articles.keys()];
  const at = all.indexOf(article.id);
  const step = (index: number, word: "previous" | "next") => {
    const id = all[index];
    const title = id && (app.library?.index.titles[index] ?? app.model.articles.get(id)?.title ?? id);
    return id && h("a", { href: link(app.model, "read", [id]) }, `${t(word)}: `, h("bdi", null, title));
  };
  return h("nav", { class: "neighbours", "aria-label": t("next") }, step(at - 1, "previous"), step(at + 1, "next"));
}

function beadRow(app: App, bead: Bead): HTMLElement {
  const number = bead.spans.fr.length + bead.spans.en.length;
  const row = h("div", {
    class: `bead ${bead.region ?? ""}`,
    id: `bead-${bead.id}`,
    role: "group",
    tabindex: 0,
    "aria-label": `${t("sentence")} ${bead.id}`,
    "data-bead": bead.id,
  },
    h("div", { class: "gutter" },
      h("a", { href: link(app.model, "read", [bead.article.id, bead.id]), class: "number" }, bead.id),
      bead.type !== "1-1" && h("span", { class: "type", title: bead.type }, bead.type),
      h("button", {
        type: "button",
        class: "count",
        "aria-label": `${t("annotationsOf")} ${bead.id}: ${number}`,
        onclick: () => app.select(null, bead),
      }, number)),
    LANGS.map((lang) => side(app, bead, lang)),
    app.force && LANGS.map((lang) => h("div", { class: `force ${lang}`, lang: app.lang }, forceOf(app, bead, lang))));
  return row;
}

function side(app: App, bead: Bead, lang: Lang): HTMLElement {
  const place = extent(bead, lang);
  if (!place) {
    return h("div", { class: `side gap ${lang}`, lang: app.lang }, h("span", null, t(lang === "fr" ? "noFrench" : "noEnglish")));
  }
  const spans = bead.spans[lang].filter((span) => app.layers.has(span.layer));
  const text = bead.article.texts[lang];
  if (!text) return h("div", { class: `side closed ${lang}` }, chips(app, bead, lang, spans));
  const end = place.start + Array.from(app.model.side(bead, lang) ?? "").length;
  const lane = lanes(spans);
  const deep = (one: Map<Span, number>) => Math.max(0, ...[...one.values()].map((at) => at + 1));
  // Both sides get the lines of the deeper one, and two at least: rows stay level and even.
  const across = lanes(bead.spans[other(lang)].filter((span) => app.layers.has(span.layer)));
  const depth = deep(lane);
  const room = Math.max(2, depth, deep(across));
  const shown = pieces(place.start, end, spans).map((piece) => {
    const element = h("span", { class: piece.spans.length ? "piece" : null }, text.slice(piece.start, piece.end));
    if (piece.spans.length) paint(element, piece, lane, depth);
    for (const span of piece.spans) {
      const list = app.pieces.get(span.key);
      if (list) list.push(element);
      else app.pieces.set(span.key, [element]);
    }
    if (piece.spans.length) listen(app, element, bead, piece.spans);
    return element;
  });
  const paragraph = h("p", { class: "text", lang, dir: "auto", "data-start": place.start, "data-lang": lang }, shown);
  paragraph.style.lineHeight = `calc(1.28em + ${room * LINE}px)`;
  return h("div", { class: `side ${lang}` }, paragraph);
}

/** Draw the underlines of a piece: a line a lane, as backgrounds, so that text is not moved. */
function paint(
  element: HTMLElement, piece: { end: number; spans: Span[] }, lane: Map<Span, number>, depth: number,
): void {
  const lines = piece.spans.map((span) => ({
    image: LINES[span.layer],
    // The line of a span ends two pixels early, so that spans that touch are told apart.
    size: `${span.end === piece.end ? "calc(100% - 2px)" : "100%"} 3px`,
    position: `0 calc(100% - ${(depth - 1 - lane.get(span)!) * LINE}px)`,
  }));
  element.style.backgroundImage = lines.map((line) => line.image).join(", ");
  element.style.backgroundSize = lines.map((line) => line.size).join(", ");
  element.style.backgroundPosition = lines.map((line) => line.position).join(", ");
  element.style.paddingBottom = `${depth * LINE}px`;
}

const solid = (layer: string) => `linear-gradient(var(--${layer}), var(--${layer}))`;
const dashed = (layer: string, on: number, off: number) =>
  `repeating-linear-gradient(90deg, var(--${layer}) 0 ${on}px, transparent ${on}px ${on + off}px)`;

/** Colour and pattern of each layer: the pattern tells layers apart where colours do not. */
const LINES: Record<Span["layer"], string> = {
  mentions: solid("mentions"),
  amounts: dashed("amounts", 8, 2),
  attributions: dashed("attributions", 3, 2),
  conditionals: dashed("conditionals", 1, 2),
  stances: dashed("stances", 12, 4),
  flaws: dashed("flaws", 2, 5),
};

function listen(app: App, element: HTMLElement, bead: Bead, spans: Span[]): void {
  const innermost = spans.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
  element.title = spans.map((span) => `${span.layer}: ${label(span)}`).join("\n");
  element.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse") app.hover(innermost);
  });
  element.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") app.hover(null);
  });
  element.addEventListener("click", () => {
    if (!getSelection()?.isCollapsed) return;
    // A second click goes to the next span of those that lie here.
    const at = app.selected ? spans.indexOf(app.selected) : -1;
    app.select(at < 0 ? innermost : spans[(at + 1) % spans.length]!, bead);
  });
}

/** Return the spans of a text that is not here as buttons with their offsets. */
function chips(app: App, bead: Bead, lang: Lang, spans: Span[]): HTMLElement {
  const place = extent(bead, lang)!;
  return h("p", { class: "chips" },
    h("span", { class: "place" }, `${lang} ${place.start}–${place.end} `),
    spans.map((span) => {
      const button = h("button", {
        type: "button", class: `chip ${span.layer}`, onclick: () => app.select(span, bead),
      }, `${label(span)} ${span.start}–${span.end}`);
      app.pieces.set(span.key, [button]);
      return button;
    }));
}

/** Return the spans of a bead in reading order, French first: what the arrow keys go through. */
export function inOrder(app: App, bead: Bead): Span[] {
  return LANGS.flatMap((lang) =>
    bead.spans[lang]
      .filter((span) => app.layers.has(span.layer))
      .sort((a, b) => a.start - b.start || b.end - a.end));
}

/** Move among beads and spans by keys. Returns whether the key was used. */
export function onKey(app: App, key: string): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>(".bead")];
  if (!rows.length) return false;
  const focused = document.activeElement?.closest<HTMLElement>(".bead") ?? null;
  const at = focused ? rows.indexOf(focused) : -1;
  const article = app.model.articles.get(
    document.querySelector<HTMLElement>(".text-pair")?.dataset.article ?? "");
  const beadAt = (index: number) => article?.beads.find((one) => one.id === rows[index]?.dataset.bead);
  const down = ["j", "ArrowDown"].includes(key);
  const up = ["k", "ArrowUp"].includes(key);
  if (down || up) {
    if (at < 0 && key.startsWith("Arrow")) return false;
    const next = Math.max(0, Math.min(rows.length - 1, at + (down ? 1 : -1)));
    rows[next]!.focus();
    rows[next]!.scrollIntoView({ block: "nearest" });
    app.select(null, beadAt(next) ?? null);
    return true;
  }
  const bead = at < 0 ? undefined : beadAt(at);
  if (!bead) return false;
  const spans = inOrder(app, bead);
  if (["ArrowRight", "ArrowLeft"].includes(key) && spans.length) {
    const now = app.selected ? spans.indexOf(app.selected) : -1;
    const step = key === "ArrowRight" ? now + 1 : now < 0 ? spans.length - 1 : now - 1;
    app.select(spans[(step + spans.length) % spans.length]!, bead);
    return true;
  }
  if (key === "o") {
    const pair = app.selected && app.model.span(app.selected.article, app.selected.layer, app.selected.id, other(app.selected.lang));
    if (pair) app.select(pair, bead);
    return Boolean(pair);
  }
  return false;
}

/** Draw the arcs of the selected sentence, or none. */
export function drawArcs(app: App, span: Span | null, bead: Bead | null): void {
  for (const old of document.querySelectorAll(".arcs")) old.remove();
  for (const old of document.querySelectorAll(".roomy")) old.classList.remove("roomy");
  if (!span && !app.allArcs) return;
  const at = bead ?? (span && app.model.articles.get(span.article)?.beads.find((one) => one.id === span.bead));
  const row = at && document.getElementById(`bead-${at.id}`);
  if (app.arcs && at && row) {
    if (!span) row.classList.add("roomy");
    const drawn = arcs(app, at, row, span);
    if (drawn) row.append(drawn);
  }
}
