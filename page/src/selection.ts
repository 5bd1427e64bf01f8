// Selected text tells its offsets, in code points of the article.
import type { App } from "./app";
import { fill, h } from "./dom";
import { points } from "./text";
import { t } from "./words";

interface Selected {
  article: string;
  lang: string;
  start: number;
  end: number;
}

/** Show the offsets of what is selected in `place`. */
export function showSelection(app: App, place: HTMLElement): void {
  document.addEventListener("selectionchange", () => {
    const found = selected();
    place.hidden = !found;
    if (!found) return;
    const text = `${found.article} ${found.lang} ${found.start}–${found.end}`;
    const exact = `${found.article}\t${found.lang}\t${found.start}\t${found.end}`;
    fill(place, h("output", null, `${text} (${found.end - found.start} ${t("selection")})`), app.copyButton(t("copyOffsets"), () => exact));
  });
}

function selected(): Selected | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const start = position(range.startContainer, range.startOffset);
  const end = position(range.endContainer, range.endOffset);
  if (!start || !end || start.lang !== end.lang || start.at >= end.at) return null;
  return { article: start.article, lang: start.lang, start: start.at, end: end.at };
}

function position(node: Node, offset: number): { article: string; lang: string; at: number } | null {
  const element = node instanceof Element ? node : node.parentElement;
  const text = element?.closest<HTMLElement>(".text[data-start]");
  const article = text?.closest<HTMLElement>("[data-article]")?.dataset.article;
  if (!text || !article) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(node, offset);
  const at = Number(text.dataset.start) + points(before.toString());
  return { article, lang: text.dataset.lang ?? "", at };
}
