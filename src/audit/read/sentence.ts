import type { Mention } from "./mention.ts";

/** 所在的句子 of a number */
export const sentenceOf = ({ passage, sentence }: Mention): string => passage.text.slice(sentence.from, sentence.to);

/** 句中在它之前的话 */
export const sentenceBefore = ({ passage, sentence, at }: Mention): string => passage.text.slice(sentence.from, at);

/** 句中在它之后的话 */
export const sentenceAfter = ({ passage, sentence, end }: Mention): string => passage.text.slice(end, sentence.to);
