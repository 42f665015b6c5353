import type { Row, Value } from "./value.ts";

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const special = /[\\\t\n\r]/;
/** Bytes; longer ones are no quicker. */
const CHUNK = 1 << 17;

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

function line(row: Row): string {
  let text = cell(row[0]!);
  for (let at = 1; at < row.length; at += 1) text += `\t${cell(row[at]!)}`;
  return `${text}\n`;
}

/** Lines go into the bytes they are sent as one by one: gathered in a text first, they would be copied three times. */
function chunks() {
  let [bytes, length] = [Buffer.allocUnsafe(CHUNK), 0];
  return {
    /** the bytes before that had no more room */
    add(text: string): Buffer | null {
      const most = 3 * text.length;
      const full = length + most > bytes.length ? bytes.subarray(0, length) : null;
      if (full) [bytes, length] = [Buffer.allocUnsafe(Math.max(CHUNK, most)), 0];
      length += bytes.write(text, length);
      return full;
    },
    rest: () => bytes.subarray(0, length),
  };
}

/** Rows at hand need no waiting for each. */
function* textOf(rows: Iterable<Row>): Generator<Buffer> {
  const made = chunks();
  for (const row of rows) {
    const full = made.add(line(row));
    if (full?.length) yield full;
  }
  if (made.rest().length > 0) yield made.rest();
}

/** COPY 文本: rows as PostgreSQL's COPY text format, in chunks of about 128 thousand bytes. */
export async function* copyText(rows: Iterable<Row> | AsyncIterable<Row>): AsyncGenerator<Buffer> {
  if (Symbol.iterator in rows) return yield* textOf(rows);
  for await (const row of rows) yield Buffer.from(line(row));
}

/** The statement that such text is fed to; `from` is STDIN or a file. */
export const copyStatement = (table: string, columns: readonly string[], from: string): string =>
  `copy ${table} (${columns.join(", ")}) from ${from}`;
