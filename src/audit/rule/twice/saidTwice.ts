/** 总数说了两遍: the report's own total, or a count of its body, said once more in its overview or its closing words. */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { isSameValue, isSlip, type Printed, printed, show } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Passage } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { listsOf } from "../../read/shareLists.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";
import { otherBase, told } from "./twoValues.ts";

export const saidTwice = (reading: Reading): Finding[] => [
  ...bareTwice(reading),
  ...inClosing(reading),
  ...sharesInClosing(reading),
  ...longSwapped(reading),
  ...ratesInOverview(reading),
  ...ratesSwapped(reading),
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
    const isLong = mention.number.text.replace(/\D/g, "").length > 2;
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
    const text = share.passage.text.slice(share.sentence.from, share.at);
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

/** two digits that changed places */
const digitsSwapped = (a: Printed, b: Printed): boolean => {
  const digits = ({ text }: Printed) => [...text.replace(/\D/g, "")].sort().join("");
  return isSlip(a, b) && digits(a) === digits(b);
};

/** “知识库18642条”, “知识库存量18462条”: so long a number is hardly another's with two neighbours changed */
function longSwapped({ mentions, tables }: Reading): Finding[] {
  const digits = ({ text }: Printed) => text.replace(/\D/g, "");
  const closing = tables.flatMap(({ rows }) =>
    rows.filter(({ isTotal }) => isTotal).flatMap(({ numbers }) => numbers.filter((number) => number !== null)),
  );
  const long = mentions.filter(
    ({ kind, period, number }) =>
      kind === "count" && period === "now" && number.step === null && digits(number).length > 3,
  );
  const printedOnce = (number: Printed) =>
    long.filter((one) => isSameValue(one.number, number)).length +
      closing.filter((one) => isSameValue(one, number)).length ===
    1;
  return long.flatMap((one, at) => {
    const isOther = (other: Mention) =>
      other.passage !== one.passage &&
      isSameUnit(other.unit, one.unit) &&
      actOf(one) === actOf(other) &&
      (digits(one.number).length > 4 || isOfOneThing(one, other)) &&
      digitsSwapped(one.number, other.number);
    const other = long.slice(at + 1).find(isOther);
    return other && ![one, other].some(isCorrected) && (printedOnce(one.number) || printedOnce(other.number))
      ? [told(one, other, 0.6)]
      : [];
  });
}

/** “年末区级知识库存量2318条”, “完善区级知识库，在现有2381条基础上”: four signs of their words are the same */
function isOfOneThing(a: Mention, b: Mention): boolean {
  const [x, y] = [a, b].map(({ passage, sentence, at }) => passage.text.slice(Math.max(sentence.from, at - 20), at));
  return [...x!].some((_, at) => {
    const piece = x!.slice(at, at + 4);
    return (
      /^[\u4e00-\u9fff]{4}$/.test(piece) &&
      !/诉求|工单|受理|办结|承办|派发|转办|来电|热线/.test(piece) &&
      y!.includes(piece)
    );
  });
}

/** “人工接通率98.36%”, “当日接通率93.5%，全月平均98.63%”: two neighbours changed, both of the same rate and of nobody in particular */
function ratesSwapped({ mentions }: Reading): Finding[] {
  const rates = mentions.filter(
    ({ unit, kind, period, number, isHedged }) =>
      unit === "%" && kind !== "change" && kind !== "share" && period === "now" && !isHedged && number.text.length > 5,
  );
  const wordOf = ({ passage, sentence, at }: Mention) =>
    /([\u4e00-\u9fff]{2}率)[^率]*$/.exec(passage.text.slice(sentence.from, at))?.[1];
  return rates.flatMap((one, at) => {
    const other = rates
      .slice(at + 1)
      .find(
        (two) =>
          two.passage !== one.passage &&
          digitsSwapped(one.number, two.number) &&
          wordOf(one) !== undefined &&
          wordOf(one) === wordOf(two) &&
          isAlike(one, two),
      );
    const isOnce =
      other && [one, other].every((own) => rates.filter(({ number }) => isSameValue(number, own.number)).length < 3);
    return isOnce ? [told(one, other, 0.6)] : [];
  });
}

/** what was done with them, where the words say so: orders that were finished aren't those that were called back */
const actOf = ({ label }: Mention): string => /回访|评价|满意|接听|呼入/.exec(label)?.[0] ?? "";

/** “15806件应为15860件”: a notice that puts right what was printed */
const isCorrected = ({ passage, sentence }: Mention): boolean =>
  /误|更正|勘误|应为|改为/.test(passage.text.slice(sentence.from, sentence.to));

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
function bareTwice({ mentions }: Reading): Finding[] {
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
        isAlike(first, mention) && (isMistaken(first.number, mention.number) || isNearly(first, mention)),
    )?.mention;
    const isLong =
      first.number.text.replace(/\D/g, "").length > 3 ||
      (other !== undefined && digitsSwapped(first.number, other.number));
    return other && isLong ? [told(first, other, 0.65)] : [];
  });
}

