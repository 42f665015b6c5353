/** 不是它的分项: why numbers that stand as parts beside a whole needn't make it. */
import { equal, meets, minus, type Range, sum } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { type Group, isSameUnit, leavesOthers, sharesOf } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { isToldByShare } from "../../read/toldByShare.ts";
import { rest } from "../../read/wholes.ts";
import type { Silences } from "../../silence.ts";
import { isWithEarlier } from "../rate/ofOthers.ts";
import { isOfOtherWhole, isOfSharedBase, isOtherwiseDivided } from "./otherWhole.ts";
import { allNamed } from "./sureness.ts";

export interface Seen {
  group: Group;
  whole: Mention;
  parts: Mention[];
  last: Mention;
  /** what each part counts, and all of them together */
  ranges: Range[];
  added: Range;
  /** they make more than the whole */
  isMore: boolean;
  /** by how much they make more or less */
  difference: Range["low"];
  reading: Reading;
}

export const silences: Silences<Seen> = {
  // “三类分别为31.67万件、678.19万件和6.37万件。”: one of a list is no whole of what the next sentence tells
  isOneOfList: ({ whole }) => /^[、和及与]$/.test(whole.before),
  // “合计243次（面）”: of two kinds
  isOfTwoKinds: ({ whole }) => /^（[\u4e00-\u9fff]{1,2}）(?!次)/.test(whole.passage.text.slice(whole.end)),
  // “座席18个，其中2个为夜班，均含在18个之内”
  areContained: ({ parts }) => parts.some(({ before }) => /含[在于]$/.test(before)),
  // “其余部门均不超过3件” is no number of any, “其余单位各1次” of nobody knows how many
  areUncounted: ({ parts }) =>
    parts.some(({ before }) => /其[余他它][^，。；、]*各$|均(?:不|未|低|少|在)[^，。；]*$/.test(before)),
  // “第四季度月均131件：10月108件、……”
  areMeans: ({ whole, parts }) => [whole, ...parts].some(({ before }) => /[日月周人]均[^，。；]{0,4}$/.test(before)),
  // “投诉举报74160件、解答咨询48658件，其中上海市接到投诉举报26599件、解答咨询22531件；……”
  isWholeAmongThem: ({ whole, parts }) =>
    whole.label.length > 1 &&
    parts.some(({ label }) => label === whole.label) &&
    parts.some(({ label }) => label !== whole.label),
  // “接听1428通，其中匿名1190通；考前一个月接听811通”: counted as the whole is, and no part of the list
  isCountedAsWhole: ({ whole, parts }) => {
    const act = /(?:接听|接待|受理|办理|办结)$/.exec(whole.label)?.[0];
    return act !== undefined && parts.some(({ before, label }) => /^；/.test(before) && label.endsWith(act));
  },
  // “受理5230件，上月结转120件，本月办结5180件”: what came in, what was left, what was done
  isFlow: ({ whole, parts }) =>
    parts.some(({ label }) => /结转|遗留/.test(label)) &&
    parts.some(({ label }) => /办结/.test(label)) &&
    !/应办|应结/.test(whole.label),
  // “有对象的163条已移交核查，查实47条”: one step after the other
  areSteps: ({ parts, last }) =>
    parts.length === 2 &&
    /^已[\u4e00-\u9fff]/.test(parts[0]!.passage.text.slice(parts[0]!.end)) &&
    /，(?:查实|查处|追回|立案|办结)$/.test(last.before),
  // “超期办结和超期未办结的83件”: some of what was done, and some of what wasn't
  areOfBoth: ({ parts }) => parts.some(({ label }) => /办结[和及与、][^，。；]*未办结/.test(label)),
  // “办结18570件（含上月结转），月末在办1066件”, “办结6865件（其中往月工单538件）”
  areWithEarlier: ({ parts }) => parts.some(isWithEarlier),
  // “204件投诉办结166件，其中调解成功139件；其余38件”: of what the whole itself was of
  isRestOfOuter: ({ whole, last, reading }) =>
    rest.test(last.label) &&
    reading.mentions.some(
      ({ kind, passage, at, number }) =>
        kind === "count" &&
        passage === whole.passage &&
        at < whole.at &&
        number.approximate - whole.number.approximate === last.number.approximate,
    ),
  // “受理1000件。已办结的诉求中，当场办结520件”: of those alone that were dealt with so
  isOfSomeOf: ({ whole, parts: [first] }) => {
    const act = /(办结|转办|转派|回访|派发)的?[^，。；\d]{0,6}(?:中，|按)[^，。；]*$/.exec(
      first!.passage.text.slice(Math.min(whole.end, first!.at), first!.at),
    )?.[1];
    return act !== undefined && !whole.label.includes(act);
  },
  // “按渠道分，电话820件、网络180件；按类型分，……”: one of the other list is no whole of this one
  isListedElsewhere: ({ whole, group: { text } }) =>
    /^(?:按|从)/.test(text) && /(?:按|从)[^，。；：\d]{1,12}(?:划?分|来?看)，/.test(sentenceBefore(whole)),
  // “县组16207件。其中诉求量最大的三个县区为……”: of all counties
  isOfLargest: ({ group, isMore }) => isMore && /最[大多高]的|居前/.test(leadOf(group)),
  // “参训88人（在岗92人，4人休假）”
  isLessTheOthers: ({ whole, ranges: [first, ...others] }) =>
    others.length > 0 && meets(minus(first!, sum(others)), whole.number.range),
  // “6件分别为：甲2件、乙1件、……” are all of them, however few
  isMadeBySome: ({ group, whole, parts, ranges }) =>
    !allNamed.test(leadOf(group)) && !group.isClosed && someAddUp(parts, ranges, whole.number.range),
  isNested: ({ group, parts, ranges }) => !group.isClosed && isNested(parts, ranges),
  // another count of the paragraph is what some of them make up
  makeAnother: ({ whole, parts, ranges, reading }) =>
    reading.mentions.some(
      (other) =>
        other.kind === "count" &&
        isSameUnit(other.unit, whole.unit) &&
        other.passage === whole.passage &&
        other !== whole &&
        !parts.includes(other) &&
        someAddUp(parts, ranges, other.number.range),
    ),
  // “16件，其中结转11件、新增8件、销号3件”
  isMadeWithAnother: ({ whole, parts, isMore, difference, reading }) =>
    reading.mentions.some(
      (other) =>
        other.kind === "count" &&
        other.passage === whole.passage &&
        (isTakenOff(other) || (!isMore && other.depth <= whole.depth)) &&
        !parts.includes(other) &&
        equal(other.number.value, difference),
    ),
  hasOthersByShares: ({ group, whole, parts, last, reading }) =>
    group.shares.every((share) => share === null) &&
    leavesOthers(whole, parts, sharesOf(reading.sentences.find((own) => own.includes(last)) ?? [], parts)),
  isToldByShare: ({ whole, added, last, reading }) => isToldByShare(whole, added, last, reading.mentions),
  isOfSharedBase: ({ group, reading }) => isOfSharedBase(group, reading),
  isOtherwiseDivided: ({ group, reading }) => isOtherwiseDivided(group, reading),
  isOfOtherWhole: ({ group, added, reading }) => isOfOtherWhole(group, added, reading),
};

