/** 不是和的: numbers one after the other that the text doesn't say make a whole, though they nearly do. */
import { meets, middle, plus, slipBetween, sum, toNumber } from "../../number.ts";
import { sentenceAfter, sentenceOf } from "../../read/sentence.ts";
import { asPrinted, type Spot, wordsBefore, wordsBetween } from "./scene.ts";

export interface Sum {
  whole: Spot;
  parts: Spot[];
}

export const rangeOf = (parts: Spot[]) => sum(parts.map(({ mention }) => mention.number.range));

/** “转办74件，留言51件，来电48492件。其中10月……”: of all that its sentence counts */
const isWithOthers = (whole: Spot, parts: Spot[], items: Spot[]): boolean => {
  const before = items.filter(({ sentence, order }) => sentence === whole.sentence && order < whole.order);
  const behind = items.filter(
    ({ sentence, order }) => sentence === whole.sentence && order > whole.order && order < parts[0]!.order,
  );
  return (
    before.some((_, from) => meets(rangeOf([...before.slice(from), whole]), rangeOf(parts))) ||
    behind.some((_, to) => meets(rangeOf([whole, ...behind.slice(0, to + 1)]), rangeOf(parts)))
  );
};

/** “受理1000件，其中无效20件。有效诉求：……”, “除5件未到期外，其余1053件均已办结”: with another number of its sentence, or without it, they agree */
const isWithoutOne = (whole: Spot, parts: Spot[], items: Spot[]): boolean =>
  items.some((one) => {
    const size = rangeOf(parts.filter((part) => part !== one));
    const [all, other] = [whole.mention.number.range, one.mention.number.range];
    const isOfSentence = one !== whole && one.sentence === whole.sentence;
    return isOfSentence && (meets(plus(size, other), all) || meets(size, plus(all, other)));
  });

/** “物业类698件，其中268件、266件、164件；环卫类678件”: they make another that stands right before them */
const makeAnother = (whole: Spot, parts: Spot[], items: Spot[]): boolean =>
  items.some(
    (one) =>
      one !== whole &&
      one.passage === parts[0]!.passage &&
      one.order < parts[0]!.order &&
      meets(rangeOf(parts), one.mention.number.range),
  );

/** “到期应办结3701件，按时办结3695件，未到期26件”, “按时办结562件；……（回访527件，不满意45件）”, “日均20.7件” */
const areOfOthers = ({ mention: whole }: Spot, parts: Spot[]): boolean =>
  (/到期|应办/.test(whole.label) && parts.some(({ mention }) => /未到期/.test(mention.label))) ||
  (/办结/.test(whole.label) && parts.some(({ mention }) => /回访|满意/.test(mention.label))) ||
  /均[^，。；]{0,4}$/.test(whole.before) ||
  parts.some(({ mention }) => /[日月周人]均|万人/.test(mention.before));

/** “市直部门按时办结1544件，县区按时办结1657件。涉及……”: one of two, and the next sentence tells of neither alone */
const isBesideAnother = (whole: Spot, parts: Spot[], items: Spot[]): boolean =>
  whole.sentence !== parts[0]!.sentence &&
  whole.mention.label.length > 4 &&
  items.some(
    (one) =>
      one !== whole &&
      one.sentence === whole.sentence &&
      one.mention.label.length > 4 &&
      one.mention.label.slice(-4) === whole.mention.label.slice(-4),
  );

/** “解答咨询9221件、受理投诉14996件、……解答咨询3201件”: of several, and no parts of one */
const isNamedTwice = (parts: Spot[]): boolean => {
  const names = parts.map(({ mention }) => mention.label).filter((label) => label !== "");
  return new Set(names).size < names.length;
};

/** “其中物业服务反映较多的有：”, below a line of something else */
const isLedByAnother = (whole: Spot, first: Spot): boolean => {
  const led = /^其中([\u4e00-\u9fff]{2})[^，。；]{2,}：/.exec(sentenceOf(first.mention))?.[1];
  return led !== undefined && whole.passage !== first.passage && !whole.mention.before.includes(led);
};

const kinds = ["投诉", "举报", "咨询", "求助", "建议"];
const kindsIn = ({ mention: { label } }: Spot): string[] => kinds.filter((kind) => label.includes(kind));

/** “两地办结投诉31.40万件……甲地办结投诉23.10万件，办结举报8.20万件”: of another kind than the whole */
const isOfOtherKind = (whole: Spot, parts: Spot[]): boolean => {
  const [own, ...more] = kindsIn(whole);
  return (
    own !== undefined &&
    more.length === 0 &&
    parts.some((part) => kindsIn(part).length > 0 && !kindsIn(part).includes(own))
  );
};

