import type { Row, Value } from "./value.ts";

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const special = /[\\\t\n\r]/;
const CHUNK = 1 << 20;

const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (char) => escapes[char]!) : text;

function cell(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString("hex")}`;
  return Array.isArray(value) ? `{${value.join(",")}}` : String(value);
}

function line(row: Row): string {
  let text = cell(row[0]!);
  for (let at = 1; at < row.length; at++) text += `\t${cell(row[at]!)}`;
  return `${text}\n`;
}

/** Rows at hand need no waiting for each. */
function* textOf(rows: Iterable<Row>): Generator<string> {
  let chunk = "";
  for (const row of rows) {
    chunk += line(row);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk) yield chunk;
}

/** COPY 文本: rows as PostgreSQL's COPY text format, in chunks of about a megabyte. */
export async function* copyText(rows: Iterable<Row> | AsyncIterable<Row>): AsyncGenerator<string> {
  if (Symbol.iterator in rows) return yield* textOf(rows);
  for await (const row of rows) yield line(row);
}

/** The statement that such text is fed to; `from` is STDIN or a file. */
export const copyStatement = (table: string, columns: readonly string[], from: string): string =>
  `copy ${table} (${columns.join(", ")}) from ${from}`;
