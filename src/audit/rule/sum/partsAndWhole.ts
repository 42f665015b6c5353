/** 分项与合计: parts that don't add up to the whole that they are said to be. */
import type { Finding } from "../../../domain/finding.ts";
import { fraction, subtract } from "../../../domain/measure/exact.ts";
import {
  absolute,
  equal,
  exactly,
  isExact,
  meets,
  minus,
  type Range,
  show,
  sum,
  times,
  toNumber,
} from "../../number.ts";
import { bothSides } from "../../read/bothSides.ts";
import { closedGroups } from "../../read/closed.ts";
import { doneAndOpen, leftOver, remainders } from "../../read/complements.ts";
import { involvedGroups } from "../../read/involved.ts";
import type { Mention } from "../../read/mention.ts";
import { type Group, groupsOf, isSameUnit, leavesOthers, sharesOf } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { isToldByShare } from "../../read/toldByShare.ts";
import { gradesIn, halvesOf, ofTotal, reasons, thoseIn, unitsOf } from "../../read/toldOf.ts";
import {
  familyGroups,
  fullMarks,
  fullMarksBehind,
  listedGroups,
  namedGroups,
  rest,
  saidToBeAll,
  saidToMake,
  takenApart,
} from "../../read/wholes.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { isWithEarlier } from "../rate/ofOthers.ts";
import { isOfOtherWhole, isOfSharedBase, isOtherwiseDivided } from "./otherWhole.ts";
import { allNamed, excess, shortfall } from "./sureness.ts";

export function partsAndWhole(reading: Reading): Finding[] {
  const stated = groupsOf(reading).filter(({ parts }) => parts.length > 1);
  const groups = [
    ...stated,
    ...familyGroups(reading, stated),
    ...closedGroups(reading),
    ...listedGroups(reading),
    ...namedGroups(reading),
    ...bothSides(reading),
    ...remainders(reading),
    ...doneAndOpen(reading),
    ...leftOver(reading),
    ...reasons(reading),
    ...thoseIn(reading),
    ...gradesIn(reading),
    ...ofTotal(reading),
    ...halvesOf(reading),
    ...unitsOf(reading),
    ...involvedGroups(reading),
    ...takenApart(reading),
    ...saidToBeAll(reading),
    ...saidToMake(reading),
  ];
  const marks = reading.sentences.flatMap((mentions) => [...fullMarks(mentions), ...fullMarksBehind(mentions)]);
  // “上周结转146件，加本周转办965件”: added to another, and nothing taken apart
  const own = groups.filter(({ whole }) => !/^加/.test(whole.label));
  return [...own, ...marks].flatMap((group) => contradiction(group, reading) ?? []);
}

/** “甲、乙、丙各1件”: as many as are named before it; one more where 和 or 与 joins two names and belongs to none */
function eachOf(before: string): Range {
  const names = before.split(/[，；：]/).at(-1)!;
  if (!/各$/.test(before)) return exactly(fraction(1));
  // “……公司及……公司各1件” are two for certain
  const apart = names
    .split(/、|(?<=[局委办县区镇乡]|公司|集团|街道|中心|政府|支队)(?:以及|[和与及])/)
    .filter((name) => name !== "");
  const joined = apart.reduce((all, name) => all + name.split(/以及|[和与及]/).length - 1, 0);
  return { low: fraction(apart.length), high: fraction(apart.length + joined) };
}

