import { isUtf8 } from "node:buffer";
import type { AuditedDocument } from "../../domain/document.ts";
import { Refusal } from "../../domain/refusal.ts";
import { looksGb18030 } from "../csv/encoding.ts";
import { faults } from "./fault.ts";

const longest = 20 * 2 ** 20;

/** 解码: UTF-8, UTF-16 with its mark, or GB18030; refuses what is none of them, and what is no text */
export function textOf(bytes: Buffer): string {
  if (bytes.length > longest) throw new Refusal(faults.tooLarge);
  const mark = bytes.toString("hex", 0, 2);
  if (mark === "fffe" || mark === "feff")
    return new TextDecoder(mark === "fffe" ? "utf-16le" : "utf-16be").decode(bytes);
  if (bytes.includes(0)) throw new Refusal(faults.notDocument);
  if (isUtf8(bytes)) return new TextDecoder("utf-8").decode(bytes);
  if (looksGb18030(bytes)) return new TextDecoder("gb18030").decode(bytes);
  throw new Refusal(faults.encoding);
}

/** 读 .txt: every line with its number */
export function readPlain(bytes: Buffer): AuditedDocument {
  const lines = textOf(bytes).split(/\r\n|\n|\r|\f/);
  const blocks = lines.map((text, at) => ({ kind: "paragraph" as const, text, place: { line: at + 1 } }));
  return { layout: "lines", blocks: lines.every((text) => text.trim() === "") ? [] : blocks };
}
