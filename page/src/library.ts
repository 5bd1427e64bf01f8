// A release that is too large for a page: what the page knows of it, and what it can be asked.
import type { Layer, Model, Value } from "./model";
import type { Hit, Query } from "./query";

/** A Parquet file of a table: its articles are a run of the list of all. */
export interface LibraryFile {
  path: string;
  bytes: number;
  split: string;
  /** Place of its first article in the list of all, and how many articles it may have. */
  first: number;
  articles: number;
}

export interface LibraryTable {
  files: LibraryFile[];
  /** Rows of each article, in the order of the list of all. */
  counts: number[];
  /** The columns: null, the words of the labels, or "decimal". */
  columns: Record<string, string[] | "decimal" | null>;
}

/** What the page holds of a large release. */
export interface Index {
  /** Where the release lies, from the page. */
  base: string;
  pairs: number;
  ids: string[];
  titles: (string | null)[];
  /** Licences under which a text is shown. */
  open: string[];
  tables: Partial<Record<Layer | "articles" | "beads", LibraryTable>>;
  /** Values of fields, by table and field; a field with too many has none. */
  choices: Record<string, Record<string, string[]>>;
}

/** The answer to a query: all ids, counts of all, and the first hits to be drawn. */
export interface Answer {
  ids: string[];
  counts: [string, number][];
  hits: Hit[];
  /** Articles that were looked through. */
  read: number;
  done: boolean;
}

export interface Library {
  readonly index: Index;
  /** Return the model of one article. */
  open(id: string): Promise<Model>;
  /** Look through all articles; `progress` is called after each part and may stop the search. */
  search(query: Query, progress: (answer: Answer) => boolean): Promise<Answer>;
}

export type Row = Record<string, Value>;
