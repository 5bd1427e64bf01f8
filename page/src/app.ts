// What the views share: the data, what is switched on and what is selected.
import type { Bead, Lang, Layer, Model, Span } from "./model";
import { LAYERS, label } from "./model";
import type { Library } from "./library";
import { copy, fill, h } from "./dom";
import { address, spanLink } from "./routes";
import { relatives } from "./relations";
import { language, t } from "./words";

export class App {
  readonly layers = new Set<Layer>(LAYERS);
  arcs = true;
  /** Arcs of a whole sentence, not of one span alone; they need room between the lines. */
  allArcs = false;
  force = false;
  /** Elements of the reading view that show a span, by key of the span. */
  readonly pieces = new Map<string, HTMLElement[]>();
  selected: Span | null = null;
  bead: Bead | null = null;
  /** Called when the selection changes: draws arcs, fills the panel. */
  onSelect: (span: Span | null, bead: Bead | null, pinned: boolean) => void = () => {};
  private readonly live: HTMLElement;

  constructor(public model: Model, live: HTMLElement, readonly library: Library | null = null) {
    this.live = live;
  }

  get lang(): Lang {
    return language();
  }

  /** Tell a screen reader. */
  say(text: string): void {
    fill(this.live, text);
  }

  /** Select a span or a sentence for good: its address becomes that of the page. */
  select(span: Span | null, bead: Bead | null): void {
    this.selected = span;
    this.bead = bead;
    this.light(span);
    this.onSelect(span, bead, true);
    if (span) {
      history.replaceState(null, "", spanLink(this.model, span));
      const pair = this.model.counterpart(span);
      const words = [this.model.surface(span) ?? span.id, span.layer, label(span)];
      if (pair) words.push(`${t("counterpart")}: ${this.model.surface(pair) ?? pair.id}`);
      this.say(words.join(", "));
    }
  }

  /** Show a span while the pointer is on it; null goes back to what is selected. */
  hover(span: Span | null): void {
    this.light(span ?? this.selected);
    this.onSelect(span ?? this.selected, this.bead, false);
  }

  private light(span: Span | null): void {
    for (const elements of this.pieces.values())
      for (const element of elements)
        element.classList.remove("on", "pair", "coref", "claim", "related");
    if (!span) return;
    for (const [key, why] of relatives(this.model, span))
      for (const element of this.pieces.get(key) ?? []) element.classList.add(why);
  }

  /** Return a button that copies a text and says so. */
  copyButton(name: string, text: () => string): HTMLElement {
    const button = h("button", {
      type: "button",
      class: "quiet",
      onclick: async () => {
        await copy(text());
        this.say(t("copied"));
        button.classList.add("done");
        setTimeout(() => button.classList.remove("done"), 1200);
      },
    }, name);
    return button;
  }

  /** Return a button that copies the whole address of a link. */
  linkButton(hash: string): HTMLElement {
    return this.copyButton(t("link"), () => address(hash));
  }
}
