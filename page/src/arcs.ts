// Relations as arcs over a sentence: from the expression to its holder, its target, its source.
import type { App } from "./app";
import { s } from "./dom";
import type { Bead, Lang, Offsets, Span } from "./model";
import { other } from "./model";
import { type Relation, relationsOf } from "./relations";
import { unitOf } from "./text";

/** Return the arcs of a bead; of one span, where one is selected. */
export function arcs(app: App, bead: Bead, row: HTMLElement, selected: Span | null): SVGElement | null {
  const all = relationsOf(app.model, bead, app.layers).filter(
    (one) => !selected || touches(one, selected),
  );
  const frame = row.getBoundingClientRect();
  const names: Box[] = [];
  const drawn = all.flatMap((relation) => arc(row, relation, frame, names));
  if (!drawn.length) return null;
  return s("svg", {
    class: "arcs", "aria-hidden": "true", width: frame.width, height: frame.height,
  }, drawn);
}

function touches(relation: Relation, span: Span): boolean {
  // The relations of the counterpart are drawn too: both languages say the same.
  const same = (one: Offsets) => "key" in one && matches(one as Span, span);
  return same(relation.from) || (relation.span !== undefined && same(relation.span));
}

function matches(one: Span, span: Span): boolean {
  return one.key === span.key ||
    (one.layer === span.layer && one.id === span.id && one.lang === other(span.lang));
}

interface Box {
  x: number;
  y: number;
  width: number;
}

/** Places along an arc at which its name is tried, from the middle outwards. */
const PLACES = [0.5, 0.65, 0.35, 0.8, 0.2];

/** Return where on an arc its name meets no other name. */
function place(ends: [number, number, number, number], top: number, name: string, names: Box[]): Box {
  const [x1, y1, x2, y2] = ends;
  const width = name.length * 6 + 8;
  const boxes = PLACES.map((at) => {
    const [a, b, c, d] = [(1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at ** 2 * (1 - at), at ** 3];
    return { x: (a + b) * x1 + (c + d) * x2, y: a * y1 + (b + c) * top + d * y2 - 2, width };
  });
  const meets = (one: Box) => names.some((two) =>
    Math.abs(one.x - two.x) < (one.width + two.width) / 2 && Math.abs(one.y - two.y) < 11);
  const box = boxes.find((one) => !meets(one)) ?? boxes[0]!;
  names.push(box);
  return box;
}

function arc(row: HTMLElement, relation: Relation, frame: DOMRect, names: Box[]): SVGElement[] {
  const from = rect(row, relation.lang, relation.from);
  const to = rect(row, relation.lang, relation.to);
  if (!from || !to) return [];
  const x1 = from.left + from.width / 2 - frame.left;
  const x2 = to.left + to.width / 2 - frame.left;
  const y1 = from.top - frame.top + 2;
  const y2 = to.top - frame.top + 2;
  const rise = Math.min(26, 8 + Math.abs(x2 - x1) / 12);
  const top = Math.min(y1, y2) - rise;
  const path = `M${x1},${y1} C${x1},${top} ${x2},${top} ${x2},${y2}`;
  const name = place([x1, y1, x2, y2], top, relation.name, names);
  return [
    s("path", { d: path, class: `arc ${relation.layer}` }),
    s("path", { d: `M${x2 - 3},${y2 - 5} L${x2},${y2} L${x2 + 3},${y2 - 5}`, class: `arc ${relation.layer}` }),
    s("text", { x: name.x, y: name.y, class: "arc-name" }, relation.name),
  ];
}

/** Return the first line of a stretch of text on the screen. */
function rect(row: HTMLElement, lang: Lang, place: Offsets): DOMRect | null {
  const text = row.querySelector<HTMLElement>(`.text[data-lang=${lang}]`);
  if (!text) return null;
  const start = place.start - Number(text.dataset.start);
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walker.nextNode() as globalThis.Text | null; node; node = walker.nextNode() as globalThis.Text | null) {
    const length = Array.from(node.data).length;
    if (start >= passed && start < passed + length) {
      const range = document.createRange();
      range.setStart(node, unitOf(node.data, start - passed));
      range.setEnd(node, unitOf(node.data, Math.min(length, start - passed + place.end - place.start)));
      return range.getClientRects()[0] ?? null;
    }
    passed += length;
  }
  return null;
}
