/** 率的算法: how a rate may come from the counts of a text, and every formula of satisfaction that a city was seen to use. */
import { fraction } from "../../../domain/measure/exact.ts";
import {
  agreement,
  exactly,
  isPositive,
  meets,
  minus,
  percentOf,
  type Range,
  sum,
  times,
  toNumber,
} from "../../number.ts";
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

/** 印得出: rounded it is what is printed */
export const isRounded = ({ number }: Mention, found: Way | null): boolean =>
  found !== null && meets(number.range, found.value);

/** 印得出, rounded or without its last digits */
export const isPrintedOf = ({ number }: Mention, value: Range): boolean =>
  ["rounded", "cut"].includes(agreement(number, value));

const ratings = {
  best: /(?:非常|很|十分)满意/,
  good: /(?<!不|基本|非常|很|十分)满意/,
  fair: /一般(?!投诉)|基本满意/,
  bad: /不满意/,
  none: /未评价|未参评|未作评价|无法评价/,
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
  // a half-hearted answer may count for a part of one
  const weighed = good && fair && bad ? wholes.flatMap((whole) => fairWays(some(very, good), fair, whole)) : [];
  const left = bad
    ? wholes.filter((whole) => !whole.includes(bad) || whole.length > 2).map((whole) => way([bad], whole, "rest"))
    : [];
  return [...divided, ...weighed, ...left, ...without].flatMap((found) => found ?? []);
}

const fairWays = (goods: Mention[], fair: Mention, whole: Mention[]): Way[] =>
  [5, 6, 7, 8].flatMap((tenths) => {
    const base = sum(whole.map(({ number }) => number.range));
    if (!isPositive(base)) return [];
    const part = [...goods.map(({ number }) => number.range), times(fair.number.range, exactly(fraction(tenths, 10)))];
    return [
      {
        kind: "of" as const,
        value: percentOf(sum(part), base),
        working: `(${texts(goods)} + 0.${tenths} × ${fair.number.text}) ÷ ${texts(whole)}`,
        used: [...goods, fair, ...whole],
      },
    ];
  });

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

/** 率的说法: what is divided by what, by the words that counts are printed under */
const identities: { rate: RegExp; part: RegExp; rest?: RegExp; base: RegExp }[] = [
  {
    rate: /(在线|直接|即时|当场|一次性?|首次)[^，]{0,3}(办结|解答|答复|解决|办理)率/,
    part: /(在线|直接|即时|当场|现场|一次性?|首次)[^，]{0,4}(办结|解答|答复|解决|办理)/,
    base: /受理|诉求|工单|来电|办件/,
  },
  {
    rate: /(按时|按期|及时|如期)[^，]{0,4}率|(办结|办理|反馈|回复)及时率/,
    part: /按时|按期|及时|如期/,
    rest: /超期|逾期|超时/,
    base: /应[^，]{1,4}$|派发|转办|交办|派单|应办|应回|到期|办结|回访|工单/,
  },
  {
    rate: /^[^，按及如期时在线直接即当场一次]*(办结|结案)率/,
    part: /(?<!应)办结|结案|解答|答复|超时|超期/,
    rest: /在办|正在办理|未办结|办理中/,
    base: /受理|派发|转办|交办|派单|诉求|工单|来电|来件/,
  },
  {
    rate: /接通率|接听率/,
    part: /接通|接听|接起|人工服务/,
    rest: /未接|放弃|呼损/,
    base: /呼入|来电|呼叫|话务|拨打|接入|转人工|人工请求|请求人工/,
  },
  { rate: /回访率/, part: /回访/, base: /应回访|办结|派发|转办|交办|工单|(?<!受理[^，]{0,4})诉求/ },
  { rate: /参评率|评价率/, part: /参评|评价|有效评价/, rest: /未评价|未参评/, base: /回访|办结|发送|工单/ },
  { rate: /不满意率/, part: /不满意/, base: /回访|评价|参评|派单|测评/ },
  { rate: /解决率/, part: /解决/, rest: /未解决/, base: /回访|办结|评价|工单|诉求|转办|派发|派单/ },
  { rate: /(转办|派发|派单|交办)率/, part: /转办|派发|派单|交办/, base: /受理|诉求|来电/ },
  { rate: /退单[^，]{0,3}率/, part: /退单/, base: /派发|转办|交办|工单/ },
];

/** what is left at the end of a period is of earlier periods too */
const stock = /另有|期末|截至|仍有|尚有|累计/;

/** the nearest ones; a paragraph of all counties has hundreds */
const MOST_COUNTS = 12;

/** 一数除以一数: by what the rate is called */
export function plainWays(rate: Mention, counts: Mention[]): Way[] {
  const identity = identities.find(({ rate: pattern }) => pattern.test(rate.label));
  if (!identity) return [];
  const named = (pattern: RegExp) => counts.filter(({ label }) => pattern.test(label)).slice(-MOST_COUNTS);
  const parts = named(identity.part).filter(
    ({ label }) => !identity.rest?.test(label) && (/满意/.test(rate.label) || !/满意/.test(label)),
  );
  const rests = identity.rest
    ? [...named(identity.rest), ...calledBehind(identity.rest, counts, rate)].filter(
        ({ before }) => !stock.test(before),
      )
    : [];
  const bases = [...named(identity.base), ...calledBehind(identity.base, counts, rate)];
  const divided = parts.flatMap((part) =>
    bases.filter((base) => base !== part).map((base) => way([part], [base], "of")),
  );
  const left = rests.flatMap((rest) =>
    bases.filter((base) => base !== rest).map((base) => way([rest], [base], "rest")),
  );
  const pairs = parts.flatMap((part, at) =>
    parts
      .slice(at + 1)
      .flatMap((other) =>
        bases.filter((base) => base !== part && base !== other).map((base) => way([part, other], [base], "of")),
      ),
  );
  const both = parts.flatMap((part) => rests.map((rest) => way([part], [part, rest], "of")));
  return [...divided, ...left, ...both, ...pairs].flatMap((one) => one ?? []);
}

/** “其中2件超期”; in the rate's own sentence whatever stands before it, “港城燃气24件应办结工单中2件超时办结” */
const calledBehind = (pattern: RegExp, counts: Mention[], rate: Mention): Mention[] =>
  counts.filter(
    ({ label, passage, sentence, end }) =>
      (label === "" || (sentence === rate.sentence && /^(?:应|超|逾|按[期时])/.test(passage.text.slice(end)))) &&
      pattern.test(passage.text.slice(end, end + 6).replace(/[，。；（].*$/, "")),
  );
