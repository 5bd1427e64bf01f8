// Links: `#/VERSION/VIEW/PART/...?name=value`. They name things, never positions.
import type { Model, Span } from "./model";

export interface Route {
  version: string | null;
  view: string;
  parts: string[];
  query: Record<string, string>;
}

/** Read the part of an address after `#`. */
export function parse(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#\/?/u, "").split("?", 2);
  const parts = path.split("/").filter(Boolean).map(decoded);
  const versioned = /^\d+\.\d+\.\d+/u.test(parts[0] ?? "");
  const version = versioned ? parts.shift()! : null;
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(search)) if (value) query[name] = value;
  return { version, view: parts.shift() ?? "read", parts, query };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function encoded(part: string): string {
  return encodeURIComponent(part).replaceAll("%3A", ":");
}

/** Return the link to a view of this version. */
export function link(
  model: Model, view: string, parts: string[] = [], query: Record<string, string | undefined> = {},
): string {
  const asked = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(asked).toString();
  const path = [model.about.version, view, ...parts].map(encoded).join("/");
  return `#/${path}${search ? `?${search}` : ""}`;
}

/** Return the link to a span in its article. */
export function spanLink(model: Model, span: Span): string {
  const name = `${span.layer}:${span.id}:${span.lang}`;
  return link(model, "read", [span.article, span.bead ?? "-", name]);
}

/** Return a link as a whole address, to be put into a message or a paper. */
export function address(hash: string): string {
  return location.href.split("#")[0] + hash;
}
