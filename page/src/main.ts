// The page: its frame, its views, and what the keys do.
import { App } from "./app";
import { changesPage } from "./changes";
import { fill, h } from "./dom";
import { entityList, entityPage, matrix } from "./entities";
import { factList, factPage } from "./facts";
import { concordance } from "./find";
import type { Library } from "./library";
import { shelved } from "./shelf";
import { Model, type PageData } from "./model";
import { aboutPage, disagreements, figures } from "./more";
import { acceptDrops, whenTexts } from "./owntext";
import { beadDetails, spanDetails } from "./panel";
import { drawArcs, onKey, reading } from "./reading";
import { ask, warm } from "./query";
import { link, parse, type Route } from "./routes";
import { showSelection } from "./selection";
import { language, speak, t, type Word } from "./words";

const VIEWS: Record<string, (app: App, route: Route) => HTMLElement> = {
  read: reading,
  find: concordance,
  facts: factList,
  fact: factPage,
  entities: entityList,
  entity: entityPage,
  matrix,
  disagreements,
  figures,
  about: aboutPage,
  changes: changesPage,
};
const TABS: Word[] = ["read", "find", "facts", "entities", "matrix", "disagreements", "figures", "about"];
const PARENTS: Record<string, string> = { fact: "facts", entity: "entities", changes: "about" };

/** Start the page; a large release is read through the library that `open` returns. */
export function start(open: (data: PageData) => Library | null): void {
  const data = JSON.parse(document.getElementById("data")?.textContent ?? "{}") as PageData;
  const live = h("p", { class: "unseen", "aria-live": "polite", id: "live" });
  const app = new App(new Model(data), live, open(data));
  speak(remembered("language") ?? (navigator.language.startsWith("fr") ? "fr" : "en"));
  const theme = remembered("theme");
  if (theme) document.documentElement.style.colorScheme = theme;

  const header = h("header", { class: "top" });
  const content = h("main", { id: "content", tabindex: -1 });
  const panel = h("aside", { class: "panel" });
  const offsets = h("div", { class: "offsets", hidden: true });
  document.body.append(header, content, panel, offsets, live);

  const wide = matchMedia("(min-width: 60rem)");
  app.onSelect = (span, bead, pinned) => {
    // On a narrow screen the panel covers text: there it opens by a click or a key alone.
    if (!pinned && !wide.matches) return;
    const details = span ? spanDetails(app, span) : bead ? beadDetails(app, bead) : null;
    panel.hidden = !details && !wide.matches;
    document.body.classList.toggle("with-panel", Boolean(details));
    if (details) {
      const close = h("button", { type: "button", class: "close", "aria-label": t("close"), onclick: () => app.select(null, null) }, "×");
      fill(panel, close, details);
    } else {
      fill(panel, h("p", { class: "empty" }, t("empty")), h("p", { class: "help" }, t("keys")));
    }
    if (pinned) drawArcs(app, span, bead);
  };

  const draw = () => {
    const route = parse(location.hash);
    document.documentElement.lang = language();
    document.title = `${app.model.about.title} ${app.model.about.version}`;
    panel.setAttribute("aria-label", t("details"));
    frame(app, header, route, draw);
    app.selected = null;
    app.bead = null;
    panel.hidden = true;
    fill(panel);
    document.body.classList.remove("with-panel");
    const other = route.version && route.version !== app.model.about.version;
    const notice = other && h("p", { class: "notice", role: "status" }, t("otherVersion", route.version!, app.model.about.version), otherPage(app, route.version!));
    const view = VIEWS[route.view] ?? reading;
    fill(content, notice, app.library ? shelved(app, app.library, route, view, draw) : view(app, route));
    document.body.dataset.view = route.view;
  };
  let last = "";
  let search = false;
  addEventListener("hashchange", () => {
    draw();
    const { view, parts } = parse(location.hash);
    const place = `${view}/${parts[0] ?? ""}`;
    if (place !== last && parts.length < 2) scrollTo(0, 0);
    last = place;
    if (search) content.querySelector<HTMLInputElement>("form.ask input")?.focus();
    search = false;
  });
  whenTexts((messages) => {
    draw();
    const report = h("div", { class: "notice", role: "status" }, messages.map((one) => h("p", null, h("bdi", null, one))));
    content.prepend(report);
  });
  addEventListener("resize", () => drawArcs(app, app.selected, app.bead));
  addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement;
    const typing = target.matches("input, select, textarea");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      app.select(null, null);
      return;
    }
    if (typing) return;
    if (event.key === "/") {
      event.preventDefault();
      search = !content.querySelector("form.ask");
      if (search) location.hash = link(app.model, "find");
      else content.querySelector<HTMLInputElement>("form.ask input")?.focus();
    } else if (event.key === "Enter" && target.classList.contains("bead")) {
      if (!app.selected && !app.bead) {
        const article = app.model.articles.get(content.querySelector<HTMLElement>(".text-pair")?.dataset.article ?? "");
        app.select(null, article?.beads.find((one) => one.id === target.dataset.bead) ?? null);
      }
      panel.querySelector<HTMLElement>("a, button:not(.close)")?.focus();
    } else if (onKey(app, event.key)) {
      event.preventDefault();
    }
  });
  showSelection(app, offsets);
  acceptDrops(app);
  draw();
  if (!app.library) warm(app.model);
  // For programs that read the page, and for its tests.
  Object.assign(window, { visavis: { get model() { return app.model; }, library: app.library, ask: (query: Record<string, string>) => ask(app.model, query).map(({ bead }) => `${bead.article.id}:${bead.id}`) } });
}

/** Return a link to the page of another version, at the same place, where there is one. */
function otherPage(app: App, version: string): HTMLElement | false {
  const page = app.model.data.versions.find((one) => one.version === version)?.page;
  return Boolean(page) && h("a", { href: `${page}${location.hash}`, class: "other" }, ` ${version}`);
}

function frame(app: App, header: HTMLElement, route: Route, draw: () => void): void {
  const { about } = app.model;
  const here = PARENTS[route.view] ?? route.view;
  const tabs = TABS.map((view) => h("li", null, h("a", { href: link(app.model, view), "aria-current": view === here ? "page" : null }, t(view))));
  fill(header,
    h("a", { href: "#content", class: "skip", onclick: (event: Event) => { event.preventDefault(); document.getElementById("content")?.focus(); } }, t("skip")),
    h("p", { class: "name" }, h("a", { href: link(app.model, "about") }, h("bdi", null, about.name)), h("small", null, ` ${about.version}`)),
    h("nav", { "aria-label": t("views"), class: "views" }, h("ul", null, tabs)),
    h("p", { class: "tools" },
      h("button", { type: "button", class: "quiet", id: "language", lang: language() === "fr" ? "en" : "fr", onclick: () => {
        speak(language() === "fr" ? "en" : "fr");
        remember("language", language());
        draw();
      } }, t("language")),
      h("button", { type: "button", class: "quiet", id: "theme", title: t("theme"), "aria-label": t("theme"), onclick: () => {
        const dark = getComputedStyle(document.documentElement).getPropertyValue("color-scheme") === "dark" ||
          (document.documentElement.style.colorScheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
        document.documentElement.style.colorScheme = dark ? "light" : "dark";
        remember("theme", dark ? "light" : "dark");
      } }, "◐")));
}

// A page in a frame may have no storage; then nothing is remembered.
function remembered<T extends string>(name: string): T | null {
  try {
    return localStorage.getItem(`visavis-${name}`) as T | null;
  } catch {
    return null;
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`visavis-${name}`, value);
  } catch {
    // Nothing is lost but the choice.
  }
}
