/** 审核进程: reads and audits one file after the other for whoever started it. */
import { Readable } from "node:stream";
import { audit } from "../../audit/audit.ts";
import type { AuditedDocument } from "../../domain/document.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import { readPublished } from "../../file/document/read.ts";
import type { Answer } from "./aside.ts";

/** the characters of some seven hundred pages */
const LONGEST = 500_000;

const tooLong = refuse("documentTooLarge", "这份报告超过五十万字，没有审核。", "请分成几份再审核。");

const lengthOf = ({ blocks }: AuditedDocument): number =>
  blocks.reduce(
    (length, block) =>
      length +
      (block.kind === "paragraph"
        ? block.text.length
        : block.rows.reduce((sum, { cells }) => sum + cells.join("").length, 0)),
    0,
  );

async function answer(bytes: Uint8Array): Promise<Answer> {
  try {
    const document = await readPublished(Readable.from([Buffer.from(bytes)]));
    return lengthOf(document) > LONGEST ? tooLong : { document, found: audit(document) };
  } catch (error) {
    return error instanceof Refusal ? error.refused : { bug: error as Error };
  }
}

process.on("message", async (bytes: Uint8Array) => process.send!(await answer(bytes)));
