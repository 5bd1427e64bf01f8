// Entity pages, and the matrix of who takes which stance to whom.
import type { App } from "./app";
import { h } from "./dom";
import { LANGS, label, type Span, type Value } from "./model";
import { actions, shortened, spanRef } from "./panel";
import { values } from "./query";
import { link, type Route } from "./routes";
import { claim, t } from "./words";

/** Return the list of entities, those that are mentioned most first. */
export function entityList(app: App): HTMLElement {
  const { model } = app;
  const entities = [...model.entities.values()]
    .map((one) => ({ one, count: ids(model.mentionsOf.get(one.id) ?? []).length }))
    .sort((a, b) => b.count - a.count);
  const items = entities.map(({ one, count }) => h("li", { "data-words": `${one.id} ${one.names.fr} ${one.names.en}`.toLowerCase() },
    h("a", { href: link(model, "entity", [one.id]) }, h("bdi", null, one.names[app.lang])), ` ${one.type} · ${count}`));
  const filter = h("input", { type: "search", placeholder: t("filter"), "aria-label": t("filter"), oninput: () => {
    for (const item of items) item.hidden = !item.dataset.words?.includes(filter.value.toLowerCase());
  } });
  return h("div", { class: "page" }, h("h1", null, t("entities")), filter, h("ul", { class: "list columns" }, items));
}

/** Return spans without those of the other language that are the same things: French first. */
function ids(spans: Span[]): Span[] {
  const seen = new Map<string, Span>();
  for (const span of spans) {
    const name = `${span.article}/${span.layer}:${span.id}`;
    if (!seen.has(name) || span.lang === "fr") seen.set(name, span);
  }
  return [...seen.values()];
}

function all(app: App, layer: string): Span[] {
  return [...app.model.spans.values()].filter((span) => span.layer === layer);
}

/** Return the page of an entity: mentions, stances held and received, sums paid and received. */
export function entityPage(app: App, route: Route): HTMLElement {
  const { model } = app;
  const entity = model.entities.get(route.parts[0] ?? "");
  if (!entity) return h("p", { class: "notice", role: "alert" }, `${t("missing")} ${route.parts[0]}`);
  const mentions = model.mentionsOf.get(entity.id) ?? [];
  const named = new Map<string, number>();
  for (const one of mentions) {
    const surface = model.surface(one);
    if (surface === null) continue;
    const words = `${surface} (${one.lang})`;
    named.set(words, (named.get(words) ?? 0) + 1);
  }
  const stances = all(app, "stances");
  const amounts = ids(all(app, "amounts"));
  const group = (title: string, spans: Span[], row: (span: Span) => Parameters<typeof h>[2][]) =>
    spans.length > 0 && h("section", null, h("h2", null, `${title} (${spans.length})`), h("ul", null, spans.slice(0, 200).map((span) => h("li", null, row(span)))));
  const stance = (role: "holder" | "target") => (span: Span) => {
    const others = values(model, span, `${role}_entity`).filter((one) => one !== null);
    return [h("span", { class: `polarity ${span.fields.polarity}` }, signOf(span.fields.polarity)), ` ${label(span)} `,
      others.map((one) => [entityRef(app, one), " "]), spanRef(app, span), ` ${span.article}:${span.bead}`];
  };
  const sum = (span: Span) => [h("strong", null, claim(span.fields)), " ", spanRef(app, span), ` ${span.fields.role} · ${span.article}:${span.bead}`];
  const by = (role: string) => amounts.filter((span) => span.fields[role] === entity.id);
  return h("div", { class: "page entity" },
    h("p", null, h("a", { href: link(model, "entities") }, t("entities"))),
    h("h1", null, h("bdi", null, entity.names[app.lang]), " ", h("small", null, `${entity.type} · ${entity.id}${entity.fields.qid ? ` · ${entity.fields.qid}` : ""}`)),
    h("p", null, LANGS.map((lang) => h("span", null, `${lang} `, h("bdi", { lang }, entity.names[lang]), " "))),
    h("p", null, h("a", { href: link(model, "find", [], { entity: entity.id }) }, `${t("find")} →`)),
    h("section", null, h("h2", null, `${t("names")} (${mentions.length})`), h("p", { class: "tags" }, [...named].sort((a, b) => b[1] - a[1]).slice(0, 40).map(([words, count]) => h("span", { class: "tag mentions" }, h("bdi", null, shortened(words)), count > 1 && ` × ${count}`)))),
    group(t("held"), ids(stances.filter((one) => model.holder(one) === entity.id)), stance("target")),
    group(t("received"), ids(stances.filter((one) => model.targets(one).includes(entity.id))), stance("holder")),
    group(t("paid"), by("payer"), sum), group(t("got"), by("payee"), sum), group(t("concerned"), by("about"), sum),
    group(t("mentions"), ids(mentions), (span) => [spanRef(app, span), ` ${span.article}:${span.bead}`]),
    actions(app, link(model, "entity", [entity.id]), `entity ${entity.id}`));
}

