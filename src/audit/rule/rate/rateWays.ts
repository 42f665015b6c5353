/** 率的算法: how a rate may come from the counts of a text, and every formula of satisfaction that a city was seen to use. */
import { fraction } from "../../../domain/measure/exact.ts";
import { exactly, isPositive, minus, percentOf, type Range, sum, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";

export interface Way {
  kind: "of" | "rest";
  value: Range;
  working: string;
  used: Mention[];
}

export const texts = (mentions: Mention[]): string =>
  mentions.length === 1 ? mentions[0]!.number.text : `(${mentions.map(({ number }) => number.text).join(" + ")})`;

/** part ÷ base, or (base − rest) ÷ base */
export function way(part: Mention[], base: Mention[], kind: "of" | "rest"): Way | null {
  const [a, b] = [sum(part.map(({ number }) => number.range)), sum(base.map(({ number }) => number.range))];
  if (!isPositive(b) || toNumber(a.low) > toNumber(b.high)) return null;
  const share = percentOf(a, b);
  const value = kind === "of" ? share : minus(exactly(fraction(100)), share);
  const working = kind === "of" ? `${texts(part)} ÷ ${texts(base)}` : `1 − ${texts(part)} ÷ ${texts(base)}`;
  return { kind, value, working, used: [...part, ...base] };
}

const ratings = {
  best: /(?:非常|很|十分)满意/,
  good: /(?<!不|基本|非常|很|十分)满意/,
  fair: /一般(?!投诉)|基本满意/,
  bad: /不满意/,
  none: /未评价|未参评|未作评价/,
  all: /回访|参评|评价总|有效评价|测评|评价$/,
};

/** every formula that a city was seen to use */
export function satisfactionWays(counts: Mention[]): Way[] {
  const one = (pattern: RegExp) => counts.findLast(({ label }) => pattern.test(label)) ?? null;
  const { best: bestWords, good: goodWords, fair: fairWords, bad: badWords, none: noneWords } = ratings;
  const [best, plain, fair, bad, none] = [bestWords, goodWords, fairWords, badWords, noneWords].map(one);
  const good = plain ?? best ?? null;
  const very = plain && best?.sentence === plain.sentence ? best : null;
  const all = counts.findLast(({ label }) => ratings.all.test(label) && !/满意|一般|未/.test(label)) ?? null;
  if (!good && !bad) return [];
  const some = (...mentions: (Mention | null | undefined)[]) => mentions.flatMap((mention) => mention ?? []);
  const goods = [some(very, good), some(very, good, fair), some(very, good, fair, none)].filter(
    (set) => good && set.length > 0,
  );
  // the satisfied alone are no whole of anything
  const rated = bad ? [some(very, good, bad), some(very, good, fair, bad), some(very, good, fair, bad, none)] : [];
  const wholes = [some(all), ...rated].filter((set) => set.length > 0);
  const without = all && none ? ratedWays(goods, all, none) : [];
  const divided = goods.flatMap((part) => wholes.map((whole) => way(part, whole, "of")));
  const left = bad
    ? wholes.filter((whole) => !whole.includes(bad) || whole.length > 2).map((whole) => way([bad], whole, "rest"))
    : [];
  return [...divided, ...left, ...without].flatMap((found) => found ?? []);
}

const ratedWays = (goods: Mention[][], all: Mention, none: Mention): (Way | null)[] =>
  goods.map((part) => {
    const base = minus(all.number.range, none.number.range);
    if (!isPositive(base)) return null;
    const value = percentOf(sum(part.map(({ number }) => number.range)), base);
    return {
      kind: "of" as const,
      value,
      working: `${texts(part)} ÷ (${all.number.text} − ${none.number.text})`,
      used: [...part, all, none],
    };
  });
