/** 总数说了两遍: the report's own total, or a count of its body, said once more in its overview or its closing words. */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { decimalsOf, digitCount, isSameValue, isSlip, isSwapped, type Printed, printed, show } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Passage } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore, sentenceOf } from "../../read/sentence.ts";
import { listsOf } from "../../read/shareLists.ts";
import { isOfOtherSubject } from "../../read/subject.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";
import { isAlike, otherBase } from "./alike.ts";
import { told } from "./twoValues.ts";

export const saidTwice = (reading: Reading): Finding[] => [
  ...bareTwice(reading),
  ...inClosing(reading),
  ...sharesInClosing(reading),
  ...ratesInOverview(reading),
];

const closing = /小结|总的看|总体看|总体来看|综上|回顾|结语|概况|导读|摘要|要点|一句话|速览/;

/** “找回212件”, and in the closing words “失物找回221件”: what an overview or a summing-up says once more */
function inClosing({ mentions, passages }: Reading): Finding[] {
  const sections = headed(passages);
  const counts = mentions.filter(
    ({ kind, period, unit, label, depth }) =>
      kind === "count" && period === "now" && unit !== "家" && label.length > 1 && depth === 0,
  );
  const isClosing = (mention: Mention) =>
    closing.test(sections.get(mention.passage) ?? "") ||
    closing.test(mention.passage.text.slice(0, Math.min(mention.at, 60)));
  return counts.filter(isClosing).flatMap((mention) => {
    const named = counts.filter(
      (other) =>
        other.passage !== mention.passage &&
        isSameUnit(other.unit, mention.unit) &&
        (other.label.endsWith(mention.label) ||
          mention.label.endsWith(other.label) ||
          plain(other.label) === plain(mention.label)),
    );
    const isSame = (one: Mention) => one.label === mention.label && one.label.length > 2;
    const isOff = (one: Mention) =>
      plain(one.label).length > 3 &&
      plain(one.label) === plain(mention.label) &&
      Math.abs(one.number.approximate - mention.number.approximate) * 20 < mention.number.approximate;
    const other = named.find(
      (one) =>
        (isSlip(one.number, mention.number) && (isSame(one) || isAlike(one, mention))) ||
        (isOff(one) && isAlike(one, mention)),
    );
    const isLong = digitCount(mention.number.text) > 2;
    return other && isLong && !named.some((one) => isSameValue(one.number, mention.number))
      ? [told(other, mention, 0.6)]
      : [];
  });
}

/** “室温不达标3906件，占56.8%”, and in the closing words “室温不达标……占比53.2%” */
function sharesInClosing(reading: Reading): Finding[] {
  const pairs = listsOf(reading)
    .flatMap(({ pairs: own }) => own)
    .filter(({ count }) => count.label.length > 2);
  const sections = headed(reading.passages);
  return reading.mentions.flatMap((share) => {
    const text = sentenceBefore(share);
    const isClosing = closing.test(sections.get(share.passage) ?? "") || closing.test(share.passage.text.slice(0, 20));
    if (!isClosing || share.unit !== "%" || share.isHedged || !/占比?(?:为|达)?$/.test(text)) return [];
    const named = pairs.filter(
      ({ count, share: own }) =>
        own !== share && new RegExp(`${count.label.replace(/[^\u4e00-\u9fff]/g, ".")}[^。；]{0,20}$`).test(text),
    );
    const [only] = named;
    if (!only || named.length > 1 || isSameValue(only.share.number, share.number)) return [];
    return [
      finding("twoValues", {
        confidence: 0.65,
        places: distinctPlaces([placeOf(share), placeOf(only.share)]),
        values: [share.number.text, only.share.number.text],
        arithmetic: `${share.number.text} ≠ ${only.share.number.text}`,
        message: `“${only.count.label}”的占比一处印作${only.share.number.text}，另一处印作${share.number.text}。`,
      }),
    ];
  });
}

/** “四季度网络诉求”, “网络渠道诉求” */
const plain = (label: string): string =>
  label.replace(/^在|渠道|全[市县区省州]|第?[一二三四]季度|本[月季周年]度?|\d{1,2}月份?|共|的/g, "");

/** the heading above each paragraph */
function headed(passages: Passage[]): Map<Passage, string> {
  let heading = "";
  return new Map(
    passages.map((passage) => {
      if (passage.isHeading || /^【[^】]{2,12}】$/.test(passage.text)) heading = passage.text;
      return [passage, heading];
    }),
  );
}

