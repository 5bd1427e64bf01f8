// A reader's own copy of a text that is not in the file: compared by SHA-256, shown, sent nowhere.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { App } from "./app";
import { h } from "./dom";
import { type Article, LANGS } from "./model";
import { refresh } from "./query";
import { Text } from "./text";
import { t } from "./words";

/** Called after texts were put in, with what happened to each file. */
export let onTexts: (messages: string[]) => void = () => {};
export function whenTexts(call: typeof onTexts): void {
  onTexts = call;
}

/** Return the place where files are dropped or chosen. */
export function dropZone(app: App, article: Article): HTMLElement {
  const input = h("input", {
    type: "file", multiple: true, id: "own-text",
    onchange: () => { void take(app, [...(input.files ?? [])]); },
  });
  const hashes = LANGS.filter((lang) => article.sha256[lang] && !article.texts[lang])
    .map((lang) => h("code", null, `${lang} ${article.sha256[lang]}`));
  return h("div", { class: "drop" },
    h("p", null, t("notHere")),
    h("p", null, t("drop")),
    h("p", null, h("label", { for: "own-text" }, `${t("choose")} `), input),
    h("p", { class: "hashes" }, hashes));
}

/** Put the texts in whose bytes are those that an article declares. */
export async function take(app: App, files: File[]): Promise<void> {
  const messages: string[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const hash = bytesToHex(sha256(bytes));
    const places = [...app.model.articles.values()].flatMap((article) =>
      LANGS.filter((lang) => article.sha256[lang] === hash).map((lang) => ({ article, lang })));
    if (!places.length) {
      messages.push(`${file.name} ${t("refused")} ${hash}`);
      continue;
    }
    try {
      // A byte order mark is part of the text: offsets count it.
      const text = new Text(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
      for (const { article, lang } of places) {
        article.texts[lang] = text;
        messages.push(`${file.name}: ${article.id} ${lang} ${t("accepted")}`);
      }
    } catch {
      messages.push(`${file.name} ${t("decoded")}`);
    }
  }
  refresh();
  onTexts(messages);
}

/** Let files be dropped anywhere on the page. */
export function acceptDrops(app: App): void {
  addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      document.body.classList.add("dragging");
    }
  });
  addEventListener("dragleave", () => document.body.classList.remove("dragging"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("dragging");
    void take(app, [...(event.dataTransfer?.files ?? [])]);
  });
}
