/** 数的所在: the numbers of a report in order, each with its paragraph and its sentence, and what is said around it. */
import type { Fraction } from "../../../domain/measure/exact.ts";
import { decimalsOf, digitsOf, type Printed, printed, show } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceAfter } from "../../read/sentence.ts";

/** a longer sentence, or a longer list, is no sentence */
const MOST_IN_SENTENCE = 60;

export interface Spot {
  mention: Mention;
  passage: number;
  sentence: number;
  order: number;
}

/** 全文的数, in order; sentences that are no sentences are left out */
export function spotsOf({ passages, sentences }: Reading): Spot[] {
  const order = new Map(passages.map((passage, at) => [passage, at]));
  let next = 0;
  return sentences.flatMap((mentions, sentence) =>
    mentions.length > MOST_IN_SENTENCE
      ? []
      : mentions.map((mention) => ({ mention, sentence, passage: order.get(mention.passage)!, order: next++ })),
  );
}

export const bySentence = (spots: Spot[]): Spot[][] => {
  const found: Spot[][] = [];
  for (const spot of spots) {
    const last = found.at(-1);
    if (last && last[0]!.sentence === spot.sentence) last.push(spot);
    else found.push([spot]);
  }
  return found;
};

/** 前面的话: of its own sentence, so many signs at most */
export const wordsBefore = ({ mention: { passage, sentence, at } }: Spot, length: number): string =>
  passage.text.slice(Math.max(sentence.from, at - length), at);

/** 两数之间的话, of one sentence; across sentences the end of the first's and the beginning of the second's */
export const wordsBetween = (a: Spot, b: Spot): string =>
  a.sentence === b.sentence
    ? a.mention.passage.text.slice(a.mention.end, b.mention.at)
    : `${sentenceAfter(a.mention)}${wordsBefore(b, 30)}`;

/** 万 or 亿, where it is printed so */
export const powerOf = ({ text }: Printed): "亿" | "万" | "" => (/[亿万]/.exec(text)?.[0] ?? "") as "亿" | "万" | "";

/** 印法相同: a value written as another number is, in 万 and with as many decimals, digits only */
export function asPrinted(value: Fraction, like: Printed): string {
  const power = { 亿: 8n, 万: 4n, "": 0n }[powerOf(like)];
  return show({ n: value.n, d: value.d * 10n ** power }, decimalsOf(like.text));
}

/** 只印一位之差 is a matter of rounding */
export const isWithinLastDigit = (value: Fraction, like: Printed): boolean => {
  const other = printed(asPrinted(value, like), 0, "", like.text);
  const own = printed(digitsOf(like.text), 0, "", like.text);
  const step = 10n ** BigInt(decimalsOf(like.text));
  const apart = other.value.n * own.value.d - own.value.n * other.value.d;
  return (apart < 0n ? -apart : apart) * step <= other.value.d * own.value.d;
};