function contradiction(group: Group, reading: Reading): Finding[] | null {
  const { whole, parts } = group;
  // “三类分别为31.67万件、678.19万件和6.37万件。”: one of a list is no whole of what the next sentence tells
  if (/^[、和及与]$/.test(whole.before)) return null;
  if (isOfSharedBase(group, reading)) return null;
  // “座席18个，其中2个为夜班，均含在18个之内”
  if (parts.some(({ before }) => /含[在于]$/.test(before))) return null;
  // “204件投诉办结166件，其中调解成功139件；其余38件”: of what the whole itself was of
  const left = parts.at(-1)!;
  const isOuters = ({ kind, passage, at, number }: Mention) =>
    kind === "count" &&
    passage === whole.passage &&
    at < whole.at &&
    number.approximate - whole.number.approximate === left.number.approximate;
  if (rest.test(left.label) && reading.mentions.some(isOuters)) return null;
  // “其余部门均不超过3件” is no number of any, “其余单位各1次” of nobody knows how many
  if (parts.some(({ before }) => /其[余他它][^，。；、]*各$/.test(before))) return null;
  if (parts.some(({ before }) => /均(?:不|未|低|少|在)[^，。；]*$/.test(before))) return null;
  // “投诉举报74160件、解答咨询48658件，其中上海市接到投诉举报26599件、解答咨询22531件；……”
  const isMixed = parts.some(({ label }) => label === whole.label) && parts.some(({ label }) => label !== whole.label);
  if (isMixed && whole.label.length > 1) return null;
  // “接听1428通，其中匿名1190通；考前一个月接听811通”: counted as the whole is, and no part of the list
  const act = /(?:接听|接待|受理|办理|办结)$/.exec(whole.label)?.[0];
  if (act && parts.some(({ before, label }) => /^；/.test(before) && label.endsWith(act))) return [];
  // “合计243次（面）”: of two kinds
  if (/^（[\u4e00-\u9fff]{1,2}）(?!次)/.test(whole.passage.text.slice(whole.end))) return null;
  const ranges = parts.map(({ number, before }) => times(number.range, eachOf(before)));
  const added = sum(ranges);
  // “6件分别为：甲2件、乙1件、……”: all of them, however few
  const isAll = allNamed.test(whole.passage.text.slice(whole.end, parts[0]!.at));
  if (meets(added, whole.number.range) || (!isAll && !group.isClosed && someAddUp(parts, ranges, whole.number.range)))
    return null;
  if (isOtherwiseDivided(group, reading) || isToldByShare(whole, added, left, reading.mentions)) return null;
  // “受理5230件，上月结转120件，本月办结5180件”: what came in, what was left, what was done
  const isFlow = parts.some(({ label }) => /结转|遗留/.test(label)) && parts.some(({ label }) => /办结/.test(label));
  if (isFlow && !/应办|应结/.test(whole.label)) return null;
  // “具体的163条已移交核查，查实47条”: one step after the other
  const isNextStep = parts.length === 2 && /^已[\u4e00-\u9fff]/.test(parts[0]!.passage.text.slice(parts[0]!.end));
  if (isNextStep && /，(?:查实|查处|追回|立案|办结)$/.test(left.before)) return null;
  // “超期办结和超期未办结的83件”: some of what was done, and some of what wasn't
  if (parts.some(({ label }) => /办结[和及与、][^，。；]*未办结/.test(label))) return null;
  // “办结18570件（含上月结转），月末在办1066件”, “办结6865件（其中往月工单538件）”
  if (parts.some(isWithEarlier)) return null;
  // “第四季度月均131件：10月108件、……”
  if ([whole, ...parts].some(({ before }) => /[日月周人]均[^，。；]{0,4}$/.test(before))) return null;
  const own = reading.sentences.find((mentions) => mentions.includes(left)) ?? [];
  if (group.shares.every((share) => share === null) && leavesOthers(whole, parts, sharesOf(own, parts))) return null;
  if (isOfSomeOf(group) || isListedElsewhere(group)) return null;
  // “参训88人（在岗92人，4人休假）”
  if (ranges.length > 1 && meets(minus(ranges[0]!, sum(ranges.slice(1))), whole.number.range)) return null;
  if (
    (!group.isClosed && isNested(parts, ranges)) ||
    reading.mentions.some((other) => isWholeOfSome(other, group, ranges))
  )
    return null;
  if (isOfOtherWhole(group, added, reading)) return null;
  const difference = subtract(added.low, whole.number.value);
  const isMore = added.low.n * whole.number.range.high.d > whole.number.range.high.n * added.low.d;
  // “16件，其中结转11件、新增8件、销号3件”
  const isTakenOff = ({ label, before }: Mention) => /销|化解|扣|剔|减|退出|清零|结转|遗留/.test(label || before);
  const isRest = (other: Mention) =>
    other.kind === "count" &&
    other.passage === whole.passage &&
    (other.depth <= whole.depth || isTakenOff(other)) &&
    !parts.includes(other) &&
    equal(other.number.value, absolute(difference));
  if (reading.mentions.some((other) => isRest(other) && (!isMore || isTakenOff(other)))) return null;
  // “县组16207件。其中诉求量最大的三个县区为……”: of all counties
  if (isMore && /最[大多高]的|居前/.test(whole.passage.text.slice(whole.end, parts[0]!.at))) return null;
  const confidence = isMore
    ? excess(group)
    : shortfall(group, toNumber(absolute(difference)), namesRows(group, reading));
  if (confidence === null) return null;
  const decimals = isExact(added) && added.low.d === 1n ? 0 : 2;
  const shown = decimals === 0 ? show(added.low, 0) : `${show(added.low)}—${show(added.high)}`;
  return [
    finding("partsAndWhole", {
      confidence,
      places: distinctPlaces([placeOf(whole), ...parts.map(placeOf)]),
      values: [whole.number.text, ...parts.map(({ number }) => number.text)],
      arithmetic: `${parts.map(({ number }) => number.text.replace(/[^\d.万亿]/g, "")).join(" + ")} = ${shown} ≠ ${whole.number.text}`,
      message: `“${nameOf(whole)}”印作${whole.number.text}，所列${parts.length}项（${listed(parts)}）相加为${shown}，${isMore ? "多出" : "少"}${show(absolute(difference), decimals)}。`,
    }),
  ];
}

