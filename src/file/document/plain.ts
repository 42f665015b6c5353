import { isUtf8 } from "node:buffer";
import type { AuditedDocument } from "../../domain/document.ts";
import { Refusal } from "../../domain/refusal.ts";
import { gb18030Signs } from "../csv/encoding.ts";
import { faults } from "./fault.ts";

const longest = 20 * 2 ** 20;

/** 解码: UTF-8, UTF-16 with its mark, GB18030, or what a page says it is; a few bad bytes are let pass. Refuses what is none of them, and what is no text */
export function textOf(bytes: Buffer): string {
  if (bytes.length > longest) throw new Refusal(faults.tooLarge);
  const mark = bytes.toString("hex", 0, 2);
  if (mark === "fffe" || mark === "feff")
    return new TextDecoder(mark === "fffe" ? "utf-16le" : "utf-16be").decode(bytes);
  const holdsZero = bytes.includes(0);
  if (!holdsZero && isUtf8(bytes)) return new TextDecoder("utf-8").decode(bytes);
  for (const [encoding, fits] of encodings) {
    if (!fits(bytes)) continue;
    const text = new TextDecoder(encoding).decode(bytes);
    if (isWhole(text)) return text.replaceAll("\0", "");
  }
  throw new Refusal(holdsZero ? faults.notDocument : faults.encoding);
}

const encodings: [encoding: string, fits: (bytes: Buffer) => boolean][] = [
  ["utf-8", () => true],
  ["gb18030", (bytes) => /^gb/i.test(declared(bytes)) || isGb18030(bytes)],
  ["big5", (bytes) => /^big5/i.test(declared(bytes))],
];

const isGb18030 = (bytes: Buffer): boolean => {
  const { common, all } = gb18030Signs(bytes);
  return common * 10 >= all * 9;
};

/** <meta charset=gb2312>; '' where nothing is said */
const declared = (bytes: Buffer): string =>
  /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(bytes.toString("latin1", 0, 4096))?.[1] ?? "";

/** of what isn't ASCII at most one in twenty couldn't be read; in another encoding most of it couldn't */
function isWhole(text: string): boolean {
  let [wide, bad] = [0, 0];
  for (const sign of text) {
    if (sign === "\0" || sign === "\ufffd") bad += 1;
    else if (sign > "\u007f") wide += 1;
  }
  return bad * 20 <= wide;
}

/** 读 .txt: every line with its number */
export function readPlain(text: string): AuditedDocument {
  const lines = text.split(/\r\n|\n|\r|\f/);
  return {
    layout: "lines",
    blocks: lines.map((line, at) => ({ kind: "paragraph" as const, text: line, place: { line: at + 1 } })),
  };
}