/** “主要有甲1000件、乙999件”: those that are left out aren't many */
const isSelection = (whole: Spot, parts: Spot[]): boolean => {
  const isLess = toNumber(middle(rangeOf(parts))) < whole.mention.number.approximate;
  const last = parts.at(-1)!.mention;
  const behind = sentenceAfter(last);
  const isBegun = /主要|集中|较[多大高]|居多|突出|典型|热点|重点|为主|位列前|列前/.test(wordsBetween(whole, parts[0]!));
  // “……170件等”, “……，其余放弃”, “……，列前三位”
  const isOpen =
    /^等|(?:其[余他它]|剩余|余下|另有|还有|尚有|及其他|以及)[^，。；\d]*[，。；]|前[\d一二三四五六七八九十]+[位名，。]?|居首|次之/.test(
      behind,
    );
  return isLess && whole.order < parts[0]!.order && (isBegun || isOpen);
};

/** “甲（65件，占8.1%）、乙（13件）、丙（37件）”: the first of a list in brackets is no whole of the others */
export const isListItem = (whole: Spot, parts: Spot[]): boolean =>
  whole.mention.depth > 0 && /^[^。；：（）]{0,20}）、/.test(wordsBetween(whole, parts[0]!));

/** “206件（拆分后交办211件）”: the bracket right behind it says what they make */
const isSaidBehind = (whole: Spot, parts: Spot[], items: Spot[]): boolean =>
  items.some(
    ({ mention, order }) =>
      order === whole.order + 1 && mention.depth > whole.mention.depth && meets(rangeOf(parts), mention.number.range),
  );

/** they make another count of the text, which this one is no slip of; one of them is the whole once more; two have so many each */
export const isOfAnother = ({ whole, parts }: Sum, items: Spot[], printed: Set<number>): boolean =>
  parts.some(({ mention }) => mention.number.approximate === whole.mention.number.approximate) ||
  /知识库|知识点/.test(whole.mention.before) ||
  isBesideAnother(whole, parts, items) ||
  isWithoutOne(whole, parts, items) ||
  makeAnother(whole, parts, items) ||
  areOfOthers(whole, parts) ||
  isWithOthers(whole, parts, items) ||
  isSaidBehind(whole, parts, items) ||
  isNamedTwice(parts) ||
  isOfOtherKind(whole, parts) ||
  isSelection(whole, parts) ||
  /各\d/.test(sentenceOf(parts[0]!.mention)) ||
  isLedByAnother(whole, parts[0]!) ||
  (slipBetween(asPrinted(middle(rangeOf(parts)), whole.mention.number), whole.mention.number.text) === null &&
    printed.has(toNumber(middle(rangeOf(parts)))));

/** “427件（含来电14件）”: what stands in another's bracket is in it */
export const isOfOneLevel = ({ parts: [first, ...others] }: Sum): boolean =>
  others.every(({ mention }) => mention.depth === first!.mention.depth);

const isShare = ({ mention }: Spot): boolean => mention.unit === "%" && mention.kind !== "change";

/** “甲9466件，乙10944件，分别占46.36%和53.60%” */
function sharesBehind(parts: Spot[], spots: Spot[]): Spot[] | null {
  const last = parts.at(-1)!;
  const next = spots[last.order + 1];
  // “分别占受理总量1000件的52.0%、31.0%、16.0%”: the base stands between
  const isBase = next !== undefined && !isShare(next) && /占[^，。；]*$/.test(next.mention.before);
  const from = last.order + (isBase ? 2 : 1);
  const behind = spots.slice(from, from + parts.length).filter(isShare);
  const [first] = behind;
  const isList = first?.sentence === last.sentence && /分别|依次/.test(wordsBetween(last, first));
  return isList && behind.length === parts.length ? behind : null;
}

/** the share of each, right behind it or behind them all; null where one has none */
export function sharesOf(parts: Spot[], spots: Spot[]): Spot[] | null {
  const behind = sharesBehind(parts, spots);
  if (behind) return behind;
  const shares = parts.map((spot, at) =>
    spots
      .slice(spot.order + 1, Math.min(spot.order + 3, parts[at + 1]?.order ?? spot.order + 3))
      .find(({ mention }) => mention.unit === "%" && mention.kind === "share"),
  );
  return shares.every((share) => share !== undefined) ? shares : null;
}

/** “1443件，占80.7%；344件，占19.24%”: by their shares there are others */
export const isShortByShares = ({ parts }: Sum, spots: Spot[]): boolean => {
  const shares = sharesOf(parts, spots);
  return shares !== null && toNumber(rangeOf(shares).high) < 100;
};

