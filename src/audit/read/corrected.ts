import type { Mention } from "./mention.ts";

/** 更正: “15806件应为15860件”, a sentence that puts right what was printed */
export const isCorrected = ({ passage, sentence }: Mention): boolean =>
  /误写|误为|更正|更新为|应为|勘误/.test(passage.text.slice(sentence.from, sentence.to));
