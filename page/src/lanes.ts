// Spans as underlines in lanes: each keeps its lane from end to end, so crossing spans stay legible.
import type { Offsets } from "./model";

/** A piece of a text over which the same spans run. */
export interface Piece<T extends Offsets> extends Offsets {
  spans: T[];
}

/** Give each span the first lane that no overlapping span has; short spans lie next to the text. */
export function lanes<T extends Offsets>(spans: readonly T[]): Map<T, number> {
  const placed: [T, number][] = [];
  const order = [...spans].sort(
    (a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start,
  );
  for (const span of order) {
    const taken = new Set(
      placed.filter(([one]) => one.start < span.end && span.start < one.end).map(([, lane]) => lane),
    );
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    placed.push([span, lane]);
  }
  return new Map(placed);
}

/** Cut the stretch from `start` to `end` wherever a span begins or ends. */
export function pieces<T extends Offsets>(start: number, end: number, spans: readonly T[]): Piece<T>[] {
  const inside = spans.filter((span) => span.start < end && start < span.end && span.start < span.end);
  const cuts = new Set([start, end]);
  for (const span of inside) {
    cuts.add(Math.max(start, span.start));
    cuts.add(Math.min(end, span.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1]!;
    return { start: from, end: to, spans: inside.filter((s) => s.start <= from && to <= s.end) };
  });
}