/** the report's own total, in its overview, its body and its closing words: only slips of the pen, wherever they stand */
function bareTwice({ mentions, subjects }: Reading): Finding[] {
  const named = mentions.flatMap((mention) => {
    const name = bareName(mention);
    return name ? [{ mention, name: `${name}|${mention.unit === "%"}` }] : [];
  });
  return [...grouped(named, ({ name }) => name).values()].flatMap((each) => {
    // the total is the largest; what is far less is of some of it only
    const most = Math.max(...each.map(({ mention }) => mention.number.approximate));
    const all = each.filter(({ mention }) => mention.number.approximate * 2 > most);
    const [one, ...others] = all;
    if (!one) return [];
    const { mention: first } = one;
    const other = others.find(
      ({ mention }) =>
        isAlike(first, mention) &&
        !isOfOtherSubject(subjects, first.passage, mention.passage) &&
        isOfFew(first) === isOfFew(mention) &&
        (isMistaken(first.number, mention.number) || isNearly(first, mention)),
    )?.mention;
    const isLong = digitCount(first.number.text) > 3 || (other !== undefined && isSwapped(first.number, other.number));
    return other && isLong ? [told(first, other, 0.65)] : [];
  });
}

/** “回访满意率” beside “总体满意率”, of what was handed on alone */
const isOfFew = ({ unit, label }: Mention): boolean => unit === "%" && /回访|转办|派发|交办/.test(label);

/** in the closing words, a little off */
const isNearly = (a: Mention, b: Mention): boolean =>
  a.kind === "count" &&
  !isSameValue(a.number, b.number) &&
  a.number.step === null &&
  b.number.step === null &&
  [a, b].some(({ passage, at }) => closing.test(passage.text.slice(0, Math.min(at, 60)))) &&
  Math.abs(a.number.approximate - b.number.approximate) * 100 < a.number.approximate;

/** “【摘要】……满意率94.37%”, and the one other rate of that bare name is another */
function ratesInOverview({ mentions, passages }: Reading): Finding[] {
  const sections = headed(passages);
  const named = mentions.flatMap((mention) => {
    const name = mention.unit === "%" && !otherBase(mention) ? bareName(mention) : null;
    return name ? [{ mention, name }] : [];
  });
  return [...grouped(named, ({ name }) => name).values()].flatMap((each) => {
    const isOverview = ({ mention: { passage, at } }: (typeof each)[number]) =>
      /^(?:【?(?:摘要|导读|概要|要点|速览|数字)|综上|综合看|总的看|总体看|总的来看)/.test(
        passage.text.slice(0, Math.min(at, 12)),
      ) || /结论|结语|小结|要求|下一步|打算/.test(sections.get(passage) ?? "");
    const [own, ...more] = each.filter(isOverview);
    const others = each.filter((one) => !isOverview(one));
    const [other] = others;
    const isOne = new Set(others.map(({ mention }) => mention.number.approximate)).size === 1;
    if (!own || more.length > 0 || !other || others.some((one) => isSameValue(own.mention.number, one.mention.number)))
      return [];
    // “解决率达到90%” is still to be reached
    if (/力争|目标|确保|稳定在/.test(sentenceOf(own.mention))) return [];
    // among several, the one that it is a slip of the pen of
    const meant = others.filter(
      ({ mention }) => isSlip(mention.number, own.mention.number) && isAlike(own.mention, mention),
    );
    if (!isOne) return meant.length === 1 ? [told(meant[0]!.mention, own.mention, 0.6)] : [];
    return isAlike(own.mention, other.mention) ? [told(other.mention, own.mention, 0.6)] : [];
  });
}

/** a slip between two numbers, though one of them is printed in 万 */
function isMistaken(a: Printed, b: Printed): boolean {
  if (isSameValue(a, b)) return false;
  if (isSlip(a, b)) return true;
  const [exact, coarse] = a.step === null ? [a, b] : [b, a];
  if (exact.step !== null || coarse.step === null || !/万/.test(coarse.text)) return false;
  const decimals = decimalsOf(coarse.text);
  const rounded = show({ n: exact.value.n, d: exact.value.d * 10_000n }, decimals);
  return isSlip(printed(rounded, 4, "", `${rounded}万`), coarse);
}
