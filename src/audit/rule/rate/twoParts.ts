/**
 * 一分为二: a sentence of a whole and its two parts with one percentage. Either the parts make the whole, and the percentage must be
 * one of theirs; or the percentage is one part's, and what is called the rest must be the rest. Silent where other counts of the
 * neighbourhood give the percentage.
 */
import type { Finding } from "../../../domain/finding.ts";
import { decimalsOf, isSlip, printed } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { MOST_NEAR, nearOf } from "../../read/near.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

export const twoParts = (reading: Reading): Finding[] => {
  const near = nearOf(reading);
  return reading.sentences.flatMap((mentions) => {
    const counts = mentions.filter(isWhole);
    const rates = mentions.filter(isPercentage);
    const [rate] = rates;
    const { passage, sentence } = mentions[0]!;
    // the percentage has another base
    if (/总[量数]|全部|扣除|到期|不含/.test(passage.text.slice(sentence.from, sentence.to))) return [];
    if (
      !rate ||
      rates.length !== 1 ||
      counts.length !== 3 ||
      !counts.every((one) => isSameUnit(one.unit, counts[0]!.unit))
    )
      return [];
    // “新增80条、修改32条；命中率……”: a clause of its own
    const lastCount = counts.filter(({ at }) => at < rate.at).at(-1);
    if (lastCount && /；/.test(passage.text.slice(lastCount.end, rate.at))) return [];
    // “退单134件，占转办件的5.54%；其中……”: of what its own words name
    if (/占[^，。；]{2,}的$|占[^，。；\d]{1,8}量仅?$/.test(rate.before)) return [];
    // “接通率96.82%，接通后形成诉求52173件，其中答复42863件，转办9310件”: a rate of what none of them is
    const name = /([\u4e00-\u9fff]{2,6})率/.exec(rate.before)?.[1] ?? "";
    const stems = [...name].slice(1).map((_, at) => name.slice(at, at + 2));
    const isOfIt = ({ label }: Mention) => stems.some((stem) => label.replace(`${stem}后`, "").includes(stem));
    if (name !== "" && rate.at < counts[0]!.at && !counts.some(isOfIt)) return [];
    // “派发准确率96.91%（一次退回322件）；退回后……”: what stands in its bracket is no whole of it
    if (counts.some(({ depth, at }) => depth > rate.depth && at > rate.end && at - rate.end < 8)) return [];
    const [whole, ...parts] = [...counts].sort((a, b) => b.number.approximate - a.number.approximate);
    const [a, b] = parts as [Mention, Mention];
    const others = near(passage).filter(isWhole);
    if (others.length > MOST_NEAR) return [];
    // “移送386件，其中甲205件，乙181件，办结率99%以上”: nearly or wholly all of them, whatever they were
    // “联系率97.77%，超时的8宗”: what the rate leaves out
    const isAll =
      value(rate) === 100 ||
      /超时|超期|逾期|未|没/.test(whole!.before + passage.text.slice(whole!.end - 6, whole!.at)) ||
      /^以上/.test(passage.text.slice(rate.end));
    if (value(a) + value(b) === value(whole!)) return isAll ? [] : partsGive(rate, whole!, a, b, others);
    return [
      [a, b],
      [b, a],
    ].flatMap(([part, rest]) => restIs(rate, whole!, part!, rest!, others));
  });
};

const value = ({ number }: Mention): number => number.approximate;

const isWhole = ({ kind, unit, isHedged, period, number }: Mention): boolean =>
  (kind === "count" || (kind === "other" && /^[张份人名户台处]$/.test(unit))) &&
  !isHedged &&
  period === "now" &&
  number.step === null &&
  number.approximate > 0;

const isPercentage = ({ kind, unit, isHedged, period, number }: Mention): boolean =>
  unit === "%" && kind !== "change" && !isHedged && period === "now" && /\d/.test(number.text);

const isOf = (rate: Mention, part: Mention, whole: Mention): boolean => {
  const decimals = decimalsOf(rate.number.text);
  return Math.abs((100 * value(part)) / value(whole) - value(rate)) < 1.01 * 10 ** -decimals;
};

function partsGive(rate: Mention, whole: Mention, a: Mention, b: Mention, others: Mention[]): Finding[] {
  if (others.some((x) => others.some((y) => x !== y && isOf(rate, x, y)))) return [];
  // “不满意39件，不满意率7.0%，其中……31件，其余8件”: how many of all the whole is
  const isOfWhole =
    rate.at < Math.min(a.at, b.at) && whole.label.length > 1 && rate.label.replace(/率$/, "").endsWith(whole.label);
  if (isOfWhole) return [];
  const [first, second] = [a, b].map((part) => `${((100 * value(part)) / value(whole)).toFixed(2)}%`);
  return [
    finding(rate.kind === "share" ? "shareOfBase" : "rateOfCounts", {
      confidence: 0.65,
      places: distinctPlaces([rate, whole, a, b].map(placeOf)),
      values: [rate, whole, a, b].map(({ number }) => number.text),
      arithmetic: `${a.number.text} ÷ ${whole.number.text} = ${first}，${b.number.text} ÷ ${whole.number.text} = ${second}，均 ≠ ${rate.number.text}`,
      message: `“${nameOf(rate)}”印作${rate.number.text}，而${whole.number.text}分为${a.number.text}（${first}）和${b.number.text}（${second}）。`,
    }),
  ];
}

const plain = (text: string) => printed(text, 0, "", text);

const isRest = ({ label, before, passage, end }: Mention): boolean =>
  /未|没|不(?!含)|其?余|剩|仍|尚|失败|非/.test(label + before) ||
  /^[^，。；、]{0,3}(?:未|没有|仍|尚|正)/.test(passage.text.slice(end, end + 8));

function restIs(rate: Mention, whole: Mention, part: Mention, rest: Mention, others: Mention[]): Finding[] {
  const right = value(whole) - value(part);
  const isMeant = isSlip(plain(String(right)), plain(rest.number.text.replace(/\D/g, "")));
  const isGiven = isMeant && isOf(rate, part, whole) && !isOf(rate, rest, whole) && isRest(rest) && !isRest(part);
  if (!isGiven || others.some((one) => value(one) === right)) return [];
  return [
    finding("partsAndWhole", {
      confidence: 0.65,
      places: distinctPlaces([rest, whole, part].map(placeOf)),
      values: [rest, whole, part].map(({ number }) => number.text),
      arithmetic: `${whole.number.text} − ${part.number.text} = ${right} ≠ ${rest.number.text}`,
      message: `“${nameOf(rest)}”印作${rest.number.text}，${whole.number.text}除去${part.number.text}（${rate.number.text}）应为${right}${rest.unit}。`,
    }),
  ];
}
