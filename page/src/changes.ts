// What changed since another release, row by row, each sentence as it was and as it is.
import type { App } from "./app";
import { h } from "./dom";
import { type ChangedRow, extent, type Lang, LANGS, LAYERS, type Span } from "./model";
import { link, type Route } from "./routes";
import { t } from "./words";

/** Return what changed since another release, row by row. */
export function changesPage(app: App, route: Route): HTMLElement {
  const { model } = app;
  const changes = model.data.changes.find((one) => one.version === route.query.since) ?? model.data.changes[0];
  if (!changes) return h("div", { class: "page" }, h("h1", null, t("changes")), h("p", null, t("noChanges")));
  const table = route.query.table ?? "";
  const tables = [...new Set(changes.rows.map((one) => one.table))];
  const rows = changes.rows.filter((one) => !table || one.table === table);
  const tab = (one: string) => h("a", { href: link(model, "changes", [], { since: changes.version, table: one }), "aria-current": one === table ? "true" : null }, `${one || t("all")} (${changes.rows.filter((each) => !one || each.table === one).length})`);
  const body = h("tbody", null, rows.slice(0, 500).map((one) => changedRow(app, one)));
  return h("div", { class: "page wide" }, h("h1", null, `${t("changes")}: ${changes.version} → ${model.about.version}`),
    model.data.changes.length > 1 && h("nav", { class: "tabs since", "aria-label": t("versions") }, model.data.changes.map((one) =>
      h("a", { href: link(model, "changes", [], { since: one.version }), "aria-current": one === changes ? "true" : null }, `${one.version} →`))),
    h("p", null, `${changes.count} ${t("rowsChanged")}`),
    h("nav", { class: "tabs", "aria-label": t("layer") }, ["", ...tables].map(tab)),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": t("changes") }, h("table", null, body)));
}

function changedRow(app: App, row: ChangedRow): HTMLElement {
  const { model } = app;
  const name = [row.key.article, row.key.id, row.key.lang].filter((one) => one !== null && one !== undefined).join(":");
  const layer = LAYERS.find((one) => one === row.table);
  const span = layer && model.span(String(row.key.article), layer, row.key.id, row.key.lang as Lang);
  const cells = Object.keys({ ...row.old, ...row.new }).map((column) => h("li", null, `${column}: `,
    h("del", null, JSON.stringify(row.old?.[column] ?? null)), " → ", h("ins", null, JSON.stringify(row.new?.[column] ?? null))));
  const target = span ? link(model, "read", [span.article, span.bead ?? "-", `${span.layer}:${span.id}:${span.lang}`])
    : row.table === "facts" ? link(model, "fact", [name]) : row.table === "kb" ? link(model, "entity", [name]) : null;
  return h("tr", null, h("td", null, row.kind), h("td", null, row.table),
    h("td", null, target && row.kind !== "removed" ? h("a", { href: target }, name) : name), h("td", null, h("ul", { class: "cells" }, cells), row.table in NO_SENTENCES ? null : sentencesOf(app, row, span || undefined)));
}

const NO_SENTENCES: Record<string, true> = { facts: true, kb: true, articles: true };

/** Return the sentences of a changed row as they were and as they are, with the span marked. */
function sentencesOf(app: App, row: ChangedRow, span: Span | undefined): HTMLElement[] {
  const { model } = app;
  const name = String(row.table === "beads" ? row.key.id : span?.bead);
  const bead = row.kind === "removed" ? undefined
    : model.articles.get(String(row.key.article))?.beads.find((one) => one.id === name);
  const langs = LANGS.filter((lang) => !row.key.lang || row.key.lang === lang);
  return langs.flatMap((lang) => {
    const before = row.before.find((one) => one.lang === lang);
    const text = bead ? model.side(bead, lang) : null;
    const at = bead && extent(bead, lang)?.start;
    const place: [number, number] | null = span && at !== undefined ? [span.start - at, span.end - at] : null;
    const line = (word: "wasSo" | "isSo", value: string, where: [number, number] | null) =>
      h("p", { class: word, "data-lang": lang }, h("small", null, `${t(word)} `), quotedWith(value, where, lang, row.table));
    return [before && line("wasSo", before.text, before.span), text !== null && line("isSo", text, place)].filter((one) => one instanceof HTMLElement);
  });
}

function quotedWith(value: string, where: [number, number] | null, lang: Lang, layer: string): HTMLElement {
  if (!where) return h("span", { lang, dir: "auto" }, value);
  const points = Array.from(value);
  const [start, end] = where;
  return h("span", { lang, dir: "auto" }, points.slice(0, start).join(""),
    h("mark", { class: layer }, points.slice(start, end).join("")), points.slice(end).join(""));
}
