/** 文字的收存: words of a form become texts of their own; the decision sees their numbers only. */
import { maskText } from "../domain/access/mask.ts";
import type { FreeText } from "../domain/ledger/event.ts";
import type { Visit } from "./visit.ts";

/** the fields of a form that hold words */
const WORDS = new Set(["text", "internalText", "publicText"]);

/** the fields of a form that the ledger itself keeps: short, and without anybody's numbers */
const LINES = new Set(["reason", "topic", "basis"]);

/** 账本里的短语: as everybody reads it. */
export const plain = (line: string): string => maskText(line);

/** 填写 → 输入 with the texts to be recorded beside it. */
export function kept(body: Record<string, unknown>, { newId }: Pick<Visit, "newId">) {
  const texts: FreeText[] = [];
  const input: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(body)) {
    if (!WORDS.has(field) || typeof value !== "string") {
      input[field] = LINES.has(field) && typeof value === "string" ? plain(value) : value;
      continue;
    }
    const id = newId();
    texts.push({ id, text: value });
    input[field] = id;
  }
  return { input, texts };
}
