// Texts by code point: every offset of the corpus counts code points, strings here count UTF-16.

/** A text that is cut by offsets in code points. */
export class Text {
  readonly value: string;
  /** Code points of the text. */
  readonly length: number;
  // UTF-16 index of each code point; null where no code point needs two units.
  private readonly units: Int32Array | null;

  constructor(value: string) {
    this.value = value;
    const points = Array.from(value);
    this.length = points.length;
    if (points.length === value.length) {
      this.units = null;
      return;
    }
    this.units = new Int32Array(points.length + 1);
    let unit = 0;
    points.forEach((point, index) => {
      this.units![index] = unit;
      unit += point.length;
    });
    this.units[points.length] = unit;
  }

  /** Return the piece from code point `start` to before `end`. */
  slice(start: number, end: number): string {
    return this.value.slice(this.unit(start), this.unit(end));
  }

  private unit(point: number): number {
    const index = Math.max(0, Math.min(point, this.length));
    return this.units ? this.units[index]! : index;
  }
}

/** Return the number of code points of a string. */
export function points(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

/** Return the index in UTF-16 units of a code point of a string. */
export function unitOf(value: string, point: number): number {
  let unit = 0;
  for (const char of value) {
    if (point-- <= 0) break;
    unit += char.length;
  }
  return unit;
}

/** Return a string without accents and case, the apostrophe straight: what a search compares. */
export function fold(value: string): string {
  return value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'");
}

/** A folded text and, for each of its code points, the code point of the text it comes from. */
export interface Folded {
  text: string;
  origin: number[];
}

// A corpus has few different characters; folding each once makes a first search ten times faster.
const FOLDED = new Map<string, string>();

/** Fold a text and keep where each character comes from, so that matches can be marked in it. */
export function foldWithOrigin(value: string): Folded {
  const origin: number[] = [];
  let text = "";
  let index = 0;
  for (const char of value) {
    let folded = FOLDED.get(char);
    if (folded === undefined) {
      folded = fold(char);
      FOLDED.set(char, folded);
    }
    text += folded;
    // The origins count UTF-16 units of the folded text: regular expressions match by unit.
    for (let unit = 0; unit < folded.length; unit += 1) origin.push(index);
    index += 1;
  }
  return { text, origin };
}
