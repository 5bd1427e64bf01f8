// What a reader takes away: rows as CSV, TSV, JSON and TMX; references; code that gives the rows.
import { ARTICLE_FIELDS, amount, expression, FIELDS, type Hit, type Query, terms } from "./query";
import { type About, type Lang, LANGS, LAYERS, label, type Model } from "./model";

const COLUMNS = ["id", "article", "bead", "type", "fr", "en", "spans", "labels", "values"] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/** Return the rows that an export has: one a bead. */
export function exported(model: Model, hits: Hit[]): Row[] {
  return hits.map(({ bead, spans }) => ({
    id: `${bead.article.id}:${bead.id}`,
    article: bead.article.id,
    bead: bead.id,
    type: bead.type,
    fr: model.side(bead, "fr") ?? "",
    en: model.side(bead, "en") ?? "",
    spans: spans.map((span) => `${span.layer}:${span.id}:${span.lang}`).join(" "),
    labels: spans.map(label).join(" "),
    values: spans.map((span) => String(span.fields.value ?? "")).filter(Boolean).join(" "),
  }));
}

/** Return rows as CSV (RFC 4180). A cell that a spreadsheet would run as a formula gets a quote. */
export function csv(rows: Row[]): string {
  const cell = (value: string) => {
    const safe = /^[=+@\t\r-]/u.test(value) ? `'${value}` : value;
    return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [COLUMNS, ...rows.map((row) => COLUMNS.map((name) => row[name]))]
    .map((cells) => cells.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** Return rows as TSV; tabs and line ends inside a cell become spaces. */
export function tsv(rows: Row[]): string {
  const cell = (value: string) => value.replace(/[\t\r\n]+/gu, " ");
  return [COLUMNS, ...rows.map((row) => COLUMNS.map((name) => row[name]))]
    .map((cells) => cells.map(cell).join("\t")).join("\n") + "\n";
}

export function json(rows: Row[]): string {
  return `${JSON.stringify(rows, null, 1)}\n`;
}

function xml(value: string): string {
  return value
    // Control characters that XML 1.0 has no way to write.
    // biome-ignore lint: they are meant
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "\ufffd")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Return pairs as TMX 1.4, the exchange format of translation memories. */
export function tmx(about: About, rows: Row[]): string {
  const unit = (row: Row) =>
    `<tu tuid="${xml(row.id)}">${LANGS.filter((lang) => row[lang])
      .map((lang) => `<tuv xml:lang="${lang}"><seg>${xml(row[lang])}</seg></tuv>`).join("")}</tu>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="visavis" creationtoolversion="${xml(about.visavis)}" segtype="sentence" o-tmf="visavis" adminlang="en" srclang="fr" datatype="plaintext"/><body>
${rows.filter((row) => row.fr || row.en).map(unit).join("\n")}
</body></tmx>
`;
}

const named = (about: About) => `${about.title}`;

export function bibtex(about: About): string {
  return [
    `@misc{${about.name}-${about.version},`,
    `  title = {{${named(about)}}},`,
    ...(about.authors.length ? [`  author = {${about.authors.map((a) => `{${a}}`).join(" and ")}},`] : []),
    ...(about.date ? [`  year = {${about.date.slice(0, 4)}},`] : []),
    `  version = {${about.version}},`,
    ...(about.url ? [`  url = {${about.url}},`] : []),
    "}",
  ].join("\n");
}

export function ris(about: About): string {
  return [
    "TY  - DATA",
    `TI  - ${named(about)}`,
    ...about.authors.map((author) => `AU  - ${author}`),
    ...(about.date ? [`PY  - ${about.date.slice(0, 4)}`, `DA  - ${about.date.replaceAll("-", "/")}`] : []),
    `ET  - ${about.version}`,
    ...(about.url ? [`UR  - ${about.url}`] : []),
    "ER  - ",
  ].join("\n");
}

export function csl(about: About): string {
  const date = about.date?.split("-").map(Number);
  return JSON.stringify(
    [{
      id: `${about.name}-${about.version}`,
      type: "dataset",
      title: named(about),
      author: about.authors.map((literal) => ({ literal })),
      ...(date ? { issued: { "date-parts": [date] } } : {}),
      version: about.version,
      ...(about.url ? { URL: about.url } : {}),
    }],
    null, 1,
  );
}

const quoted = (value: string) => JSON.stringify(value);

/** Return the call that opens a table of exactly this version. */
function opened(about: About, table: string): string {
  const version = about.kind === "release" ? `, version=${quoted(about.version)}` : "";
  return `visavis.load(SOURCE, ${quoted(table)}${version}, backend="polars")`;
}

function words(lang: Lang, search: string): string[] {
  const folded = `pl.col("${lang}").str.normalize("NFD").str.replace_all(r"\\p{M}", "")` +
    `.str.to_lowercase().str.replace_all("’", "'")`;
  return terms(search).map(
    (term) => `${term.negative ? "~" : ""}${folded}.str.contains(r"${expression(term)}")`,
  );
}

const HOLDERS = [
  `holders = mentions.select("article", "lang", holder="id", holder_entity="entity")`,
  `spans = spans.join(holders, on=["article", "lang", "holder"], how="left")`,
  `author = pl.when(pl.col("holder") == "AUTHOR").then(pl.lit("AUTHOR"))`,
  `spans = spans.with_columns(holder_entity=author.otherwise("holder_entity"))`,
];
const TARGETS = [
  `named = mentions.select("article", "lang", m="id", first="start", last="end", target_entity="entity")`,
  `named = spans.join(named.drop_nulls("target_entity"), on=["article", "lang"])`,
  `words = pl.col("target_span").struct`,
  `inside = (words.field("start") <= pl.col("first")) & (pl.col("last") <= words.field("end"))`,
  `named = named.filter((pl.col("target") == pl.col("m")) | inside)`,
  `named = named.select("article", "lang", "id", "target_entity")`,
  `spans = spans.join(named, on=["article", "lang", "id"], how="left")`,
];

/** Return Python that gives the rows of a query as a polars table. */
export function snippet(model: Model, query: Query): string {
  const { about } = model;
  const layer = LAYERS.find((one) => one === query.layer);
  const lines = [
    "import polars as pl",
    "import visavis",
    "",
    `SOURCE = ${quoted(about.kind === "corpus" ? "." : `${about.name}-${about.version}`)}  # the folder, or owner/name on the Hub`,
    `rows = ${opened(about, "sentences")}`,
  ];
  const conditions = [
    ...ARTICLE_FIELDS.filter((name) => query[name] && name !== "origin")
      .map((name) => `pl.col("${name}").cast(pl.String) == ${quoted(query[name]!)}`),
    ...(query.type_bead ? [`pl.col("type") == ${quoted(query.type_bead)}`] : []),
    ...words("fr", query.fr ?? ""),
    ...words("en", query.en ?? ""),
  ];
  for (const condition of conditions) lines.push(`rows = rows.filter(${condition})`);
  if (query.origin) {
    lines.push(
      `articles = ${opened(about, "articles")}.filter(pl.col("origin") == ${quoted(query.origin)})`,
      `rows = rows.join(articles, left_on="article", right_on="id", how="semi")`,
    );
  }
  const semi = (table: string) =>
    `rows = rows.join(${table}.select(id=pl.format("{}:{}", "article", "bead")), on="id", how="semi")`;
  if (query.entity) {
    lines.push(
      `named = ${opened(about, "mentions")}.filter(pl.col("entity") == ${quoted(query.entity)})`,
      semi("named"),
    );
  }
  if (layer) {
    lines.push(`spans = ${opened(about, layer)}`);
    if (layer === "stances" && (query.holder_entity || query.target_entity))
      lines.push(`mentions = ${opened(about, "mentions")}`);
    if (layer === "stances" && query.holder_entity) lines.push(...HOLDERS);
    if (layer === "stances" && query.target_entity) lines.push(...TARGETS);
    for (const name of FIELDS[layer].filter((one) => query[one])) {
      const asked = query[name]!.split("|");
      const valued = asked.filter((one) => one !== "-");
      const cast = `pl.col("${name}").cast(pl.String)`;
      const either = [
        ...(valued.length ? [`${cast}.is_in(${JSON.stringify(valued)})`] : []),
        ...(asked.includes("-") ? [`pl.col("${name}").is_null()`] : []),
      ];
      lines.push(`spans = spans.filter(${either.join(" | ")})`);
    }
    if (query.side) lines.push(`spans = spans.filter(pl.col("lang").cast(pl.String) == ${quoted(query.side)})`);
    const high = `pl.coalesce(pl.col("value_max").cast(pl.Float64), pl.col("value").cast(pl.Float64))`;
    if (layer === "amounts" && amount(query.min) !== null)
      lines.push(`spans = spans.filter(${high} >= ${amount(query.min)})`);
    if (layer === "amounts" && amount(query.max) !== null)
      lines.push(`spans = spans.filter(pl.col("value").cast(pl.Float64) <= ${amount(query.max)})`);
    lines.push(semi("spans"));
  }
  lines.push("print(rows)");
  return lines.join("\n");
}
