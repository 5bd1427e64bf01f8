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
    if (!/[\ud800-\udfff]/.test(value)) {
      this.length = value.length;
      this.units = null;
      return;
    }
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
  // Most English sentences have nothing to take apart.
  if (/^[\0-\x7f]*$/u.test(value)) return value.toLowerCase();
  return value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'");
}

// A corpus has few different characters: each is folded once.
const UNITS = new Map<string, number>();

/**
 * Return, for each UTF-16 unit of a folded text, the code point of the text it comes from, so that
 * matches can be marked in the text: regular expressions match by unit, offsets count code points.
 */
export function origins(value: string): number[] {
  const origin: number[] = [];
  let index = 0;
  for (const char of value) {
    let units = UNITS.get(char);
    if (units === undefined) {
      units = fold(char).length;
      UNITS.set(char, units);
    }
    for (let unit = 0; unit < units; unit += 1) origin.push(index);
    index += 1;
  }
  return origin;
}
