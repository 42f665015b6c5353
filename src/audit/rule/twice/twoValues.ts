/** 同一数两个值: one thing counted under one name, printed with two values that differ as slips of the pen do. */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { isSameValue, isSlip, isSwapped, type Printed, toNumber } from "../../number.ts";
import { isApart, isOfThose } from "../../read/bare.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Passage } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { isOfOtherSubject } from "../../read/subject.ts";
import { DOUBTFUL, distinctPlaces, finding, nameOf, placeOf, rowPlace } from "../../write.ts";
import { isOfOnePeriod, isOfPart, otherBase } from "./alike.ts";

const filler =
  /市?12345|政务服务便民|政务服务|便民|热线|平台|全[市县区省]|群众|市民|本[月周季年期]|累计|共计|合计|总计|各类|来电(?=诉求)|[共的总量数件个为]/g;

/** words that say one thing; what is handed on to the units has many */
export const core = (label: string): string =>
  label
    .replace(filler, "")
    .replace(/(?:形成|生成)?(?:工单|诉求)?(?:派发|转办|交办|派单|转派)(?:承办单位)?(?:办理)?(?:诉求|工单|事项)?/, "派");

/** a name that says what is counted, not only that something is */
const telling =
  /受理|接听|来电|派发|转办|交办|派单|办结|回访|满意|接通|退单|超期|逾期|在线|按时|呼入|呼出|评价|督办|涉企诉求|紧急工单|重复诉求|疑难/;

const near = (a: Printed, b: Printed): boolean =>
  Math.abs(toNumber(a.value) - toNumber(b.value)) * 50 < toNumber(a.value);

interface Placed {
  mention: Mention;
  name: string;
  section: number;
  scope: string;
}

export const twoValues = (reading: Reading): Finding[] => [...underOneName(reading), ...namedBehind(reading)];

/** “停水低压87件”, and elsewhere “78件停水低压来电”: the name stands behind the number */
function namedBehind({ mentions, tables }: Reading): Finding[] {
  const counts = mentions.filter(({ kind, period }) => kind === "count" && period === "now");
  const named = grouped(counts, ({ label }) => label);
  return counts.flatMap((mention) => {
    const name = behind.exec(mention.passage.text.slice(mention.end))?.[1];
    const others = (name && name.length > 3 && named.get(name)) || [];
    const other = others.find(({ unit, number }) => isSameUnit(unit, mention.unit) && isSlip(number, mention.number));
    const isSaid = others.some(({ number }) => isSameValue(number, mention.number));
    const row = name ? rowCalled(name, mention, tables) : null;
    if (row) return [row];
    return other && !isSaid ? [told(other, mention, 0.65)] : [];
  });
}

/** “21314件咨询类诉求里”, and a table's only row of that name has the digits the other way round */
function rowCalled(name: string, mention: Mention, tables: Reading["tables"]): Finding | null {
  const rows = tables.flatMap((table) => table.rows.filter((row) => row.name === name));
  const cells = rows.flatMap(({ numbers }) => numbers.flatMap((number) => number ?? []));
  const cell = cells.find((number) => isSwapped(number, mention.number));
  const [row] = rows;
  if (!cell || rows.length !== 1 || cells.some((number) => isSameValue(number, mention.number))) return null;
  return finding("twoValues", {
    confidence: 0.7,
    places: distinctPlaces([placeOf(mention), rowPlace(row!)]),
    values: [mention.number.text, cell.text],
    arithmetic: `${mention.number.text} ≠ ${cell.text}`,
    message: `“${name}”文中印作${mention.number.text}，表中印作${cell.text}。`,
  });
}

const behind = /^([^，。；：（）\d]{3,12}?)(?:来电|诉求|工单|投诉|问题|事项)(?=[，。；）里中]|$)/;