const whose =
  /各?平台|县级|各县|乡镇|园区|社区|企业|网络|微信|市直|[^，。；、：（）]{0,6}(?:县|区|镇|乡|街道|局|公司|集团|大队|渠道|中心|部门|类)/g;

/** which areas, units or channels a sentence speaks of before its number; 全市 and the like are nobody in particular */
const whoseOf = ({ passage, sentence, at }: Mention): string =>
  [
    ...(passage.text
      .slice(sentence.from, at)
      .replace(/(?:市民|群众)(?:和|与|、)?企业|企业(?:和|与|、)?(?:市民|群众)/g, "")
      .match(whose) ?? []),
  ]
    .map((one) => one.replace(/^\d{1,2}月份?/, "").replace(/^.*?(?:全|本|我|月份?|年)(?=[县区市州局街集公])/, ""))
    .filter((one) => one.length > 1)
    .sort()
    .join("|");

const month = /(\d{1,2})月份?(?!\d|日)[^月]*$/;

const monthOf = ({ passage, sentence, at }: Mention): string | undefined =>
  month.exec(passage.text.slice(sentence.from, at).replace(/截至[^，]*/, ""))?.[1];

const led =
  /^(?:[（(]?[\d一二三四五六七八九十]+[.、）)])?[^，。；：\d]{2,14}(?:[县区市旗镇乡局委科办站处所院队]|中心|街道|公司|集团|部门|单位|类|渠道|信箱)[。：]/;

/** which differ only where both say so */
const periods = [/20\d\d年/, /[一二三四]季度|[上下]半年/, /截至[^，。；]*/];
/** whoever says nothing speaks of the hotline itself */
const ownNumbers = [/\d+秒/, /(?<!\d)(?!12345)(?:12\d{3}|96\d{3,4})(?!\d)/];

const saidOf = (pattern: RegExp, { passage, sentence, at }: Mention): string | undefined =>
  passage.text.slice(sentence.from, at).match(new RegExp(pattern, "g"))?.at(-1);

function isAlikeIn(pattern: RegExp, a: Mention, b: Mention): boolean {
  const [x, y] = [saidOf(pattern, a), saidOf(pattern, b)];
  return x === undefined || y === undefined || x === y;
}

/** of the same month and of the same whoever, and of nobody that a paragraph begins with */
function isAlike(a: Mention, b: Mention): boolean {
  const [x, y] = [monthOf(a), monthOf(b)];
  const isOfMonth = x === undefined || y === undefined || x === y;
  return (
    isOfMonth &&
    periods.every((pattern) => isAlikeIn(pattern, a, b)) &&
    ownNumbers.every((pattern) => saidOf(pattern, a) === saidOf(pattern, b)) &&
    ![a, b].some(otherBase) &&
    whoseOf(a) === whoseOf(b) &&
    ![a, b].some(({ passage }) => led.test(passage.text))
  );
}

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
      ) || /结论|结语|小结/.test(sections.get(passage) ?? "");
    const [own, ...more] = each.filter(isOverview);
    const others = each.filter((one) => !isOverview(one));
    const [other] = others;
    const isOne = new Set(others.map(({ mention }) => mention.number.approximate)).size === 1;
    if (!own || more.length > 0 || !other || !isOne || isSameValue(own.mention.number, other.mention.number)) return [];
    return isAlike(own.mention, other.mention) ? [told(other.mention, own.mention, 0.6)] : [];
  });
}

/** a slip between two numbers, though one of them is printed in 万 */
function isMistaken(a: Printed, b: Printed): boolean {
  if (isSameValue(a, b)) return false;
  if (isSlip(a, b)) return true;
  const [exact, coarse] = a.step === null ? [a, b] : [b, a];
  if (exact.step !== null || coarse.step === null || !/万/.test(coarse.text)) return false;
  const decimals = /\.(\d+)/.exec(coarse.text)?.[1]?.length ?? 0;
  const rounded = show({ n: exact.value.n, d: exact.value.d * 10_000n }, decimals);
  return isSlip(printed(rounded, 4, "", `${rounded}万`), coarse);
}
