// The views of a large release: an article is fetched when it is read; some views are for small ones.
import type { App } from "./app";
import { h } from "./dom";
import type { Library } from "./library";
import { articleList } from "./reading";
import type { Route } from "./routes";
import { number, t } from "./words";

type View = (app: App, route: Route) => HTMLElement;
const ANY_SIZE = new Set(["find", "about", "changes"]);

/** Return a view of a large release; `draw` is called when what it needs has come. */
export function shelved(app: App, library: Library, route: Route, view: View, draw: () => void): HTMLElement {
  if (location.protocol === "file:")
    return h("div", { class: "page" }, h("p", { class: "notice", role: "alert" }, t("needsServer")),
      h("pre", { tabindex: 0 }, h("code", null, `visavis page ${library.index.base.replace(/\/$/u, "")} --serve`)));
  if (ANY_SIZE.has(route.view)) return view(app, route);
  if (route.view !== "read")
    return h("div", { class: "page" }, h("h1", null, t("smallOnly")),
      h("p", null, t("smallOnlyText", number(library.index.pairs))));
  const id = route.parts[0] ?? library.index.ids[0];
  if (id === undefined || app.model.articles.has(id) || !library.index.ids.includes(id))
    return view(app, { ...route, parts: id === undefined ? [] : [id, ...route.parts.slice(1)] });
  const status = h("p", { class: "notice", role: "status" }, t("loading", id));
  const waiting = h("div", { class: "reading" }, articleList(app, null), status);
  void library.open(id).then(
    (model) => {
      app.model = model;
      if (waiting.isConnected) draw();
    },
    (error: unknown) => { status.replaceChildren(t("notLoaded", String(error))); },
  );
  return waiting;
}
