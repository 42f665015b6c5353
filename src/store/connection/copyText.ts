import type { Row, Value } from "./value.ts";

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const special = /[\\\t\n\r]/;
/** Longer ones, put together from hundreds of thousands of cells, take half as long again. */
const CHUNK = 1 << 16;

const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (char) => escapes[char]!) : text;

/** A view of the same bytes: copied first, a digest takes three times as long. */
const hex = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");

function cell(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (value instanceof Uint8Array) return `\\\\x${hex(value)}`;
  return Array.isArray(value) ? `{${value.join(",")}}` : String(value);
}

const line = (row: Row): string => `${row.map(cell).join("\t")}\n`;

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

/** COPY 文本: rows as PostgreSQL's COPY text format, in chunks of about 64 thousand characters. */
export async function* copyText(rows: Iterable<Row> | AsyncIterable<Row>): AsyncGenerator<string> {
  if (Symbol.iterator in rows) return yield* textOf(rows);
  for await (const row of rows) yield line(row);
}

/** The statement that such text is fed to; `from` is STDIN or a file. */
export const copyStatement = (table: string, columns: readonly string[], from: string): string =>
  `copy ${table} (${columns.join(", ")}) from ${from}`;