/** “受理1000件。已办结的诉求中，当场办结520件”: of those alone that were dealt with so */
const isOfSomeOf = ({ whole, parts: [first] }: Group): boolean => {
  const act = /(办结|转办|转派|回访|派发)的?[^，。；\d]{0,6}(?:中，|按)[^，。；]*$/.exec(
    first!.passage.text.slice(Math.min(whole.end, first!.at), first!.at),
  )?.[1];
  return act !== undefined && !whole.label.includes(act);
};

const division = /(?:按|从)[^，。；：\d]{1,12}(?:划?分|来?看)，/;

/** “按渠道分，电话820件、网络180件；按类型分，……”: one of the other list is no whole of this one */
const isListedElsewhere = ({ whole, text }: Group): boolean =>
  /^(?:按|从)/.test(text) && division.test(sentenceBefore(whole));

/** 表中的行全列了: a table has a row for each of them, and no other */
const namesRows = ({ parts }: Group, { tables }: Reading): boolean =>
  parts.length > 3 &&
  tables.some(({ rows }) => {
    const own = rows.filter(({ isTotal }) => !isTotal);
    return own.length === parts.length && own.every(({ name }) => parts.some(({ label }) => label.endsWith(name)));
  });

const listed = (parts: Mention[]): string =>
  parts
    .slice(0, 6)
    .map((part) => `${nameOf(part)}${part.number.text}`)
    .join("、") + (parts.length > 6 ? "等" : "");

/**
 * “水类1个、大气类1个、土壤类3个、生态类2个、其他类2个”: one list, which ends with the others, or with its bracket, and has
 * nothing else in it
 */
const isOneList = (parts: Mention[]): boolean => {
  const last = parts.at(-1)!;
  return (
    parts.slice(1).every(({ before }) => /^、[^，。；：、]*$/.test(before)) &&
    ((parts.length > 3 && rest.test(last.label)) || (parts.length > 2 && isBracketed(parts)))
  );
};

/** “25108件（其中公众号18935件、网站6173件、客户端4820件）” */
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

/** another count of the paragraph is what some of them make up */
const isWholeOfSome = (other: Mention, { whole, parts }: Group, ranges: Range[]): boolean =>
  other.kind === "count" &&
  isSameUnit(other.unit, whole.unit) &&
  other.passage === whole.passage &&
  other !== whole &&
  !parts.includes(other) &&
  someAddUp(parts, ranges, other.number.range);
