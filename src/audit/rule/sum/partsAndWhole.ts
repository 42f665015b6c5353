/** 分项与合计: parts that don't add up to the whole that they are said to be. */
import type { Finding } from "../../../domain/finding.ts";
import { fraction, isLess, subtract } from "../../../domain/measure/exact.ts";
import { absolute, exactly, isExact, meets, type Range, show, sum, times, toNumber } from "../../number.ts";
import { bothSides } from "../../read/bothSides.ts";
import { closedGroups } from "../../read/closed.ts";
import { doneAndOpen, leftOver, remainders } from "../../read/complements.ts";
import { involvedGroups } from "../../read/involved.ts";
import type { Mention } from "../../read/mention.ts";
import { type Group, groupsOf } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { gradesIn, halvesOf, ofTotal, reasons, thoseIn, unitsOf } from "../../read/toldOf.ts";
import {
  familyGroups,
  fullMarks,
  fullMarksBehind,
  listedGroups,
  namedGroups,
  saidToBeAll,
  saidToMake,
  takenApart,
} from "../../read/wholes.ts";
import { isSilent } from "../../silence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { silences } from "./partSilences.ts";
import { excess, shortfall } from "./sureness.ts";

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
  return [...own, ...marks].flatMap((group) => contradiction(group, reading));
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

function contradiction(group: Group, reading: Reading): Finding[] {
  const { whole, parts } = group;
  const ranges = parts.map(({ number, before }) => times(number.range, eachOf(before)));
  const added = sum(ranges);
  if (meets(added, whole.number.range)) return [];
  const isMore = isLess(whole.number.range.high, added.low);
  const difference = absolute(subtract(added.low, whole.number.value));
  const seen = { group, whole, parts, last: parts.at(-1)!, ranges, added, isMore, difference, reading };
  if (isSilent(silences, seen)) return [];
  const confidence = isMore ? excess(group) : shortfall(group, toNumber(difference), namesRows(group, reading));
  if (confidence === null) return [];
  const decimals = isExact(added) && added.low.d === 1n ? 0 : 2;
  const shown = decimals === 0 ? show(added.low, 0) : `${show(added.low)}—${show(added.high)}`;
  return [
    finding("partsAndWhole", {
      confidence,
      places: distinctPlaces([placeOf(whole), ...parts.map(placeOf)]),
      values: [whole.number.text, ...parts.map(({ number }) => number.text)],
      arithmetic: `${parts.map(({ number }) => number.text.replace(/[^\d.万亿]/g, "")).join(" + ")} = ${shown} ≠ ${whole.number.text}`,
      message: `“${nameOf(whole)}”印作${whole.number.text}，所列${parts.length}项（${listed(parts)}）相加为${shown}，${isMore ? "多出" : "少"}${show(difference, decimals)}。`,
    }),
  ];
}

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
