/** 增减量与幅度: an amount and a percentage that give two earlier values. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, hundred, isPositive, middle, minus, over, plus, show, times } from "../../number.ts";
import { compared, isOfOneBase, isRate } from "../../read/changedBase.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const againstEarlier = /[同环]比|(?:比|较|与)[^，。；]*(?:去年|上年|上个?[月周期季]|同期|20\d\d年)/;

/** “较去年上半年的8127件”, “8月521件”: a value of a time that has to be named may be the one that it was before */
const isOfNamedTime = ({ passage, sentence, at }: Mention): boolean =>
  /去年|上[年月周期季]|[较比](?!例|重)|[一二三四]季度|[上下]半年|(?<![-至\d])\d{1,2}月(?!\d)/.test(
    passage.text.slice(Math.max(sentence.from, at - 40), at),
  );

/** small numbers give any percentage */
const LEAST = 20;

/** another count of the sentence gives the percentage, as what it was or as what it became: the amount is of that one */
const isOfOther = (mentions: Mention[], own: Mention, amount: Mention, rate: Mention): boolean =>
  amount.number.approximate >= LEAST &&
  mentions.some((one) => {
    if (one === own || one === amount || one.kind !== "count" || !isSameUnit(one.unit, amount.unit)) return false;
    const { range } = one.number;
    const before = [range, (amount.direction > 0 ? minus : plus)(range, amount.number.range)];
    return before.some(
      (base) =>
        isPositive(base) && agreement(rate.number, times(over(amount.number.range, base), hundred)) === "rounded",
    );
  });

/** “环比增加2320件，增长4.9%”: the amount and the percentage give two earlier values */
export function withAmount(mentions: Mention[], at: number, now: Mention): Finding[] {
  const [amount, rate] = [mentions[at]!, mentions[at + 1]];
  if (rate?.kind !== "change" || rate.unit !== "%" || isRate(now) || !isSameUnit(amount.unit, now.unit)) return [];
  if (amount.unit === "%" || rate.direction !== amount.direction || !isOfOneBase(amount, rate, now)) return [];
  const earlier =
    amount.direction > 0 ? minus(now.number.range, amount.number.range) : plus(now.number.range, amount.number.range);
  if (!isPositive(earlier)) return [];
  const right = times(over(amount.number.range, earlier), hundred);
  const found = agreement(rate.number, right);
  // “2月41件，3月少9件，下降22%”: what stands before may be the earlier value itself, unless it is compared with an earlier one
  const asEarlier =
    againstEarlier.test(amount.before) && !isOfNamedTime(now)
      ? "off"
      : agreement(rate.number, times(over(amount.number.range, now.number.range), hundred));
  if ([found, asEarlier].some((one) => one === "rounded" || one === "cut")) return [];
  if (isOfOther(mentions, now, amount, rate)) return [];
  const before = show(middle(earlier), 0);
  return [
    finding("change", {
      confidence: 0.85,
      isSlight: found === "slight",
      places: distinctPlaces([placeOf(rate), placeOf(amount), placeOf(now)]),
      values: [rate.number.text, amount.number.text, now.number.text],
      arithmetic: `${amount.number.text} ÷ (${now.number.text} ${amount.direction > 0 ? "−" : "+"} ${amount.number.text}) = ${show(middle(right))}% ≠ ${rate.number.text}`,
      message: `“${nameOf(now)}”${now.number.text}，变动${amount.number.text}，即此前${before}，变动幅度应为${show(middle(right))}%，印作${rate.number.text}。`,
    }),
  ];
}

/** “较6月的685件增加348件，上升50.8%”: the amount is the percentage of what it is added to */
export function ofBase(mentions: Mention[], at: number): Finding[] {
  const [amount, rate] = [mentions[at]!, mentions[at + 1]];
  if (rate?.kind !== "change" || rate.unit !== "%" || rate.direction !== amount.direction) return [];
  const base = mentions
    .slice(0, at)
    .findLast(({ kind, period, unit }) => kind === "count" && period !== "now" && isSameUnit(unit, amount.unit));
  if (!base || compared(rate) !== "any" || !isPositive(base.number.range)) return [];
  const right = times(over(amount.number.range, base.number.range), hundred);
  const found = agreement(rate.number, right);
  if (found === "rounded" || found === "cut" || isOfOther(mentions, base, amount, rate)) return [];
  return [
    finding("change", {
      confidence: 0.85,
      isSlight: found === "slight",
      places: distinctPlaces([placeOf(rate), placeOf(amount), placeOf(base)]),
      values: [rate.number.text, amount.number.text, base.number.text],
      arithmetic: `${amount.number.text} ÷ ${base.number.text} = ${show(middle(right))}% ≠ ${rate.number.text}`,
      message: `由${base.number.text}变动${amount.number.text}，变动幅度应为${show(middle(right))}%，印作${rate.number.text}。`,
    }),
  ];
}
