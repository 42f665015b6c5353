import type { Mention } from "./mention.ts";

/** 更正: “15806件应为15860件”, a paragraph that puts right what was printed */
export const isCorrected = ({ passage }: Mention): boolean => /误写|误为|更正|更新为|应为|勘误/.test(passage.text);
