/** 文字的收存: words of a form become texts of their own; the decision sees their numbers only. */
import type { FreeText } from "../domain/ledger/event.ts";
import type { Visit } from "./visit.ts";

/** the fields of a form that hold words */
const WORDS = new Set(["text", "internalText", "publicText"]);

/** 填写 → 输入 with the texts to be recorded beside it. */
export function kept(body: Record<string, unknown>, { newId }: Pick<Visit, "newId">) {
  const texts: FreeText[] = [];
  const input: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(body)) {
    if (!WORDS.has(field) || typeof value !== "string") {
      input[field] = value;
      continue;
    }
    const id = newId();
    texts.push({ id, text: value });
    input[field] = id;
  }
  return { input, texts };
}
