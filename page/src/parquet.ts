// Reading the Parquet files of a release by ranges: an article, or part by part for a query.
import { decompress } from "fzstd";
import { type FileMetaData, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import type { Answer, Index, Library, LibraryFile, LibraryTable, Row } from "./library";
import { LANGS, type Layer, LAYERS, Model, type PageData, type Value } from "./model";
import { ask, counts, type Hit, type Query } from "./query";

/** Sentence pairs that are looked through at a time: a fraction of a second, a few megabytes. */
const PART = 5_000;
/** Rows without texts that a search decodes at a time: a page of them holds a whole row group. */
const BLOCK = 50_000;
/** Articles with texts that a search decodes at a time. */
const TEXT_BLOCK = 1_250;
/** Hits that are held to be drawn, sorted and saved; of the others the page holds the ids. */
export const MOST_HITS = 500;
/** Ranges of a file that are held, and their bytes at most: those of the indices are asked for often. */
const RANGES = 32;
const SMALL_RANGE = 100_000;
const NOT_READ = new Set(["text", "story", "split"]);
const TEXTS = ["fr", "en"];

/** A file of the release, by ranges; as a whole where the server knows no ranges. */
class Remote {
  private whole: ArrayBuffer | null = null;
  private first: Promise<ArrayBuffer> | null = null;
  private readonly ranges = new Map<string, Promise<ArrayBuffer>>();

  constructor(private readonly url: string, readonly byteLength: number) {}

  async slice(start: number, end = this.byteLength): Promise<ArrayBuffer> {
    // The first answer says whether the server knows ranges: the others wait for it.
    if (this.first) await this.first.catch(() => {});
    if (this.whole) return this.whole.slice(start, end);
    const key = `${start}-${end}`;
    const held = this.ranges.get(key);
    if (held) return held;
    const asked = this.ask(start, end);
    this.first ??= asked;
    if (end - start <= SMALL_RANGE) this.ranges.set(key, asked);
    asked.catch(() => {
      this.ranges.delete(key);
      this.first = null;
    });
    if (this.ranges.size > RANGES) this.ranges.delete(this.ranges.keys().next().value!);
    return asked;
  }

  private async ask(start: number, end: number): Promise<ArrayBuffer> {
    const answer = await fetch(this.url, { headers: { Range: `bytes=${start}-${end - 1}` } });
    if (!answer.ok) throw new Error(`${this.url}: ${answer.status}`);
    const bytes = await answer.arrayBuffer();
    if (answer.status === 206) {
      const total = /\/(\d+)$/u.exec(answer.headers.get("Content-Range") ?? "")?.[1];
      if (bytes.byteLength !== end - start || (total && Number(total) !== this.byteLength))
        throw new Error(`${this.url}: not the file that this page was made for`);
      return bytes;
    }
    if (bytes.byteLength !== this.byteLength)
      throw new Error(`${this.url}: not the file that this page was made for`);
    this.whole = bytes;
    this.ranges.clear();
    return bytes.slice(start, end);
  }
}

type Decoded = Record<string, unknown>;

interface Opened {
  remote: Remote;
  metadata: Promise<FileMetaData>;
}

export class ParquetLibrary implements Library {
  readonly index: Index;
  private readonly places: Map<string, number>;
  private readonly files = new Map<string, Opened>();
  /** Rows before each article in its file, by table. */
  private readonly blocks = new Map<string, { path: string; start: number; rows: Decoded[] }>();
  private readonly starts = new Map<string, Uint32Array>();

  constructor(private readonly data: PageData) {
    this.index = data.library!;
    this.places = new Map(this.index.ids.map((id, place) => [id, place]));
    for (const [name, table] of Object.entries(this.index.tables)) this.starts.set(name, started(table));
  }

  async open(id: string): Promise<Model> {
    const place = this.places.get(id);
    if (place === undefined) throw new Error(id);
    return this.model(place, place + 1, LAYERS, true, true);
  }

  async search(query: Query, progress: (answer: Answer) => boolean): Promise<Answer> {
    const { ids, pairs } = this.index;
    const step = Math.max(1, Math.floor((PART * ids.length) / Math.max(1, pairs)));
    const words = Boolean(query.fr || query.en);
    const layers = LAYERS.filter((layer) => layer === query.layer ||
      (layer === "mentions" && (query.entity || query.layer === "stances")));
    const counted = new Map<string, number>();
    const answer: Answer = { ids: [], counts: [], hits: [], read: 0, done: false };
    for (let from = 0; from < ids.length; from += step) {
      const to = Math.min(ids.length, from + step);
      const model = await this.model(from, to, layers, words, false);
      const hits = ask(model, query);
      for (const { bead } of hits) answer.ids.push(`${bead.article.id}:${bead.id}`);
      if (query.count)
        for (const [value, number] of counts(model, hits, query.count))
          counted.set(value, (counted.get(value) ?? 0) + number);
      const room = MOST_HITS - answer.hits.length;
      if (room > 0 && hits.length) answer.hits.push(...(await this.shown(model, hits.slice(0, room), query, words)));
      answer.counts = [...counted].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      answer.read = to;
      answer.done = to === ids.length;
      if (!progress(answer)) {
        this.blocks.clear();
        return answer;
      }
    }
    this.blocks.clear();
    answer.done = true;
    return answer;
  }

  /** Return hits in a model of their articles alone, with texts, so that the part can be forgotten. */
  private async shown(model: Model, hits: Hit[], query: Query, words: boolean): Promise<Hit[]> {
    const wanted = new Set(hits.map(({ bead }) => bead.article.id));
    const tables = { ...model.data.tables } as unknown as Record<string, Row[]>;
    for (const [name, rows] of Object.entries(tables))
      tables[name] = rows.filter((row) => wanted.has(String(row[name === "articles" ? "id" : "article"])));
    if (!words) {
      const places = [...wanted].map((id) => this.places.get(id)!);
      const [from, to] = [Math.min(...places), Math.max(...places) + 1];
      const rows = await this.rows("articles", from, to, this.columns("articles", true));
      tables.articles = rows.filter((row) => wanted.has(String(row.id)));
    }
    const small = new Model({ ...this.data, tables: tables as never });
    return ask(small, query).slice(0, hits.length);
  }

  private async model(
    from: number, to: number, layers: readonly Layer[], texts: boolean, whole: boolean,
  ): Promise<Model> {
    const names = (["articles", "beads", ...layers] as const).filter((name) => this.index.tables[name]);
    const read = await Promise.all(names.map((name) =>
      this.rows(name, from, to, this.columns(name, texts), !whole)));
    const tables = Object.fromEntries(names.map((name, at) => [name, read[at]!])) as never;
    this.withhold(tables);
    return new Model({ ...this.data, tables: whole ? { ...this.data.tables, ...(tables as object) } : tables });
  }

  /** Take the intended words of flaws out where the English text is not open. */
  private withhold(tables: { articles?: Row[]; flaws?: Row[] }): void {
    const shown = new Set(tables.articles?.filter((row) => this.index.open.includes(String(row.rights_en))).map((row) => row.id));
    for (const flaw of tables.flaws ?? []) if (!shown.has(flaw.article ?? null)) flaw.intended = null;
  }

  private columns(name: keyof Index["tables"], texts: boolean): string[] {
    const all = Object.keys(this.index.tables[name]!.columns);
    if (name !== "articles") return all.filter((column) => !NOT_READ.has(column));
    return all.filter((column) => !column.endsWith("_regions") && (texts || !TEXTS.includes(column)));
  }

  /** Return the rows of a table that belong to the articles from one place to before another. */
  private async rows(name: keyof Index["tables"], from: number, to: number, columns: string[], ahead = false): Promise<Row[]> {
    const table = this.index.tables[name]!;
    const starts = this.starts.get(name)!;
    const parts = table.files.map(async (file) => {
      const low = Math.max(from, file.first);
      const high = Math.min(to, file.first + file.articles);
      if (low >= high) return [];
      const rowStart = starts[low]!;
      const rowEnd = starts[high - 1]! + table.counts[high - 1]!;
      if (rowStart >= rowEnd) return [];
      const read = ahead ? this.ahead : this.read;
      const found = await read.call(this, file, columns, rowStart, rowEnd);
      return found.map((row) => this.plain(name, table, file, row));
    });
    return (await Promise.all(parts)).flat();
  }

  private async read(file: LibraryFile, columns: string[], rowStart: number, rowEnd: number): Promise<Decoded[]> {
    const { remote, metadata } = this.file(file);
    return parquetReadObjects({
      file: remote, metadata: await metadata, columns, rowStart, rowEnd,
      useOffsetIndex: true, compressors: { ZSTD: unpacked },
    });
  }

  /** Read rows together with those that a search asks for next: decoding a page takes the time. */
  private async ahead(file: LibraryFile, columns: string[], rowStart: number, rowEnd: number): Promise<Decoded[]> {
    const table = `${file.path.split("/")[0]} ${columns.join(" ")}`;
    const size = columns.includes("fr") && columns.includes("rights_fr") ? TEXT_BLOCK : BLOCK;
    const rows: Decoded[] = [];
    for (let at = rowStart; at < rowEnd;) {
      let block = this.blocks.get(table);
      if (block?.path !== file.path || at < block.start || at >= block.start + block.rows.length) {
        const start = at - (at % size);
        this.blocks.delete(table);
        const total = Number((await this.file(file).metadata).num_rows);
        block = { path: file.path, start, rows: await this.read(file, columns, start, Math.min(total, start + size)) };
        this.blocks.set(table, block);
      }
      const end = Math.min(rowEnd, block.start + block.rows.length);
      for (let row = at; row < end; row += 1) rows.push(block.rows[row - block.start]!);
      at = end;
    }
    return rows;
  }

  private file(file: LibraryFile): Opened {
    let opened = this.files.get(file.path);
    if (!opened) {
      const remote = new Remote(this.index.base + file.path, file.bytes);
      opened = { remote, metadata: parquetMetadataAsync(remote) };
      opened.metadata.catch(() => this.files.delete(file.path));
      this.files.set(file.path, opened);
    }
    return opened;
  }

  private plain(name: string, table: LibraryTable, file: LibraryFile, row: Record<string, unknown>): Row {
    const result: Row = {};
    for (const [column, value] of Object.entries(row)) {
      const kind = table.columns[column];
      result[column] = kind === "decimal" ? exact(value) : Array.isArray(kind) ? word(kind, value) : simple(value);
    }
    if (name === "articles") {
      result.split = file.split;
      // A private release has texts that a page does not show.
      for (const lang of LANGS) if (!this.index.open.includes(String(result[`rights_${lang}`]))) result[lang] = null;
      if (!this.index.open.includes(String(result.rights_fr))) result.title = null;
    }
    return result;
  }
}

function started(table: LibraryTable): Uint32Array {
  const starts = new Uint32Array(table.counts.length);
  for (const file of table.files) {
    let row = 0;
    for (let place = file.first; place < file.first + file.articles; place += 1) {
      starts[place] = row;
      row += table.counts[place]!;
    }
  }
  return starts;
}

function unpacked(input: Uint8Array, length: number): Uint8Array {
  return length ? decompress(input, new Uint8Array(length)) : new Uint8Array();
}

/** Return an exact number as the small pages have it; decimals of the tables have six places. */
function exact(value: unknown): Value {
  if (value === null || value === undefined) return null;
  const written = Number(value).toFixed(6);
  return written.includes(".") ? written.replace(/\.?0+$/u, "") : written;
}

function word(words: string[], value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((one) => word(words, one));
  return words[Number(value)] ?? null;
}

/** Return a value as the small pages have it: offsets as pairs. */
function simple(value: unknown): Value {
  if (value === undefined || value === null) return null;
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(simple);
  if (typeof value === "object") {
    const entries = Object.entries(value);
    const { start, end } = value as { start?: unknown; end?: unknown };
    if (entries.length === 2 && start !== undefined && end !== undefined) return [Number(start), Number(end)];
    return Object.fromEntries(entries.map(([name, one]) => [name, simple(one)]));
  }
  return value as Value;
}