/** “电话8341件，邮件137件，短信2条”: with what follows in the sentence, whatever its unit */
export const isMadeWithRest = ({ whole, parts }: Sum, spots: Spot[]): boolean => {
  const last = parts.at(-1)!;
  const behind = spots.slice(last.order + 1, last.order + 4).filter(({ sentence }) => sentence === last.sentence);
  return behind.some((_, to) => {
    const rest = behind.slice(0, to + 1);
    return (
      rest.every(({ mention }) => mention.kind === "count") &&
      meets(plus(rangeOf(parts), rangeOf(rest)), whole.mention.number.range)
    );
  });
};

/** “申请退单15件次，其中超期的1件次；同意1件次、驳回14件次”: some of them, one after the other, are all of it */
export const isMadeBySome = ({ whole, parts }: Sum): boolean =>
  parts.some((_, from) =>
    parts.some(
      (__, to) =>
        to > from &&
        to - from < parts.length - 1 &&
        meets(rangeOf(parts.slice(from, to + 1)), whole.mention.number.range),
    ),
  );

const signsBetween = (a: Spot, b: Spot): string => withoutShares(wordsBetween(a, b)).replace(/[^，、；：。]/g, "");

/** “甲4677件、乙5617件、丙454件、丁88件”: the list goes on as it went, or began before */
export function isCutOff({ whole, parts }: Sum, items: Spot[]): boolean {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const own = items.filter(
    ({ mention, sentence }) =>
      sentence === first.sentence && mention.unit === first.mention.unit && mention.depth <= first.mention.depth,
  );
  const [previous, next] = [own[own.indexOf(first) - 1], own[own.indexOf(last) + 1]];
  const [sign, ...others] = parts.slice(1).map((spot, at) => signsBetween(parts[at]!, spot));
  const isAsBefore = (a: Spot | undefined, b: Spot | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a !== whole &&
    b !== whole &&
    a.mention.depth === b.mention.depth &&
    signsBetween(a, b) === sign;
  if (others.some((other) => other !== sign)) return false;
  return isAsBefore(previous, first) || isAsBefore(last, next);
}

/** “甲4802件；乙2013件；丙1596件”: the first is an item of the list as the others are, as what stands before it may be too */
export const isOneOfThem = ({ whole, parts: [first, second, ...others] }: Sum): boolean =>
  whole.sentence === first!.sentence &&
  whole.order < first!.order &&
  (isItemBefore(wordsBetween(whole, first!), gapsOf([first!, second!, ...others]), /[、；]/) ||
    (/^、/.test(whole.mention.before) && isItemBefore(wordsBetween(whole, first!), gapsOf([first!, second!]), /、/)));

/** “长安区1451件，西咸新区471件、雁塔区410件”: what ends as the names of the others do is one of them */
export const isOfTheirKind = ({ whole, parts }: Sum): boolean => {
  const kinds = [whole, ...parts].map(
    ({ mention }) => /[县区市旗镇乡局委办]$|街道$|公司$|集团$|类$/.exec(mention.label)?.[0],
  );
  return kinds[0] !== undefined && new Set(kinds).size === 1;
};

export const gapsOf = (parts: Spot[]): string[] =>
  parts.slice(1).map((spot, at) => withoutShares(wordsBetween(parts[at]!, spot)));

/** no list goes on behind 其中 or under another heading; what follows its parts sums them up or isn't their whole */
export const isOneList = ({ whole, parts }: Sum): boolean =>
  !isDoneAmong(parts) &&
  gapsOf(parts).every((gap) => !/^中|其中|目前\d|[：。]./.test(gap.replace(/^(.{0,12})：$/, "$1"))) &&
  (whole.order < parts[0]!.order ||
    whole.sentence === parts[0]!.sentence ||
    /合计|共计|总计|小计|相加|以上|上述|[几两二三四五六七八九十]类/.test(wordsBefore(whole, 30)));

/** “咨询2109件、投诉661件，目前已办结反馈355件”: what was done with the last of them is none */
const isDoneAmong = (parts: Spot[]): boolean => {
  const done = parts.filter(({ mention }) =>
    /(?:已|截至[^，；]*)(?:办结|反馈|回复|处理)[^，；]*$/.test(mention.before),
  );
  return done.length > 0 && done.length < parts.length && /目前|截至/.test(done[0]!.mention.before);
};

export const opening = /其中|包括|包含|含|分为|分成|由|来自|涉及|分别|即|具体|依次/;

const withoutShares = (text: string): string =>
  text.replace(/（[^（）]*）|，?(?:占|[同环]比|增|减|上升|下降|满意率|办结率)[^，；、]*?[\d.]+%/g, "");

/** “甲4802件、乙2013件、丙1596件”: the first is one of them, not what they make */
export const isItemBefore = (between: string, gaps: string[], signs: RegExp): boolean => {
  const sign = withoutShares(between).slice(0, 1);
  return signs.test(sign) && !opening.test(between) && gaps.every((gap) => gap.startsWith(sign));
};