/** what leads from the whole to its parts */
const leadOf = ({ whole, parts: [first] }: Group): string => whole.passage.text.slice(whole.end, first!.at);

const isTakenOff = ({ label, before }: Mention): boolean =>
  /销|化解|扣|剔|减|退出|清零|结转|遗留/.test(label || before);

/**
 * “水类1个、大气类1个、土壤类3个、生态类2个、其他类2个”: one list, which ends with the others, or with its bracket, and has
 * nothing else in it
 */
const isOneList = (parts: Mention[]): boolean =>
  parts.slice(1).every(({ before }) => /^、[^，。；：、]*$/.test(before)) &&
  ((parts.length > 3 && rest.test(parts.at(-1)!.label)) || (parts.length > 2 && isBracketed(parts)));

/** “2510件（其中公众号1893件、网站617件、客户端482件）” */
const isBracketed = (parts: Mention[]): boolean =>
  /（其中[^，。；：、（）\d]*$/.test(parts[0]!.passage.text.slice(0, parts[0]!.at)) &&
  /^）/.test(parts.at(-1)!.passage.text.slice(parts.at(-1)!.end));

/** some of them make the whole, the others tell of something else */
function someAddUp(parts: Mention[], ranges: Range[], whole: Range): boolean {
  if (isOneList(parts)) return false;
  const all = sum(ranges);
  if (ranges.length > 2 && ranges.some((range) => meets(minus(all, range), whole))) return true;
  for (let from = 0; from < ranges.length; from += 1)
    for (let to = from + 2; to <= ranges.length; to += 1)
      if (to - from < ranges.length && meets(sum(ranges.slice(from, to)), whole)) return true;
  // “夜间158次，超标61次；昼间268次，超标56次”: every other one
  const every = (start: number) => ranges.filter((_, at) => at % 2 === start);
  return ranges.length > 3 && [0, 1].some((start) => every(start).length > 1 && meets(sum(every(start)), whole));
}

/** one of them is made of all the others: they are no parts of one level */
const isNested = (parts: Mention[], ranges: Range[]): boolean =>
  ranges.length > 2 &&
  // “甲3件，乙2件，丙、丁、戊、己、庚各1件” is no sum of those before it
  ranges.some((range, at) => !/各$/.test(parts[at]!.before) && meets(minus(sum(ranges), range), range));
