/**
 * 字节流 → 文字流: the encoding is settled by the first bytes that are not ASCII, never by the whole file. Whatever later
 * turns out not to be in it comes out as U+FFFD, on which the row reader rejects the row.
 */
import type { TextDecoder as Decoder } from "node:util";
import { type Encoding, encodingOf, linesOf, looksUtf8 } from "./encoding.ts";

const SAMPLE = 64 * 1024;
const NEWLINE = 0x0a;

/** Pieces of at least SAMPLE bytes that end with a line, as far as the file has lines. */
async function* pieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    held.push(part);
    size += part.length;
    if (size < SAMPLE) continue;
    const all = Buffer.concat(held);
    const end = all.lastIndexOf(NEWLINE) + 1 || (size > 64 * SAMPLE ? size : 0);
    if (end > 0) yield all.subarray(0, end);
    held = [all.subarray(end)];
    size -= end;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** A line of UTF-8 in the middle of GB18030 would decode to other characters: it is marked instead. */
function gb18030(piece: Buffer, decoder: Decoder): string {
  const parts: string[] = [];
  let from = 0;
  let at = 0;
  for (const line of linesOf(piece)) {
    if (looksUtf8(line)) {
      parts.push(decoder.decode(piece.subarray(from, at), { stream: true }), `\ufffd${line.toString("utf8")}`);
      from = at + line.length;
    }
    at += line.length;
  }
  parts.push(decoder.decode(piece.subarray(from), { stream: true }));
  return parts.join("");
}

const decode = (piece: Buffer, encoding: Encoding | null, decoder: Decoder) =>
  encoding === "gb18030" ? gb18030(piece, decoder) : decoder.decode(piece, { stream: true });

const lineCount = (piece: Buffer) => [...linesOf(piece)].length;

/** 解码: text of a CSV file in UTF-8 or GB18030 (or UTF-16 with its mark), the byte order mark gone. Refuses other encodings. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let encoding: Encoding | null = null;
  let decoder = new TextDecoder("utf-8");
  let before = 0;
  for await (const piece of pieces(bytes)) {
    if (encoding === null) {
      encoding = encodingOf(piece, before);
      if (encoding !== null && encoding !== "utf-8") decoder = new TextDecoder(encoding);
      before += lineCount(piece);
    }
    yield decode(piece, encoding, decoder);
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}
