import type { Mention } from "./mention.ts";
import { sentenceOf } from "./sentence.ts";

/** 更正: “15806件应为15860件”, a sentence that puts right what was printed */
export const isCorrected = (mention: Mention): boolean => /误写|误为|更正|更新为|应为|勘误/.test(sentenceOf(mention));