function entityRef(app: App, id: Value): HTMLElement {
  if (id === "AUTHOR") return h("em", null, t("author"));
  return h("a", { href: link(app.model, "entity", [String(id)]) }, h("bdi", null, app.model.name(id, app.lang)));
}

function signOf(polarity: Value | undefined): string {
  return polarity === "positive" ? "+" : polarity === "negative" ? "−" : "·";
}

const SHOWN = 14;

/** Return the matrix of stances: who holds them, to whom. */
export function matrix(app: App, route: Route): HTMLElement {
  const { model } = app;
  const attitude = route.query.attitude ?? "";
  const limit = route.query.all ? Infinity : SHOWN;
  const stances = ids(all(app, "stances")).filter((one) => !attitude || label(one) === attitude);
  const cells = new Map<string, Span[]>();
  const totals = { holder: new Map<string, number>(), target: new Map<string, number>() };
  for (const span of stances) {
    const holder = model.holder(span) ?? "-";
    totals.holder.set(holder, (totals.holder.get(holder) ?? 0) + 1);
    for (const target of values(model, span, "target_entity").map((one) => String(one ?? "-"))) {
      const cell = `${holder}\n${target}`;
      cells.set(cell, [...(cells.get(cell) ?? []), span]);
      totals.target.set(target, (totals.target.get(target) ?? 0) + 1);
    }
  }
  const ordered = (role: "holder" | "target") => [...totals[role]]
    .sort((a, b) => Number(a[0] === "-") - Number(b[0] === "-") || b[1] - a[1]).map(([id]) => id);
  const holders = ordered("holder").slice(0, limit);
  const targets = ordered("target").slice(0, limit);
  const name = (id: string) => (id === "-" ? h("em", null, t("other")) : entityRef(app, id));
  const attitudes = [...new Set(all(app, "stances").map(label))].sort();
  const tab = (one: string) => h("a", { href: link(model, "matrix", [], { attitude: one, all: route.query.all }), "aria-current": one === attitude ? "true" : null }, one || t("all"));
  return h("div", { class: "page wide" }, h("h1", null, t("matrix")), h("p", null, t("matrixHelp")),
    h("nav", { class: "tabs", "aria-label": t("attitude") }, ["", ...attitudes].map(tab)),
    h("p", null, `${holders.length} / ${totals.holder.size} × ${targets.length} / ${totals.target.size} ${t("shown")} `,
      limit !== Infinity && h("a", { href: link(model, "matrix", [], { attitude, all: "1" }) }, t("all"))),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": t("matrix") }, h("table", { class: "matrix" },
      h("thead", null, h("tr", null, h("td", null, `${t("holder")} ↓ ${t("target")} →`), targets.map((id) => h("th", { scope: "col" }, h("span", null, name(id)))))),
      h("tbody", null, holders.map((holder) => h("tr", null, h("th", { scope: "row" }, name(holder)), targets.map((target) => {
        const spans = cells.get(`${holder}\n${target}`);
        return h("td", null, spans && cell(app, spans, { layer: "stances", attitude, holder_entity: holder, target_entity: target }));
      })))))));
}

function cell(app: App, spans: Span[], query: Record<string, string>): HTMLElement {
  const count = (polarity: string) => spans.filter((one) => one.fields.polarity === polarity).length;
  const [plus, minus, neutral] = [count("positive"), count("negative"), count("neutral")];
  const words = [plus && `+${plus}`, minus && `−${minus}`, neutral && `·${neutral}`].filter(Boolean).join(" ");
  const tone = plus > minus ? "positive" : minus > plus ? "negative" : "even";
  const strength = Math.min(3, Math.ceil(Math.abs(plus - minus) / 2));
  return h("a", { href: link(app.model, "find", [], query), class: `cell ${tone} s${strength}`, title: spans.map(label).join(", ") }, words);
}