function underOneName(reading: Reading): Finding[] {
  const sections = sectionsOf(reading.passages);
  const { subjects } = reading;
  const placed = reading.mentions
    .filter(
      (one) =>
        !isOfThose(one) &&
        !isApart(one) &&
        (one.kind === "count" || (one.kind === "rate" && one.unit === "%")) &&
        one.period === "now" &&
        one.depth === 0 &&
        one.unit !== "家",
    )
    .map(
      (mention): Placed => ({
        mention,
        name: core(mention.label),
        section: sections.get(mention.passage) ?? 0,
        scope: scopeOf(mention),
      }),
    )
    .filter(
      ({ mention, name }) =>
        telling.test(mention.label) && (name.length > 1 || (name === "派" && mention.number.approximate >= 1000)),
    );
  return placed.flatMap((one, at) => {
    const others = placed
      .slice(at + 1)
      .filter(
        (other) => isSameThing(one, other) && !isOfOtherSubject(subjects, one.mention.passage, other.mention.passage),
      );
    if (new Set(others.concat(one).map(({ mention }) => mention.number.approximate)).size > 2) return []; // a series
    const other = others.find(({ mention }) => !isSameValue(mention.number, one.mention.number));
    if (
      !other ||
      others.some(({ mention }) => isSameValue(mention.number, one.mention.number) && mention.at < other.mention.at)
    )
      return [];
    return areParallel(placed, one, other) ? [] : contradiction(one, other);
  });
}

/** “属地与市直合并，全市办结率……” */
const isOfMerged = (mention: Mention): boolean => /合并|合计|汇总/.test(sentenceBefore(mention));

function isSameThing(a: Placed, b: Placed): boolean {
  const [x, y] = [a.mention, b.mention];
  if (!isOfOnePeriod(x, y) || [x, y].some(otherBase) || isOfPart(x) !== isOfPart(y) || isOfMerged(x) !== isOfMerged(y))
    return false;
  if (a.name !== b.name || a.scope !== b.scope || x.kind !== y.kind || !isSameUnit(x.unit, y.unit)) return false;
  return (
    !(x.passage === y.passage && x.sentence.from === y.sentence.from) && (x.kind === "count" || a.section === b.section)
  );
}

/** whom or what a sentence speaks of before its number, besides the hotline as a whole */
const scopes =
  /县级|县（市）|各县|乡镇|园区|社区|企业|网络|微信|电话|疫情|[省市州区县]直|[省市]级平台|[^，。；、]{1,6}(?:县|区|镇|乡|街道|局|公司|集团|大队|渠道|中心|类)|同比|去年|上月|\d{1,2}月|上半年|下半年|[一二三四]季度|截至|第[一二三四五六七八九十百\d]+|以来|20\d\d年(?=的)/g;

function scopeOf(mention: Mention): string {
  const lead =
    /^(?:[（(]?[\d一二三四五六七八九十]+[.、）)])?([^，。；：\d]{2,16})[。：]/.exec(mention.passage.text)?.[1] ?? "";
  return [lead, ...new Set(sentenceBefore(mention).match(scopes) ?? [])].sort().join("|");
}

/** paragraphs made alike tell of several things one after the other: every number that they share a name for differs */
function areParallel(placed: Placed[], a: Placed, b: Placed): boolean {
  const of = ({ mention }: Placed) => placed.filter((other) => other.mention.passage === mention.passage);
  const shared = of(a).flatMap((one) =>
    of(b).flatMap((other) =>
      other.name === one.name && other.mention.kind === one.mention.kind
        ? [isSameValue(one.mention.number, other.mention.number)]
        : [],
    ),
  );
  return a.mention.passage !== b.mention.passage && shared.length > 1 && !shared.includes(true);
}

/** 章节: counted at every heading of the first two levels */
function sectionsOf(passages: Passage[]): Map<Passage, number> {
  let section = 0;
  return new Map(
    passages.map((passage) => {
      if (/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|附件)/.test(passage.text)) section += 1;
      return [passage, section];
    }),
  );
}

function contradiction(a: Placed, b: Placed): Finding[] {
  const [x, y] = [a.mention, b.mention];
  const slip = isSlip(x.number, y.number);
  // “该工单共派发1次”, and another one twice
  if ([x, y].every(({ number, unit }) => unit === "次" && number.approximate < 10)) return [];
  if (!slip && !near(x.number, y.number)) return [];
  return [told(x, y, slip ? (x.kind === "count" && toNumber(x.number.value) >= 100 ? 0.8 : 0.6) : DOUBTFUL)];
}

export const told = (x: Mention, y: Mention, confidence: number): Finding =>
  finding("twoValues", {
    confidence,
    places: distinctPlaces([placeOf(y), placeOf(x)]),
    values: [y.number.text, x.number.text],
    arithmetic: `${y.number.text} ≠ ${x.number.text}`,
    message: `“${nameOf(x)}”一处印作${x.number.text}，另一处“${nameOf(y)}”印作${y.number.text}。`,
  });
