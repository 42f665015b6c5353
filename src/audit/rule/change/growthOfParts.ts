/**
 * 总量的变动与各项的变动: the parts make the whole, and what each was before follows from how it moved; together they were
 * another number than the whole's own change says.
 */
import type { Finding } from "../../../domain/finding.ts";
import {
  agreement,
  exactly,
  growthOf,
  isPositive,
  meets,
  middle,
  minus,
  over,
  type Printed,
  plus,
  type Range,
  show,
  sizeOf,
  sum,
  times,
} from "../../number.ts";
import { compared } from "../../read/changedBase.ts";
import { segmentsOf } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { headOf, type Row, type Table } from "../../read/table.ts";
import { cellPlace, distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

export const growthOfParts = (reading: Reading): Finding[] => [
  ...inText(reading),
  ...reading.tables.flatMap((table) => inTable(table)),
];

/** how many numbers may follow a whole before its parts are through */
const MOST_BEHIND = 40;
/** of fewer, a growth says little */
const LEAST_WHOLE = 10;

const one = exactly({ n: 1n, d: 1n });
const hundredth = exactly({ n: 1n, d: 100n });

/** 此前的数: what a value was before it grew or fell by so many percent; null where it fell by all of it */
function before(now: Range, percent: Range, direction: 1 | -1): Range | null {
  const part = times(percent, hundredth);
  const kept = direction > 0 ? plus(one, part) : minus(one, part);
  return isPositive(kept) && now.low.n >= 0n ? over(now, kept) : null;
}

/** a count, and how it moved against the two periods */
export interface Moved {
  count: Mention;
  /** the change itself, null for 持平 */
  change: Mention | null;
  before: Range;
}

export const bases = ["last", "lastYear"] as const;
export type Base = (typeof bases)[number];
const words: Record<Base, RegExp> = { last: /环比[^，。；]{0,4}持平/, lastYear: /同比[^，。；]{0,4}持平/ };

function inText({ sentences, mentions }: Reading): Finding[] {
  const order = new Map(mentions.map((mention, at) => [mention, at]));
  return bases.flatMap((base) => {
    const moved = sentences.flatMap((own) => movedIn(own, base));
    return moved.flatMap((whole, at) => {
      const change = whole.change;
      if (change?.unit !== "%" || whole.count.number.approximate < LEAST_WHOLE) return [];
      const behind = moved.slice(at + 1).filter(({ count }) => isSameUnit(count.unit, whole.count.unit));
      const found = [whole.count, ...mentions.filter((one) => isAgain(one, whole.count))].flatMap((start) => {
        const from = order.get(start)!;
        const parts = partsOf(
          whole.count,
          behind.filter(({ count }) => order.get(count)! > from),
        );
        const isNear = parts !== null && order.get(parts.at(-1)!.count)! - from <= MOST_BEHIND + parts.length;
        return isNear ? [parts] : [];
      });
      return found[0] ? against(whole, found[0], change) : [];
    });
  });
}

/** “投诉89件，环比下降41.06%”, and “投诉89件，其中……” in another paragraph */
const isAgain = (one: Mention, { kind, label, number, unit, passage }: Mention): boolean =>
  one.passage !== passage &&
  one.kind === kind &&
  one.unit === unit &&
  one.number.approximate === number.approximate &&
  (one.label.endsWith(label) || label.endsWith(one.label)) &&
  label !== "" &&
  one.label !== "";

/** each count of a sentence with its change against that period, before the next count */
export function movedIn(mentions: Mention[], base: Base): Moved[] {
  const isCount = ({ kind, period, isHedged }: Mention) => kind === "count" && period === "now" && !isHedged;
  return mentions.filter(isCount).flatMap((count): Moved[] => {
    // what stands in a bracket behind it explains it: “204件（微信189件、网络15件），同比减少32.7%”
    const behind = mentions.filter(({ at, depth }) => at > count.at && depth <= count.depth);
    // “投诉率为0.07%，环比下降0.03%”: what comes behind a rate is the rate's
    const stop = behind.find((one) => isCount(one) || one.kind === "rate")?.at ?? count.sentence.to;
    const change = behind.find(
      (one) => one.kind === "change" && one.at < stop && one.depth === count.depth && compared(one) === base,
    );
    if (!change)
      return words[base].test(count.passage.text.slice(count.end, stop))
        ? [{ count, change: null, before: count.number.range }]
        : [];
    if (change.isHedged || change.direction === 0) return [];
    const was = beforeOf(count, change);
    return was && was.low.n >= 0n ? [{ count, change, before: was }] : [];
  });
}

function beforeOf(count: Mention, { unit, number, direction }: Mention): Range | null {
  const now = count.number.range;
  if (unit === "%") return before(now, number.range, direction < 0 ? -1 : 1);
  if (!isSameUnit(unit, count.unit)) return null;
  return direction > 0 ? minus(now, number.range) : plus(now, number.range);
}

/** the counts right behind the whole that make it, one after the other */
function partsOf(whole: Mention, behind: Moved[]): Moved[] | null {
  let made = exactly({ n: 0n, d: 1n });
  for (const [at, { count }] of behind.slice(0, MOST_BEHIND).entries()) {
    made = plus(made, count.number.range);
    if (at > 0 && meets(made, whole.number.range)) return behind.slice(0, at + 1);
    if (made.low.n * whole.number.range.high.d > whole.number.range.high.n * made.low.d) return null;
  }
  return null;
}

function against(whole: Moved, parts: Moved[], change: Mention): Finding[] {
  const was = sum(parts.map((part) => part.before));
  if (!isPositive(was)) return [];
  const grown = growthOf(whole.count.number.range, was);
  if (isSaid(change.number, change.direction, grown)) return [];
  const changes = parts.flatMap((part) => part.change ?? []);
  return [
    finding("change", {
      confidence: 0.7,
      places: distinctPlaces([placeOf(change), ...changes.map(placeOf)]),
      values: [change.number.text, ...changes.map(({ number }) => number.text)],
      arithmetic: working(whole.count.number.text, was, grown, change.number.text),
      message: `“${nameOf(whole.count)}”${whole.count.number.text}，印作${change.direction > 0 ? "增" : "减"}${change.number.text}；按${parts.length}项各自的增减倒推，此前合计${show(middle(was), 0)}，应为${signed(grown)}。`,
    }),
  ];
}

/** within what rounding leaves open, in the same direction */
export function isSaid(said: Printed, direction: number, grown: Range): boolean {
  const isTurned = direction > 0 ? grown.high.n < 0n : grown.low.n > 0n;
  return !isTurned && agreement(said, sizeOf(grown)) !== "off";
}

/** of a cell, whose own sign says which way */
export const isSaidInCell = (said: Printed, grown: Range): boolean =>
  isSaid(
    { ...said, range: sizeOf(said.range), value: sizeOf(exactly(said.value)).low },
    said.value.n < 0n ? -1 : 1,
    grown,
  );

/** 增2.6%, 减4% */
export const signed = (grown: Range): string =>
  `${middle(grown).n < 0n ? "减" : "增"}${show(middle(sizeOf(grown)), 2)}%`;

export const working = (now: string, was: Range, grown: Range, said: string): string =>
  `(${now} − ${show(middle(was), 0)}) ÷ ${show(middle(was), 0)} = ${show(middle(grown), 2)}% ≠ ${said}`;

const growthHead = /^(?!.*占)(?:.*(?:同比|环比|增长|增减|增幅|降幅|变化|变动|升降|幅度))/;

const periodName = /\d月|季度?$|半年|^第?[一二三四五六\d]{1,2}周|20\d\d/;

/** 表中: a column of counts that the closing row adds up, and the column of their growth */
function inTable(table: Table): Finding[] {
  const growths = (table.heads ?? []).flatMap((head, column) =>
    growthHead.test(head) && table.rows.some(({ cells }) => /%$/.test(cells[column] ?? "")) ? [column] : [],
  );
  const last = table.rows.at(-1)!;
  const [rows = [], ...others] = segmentsOf(table);
  // months that follow each other grew one from the other
  if (rows.some(({ name }) => periodName.test(name))) return [];
  if (!last.isTotal || others.some((more) => more.length > 0) || rows.length < 2) return [];
  return growths.flatMap((growth) => {
    const counts = table.heads!.flatMap((_, column) => (isMade(column, rows, last) ? [column] : []));
    // of two columns that are added up either may be the one that grew
    const [found = [], ...more] = counts.map((count) => ofRows(table, rows, last, count, growth));
    return more.every((other) => other.length > 0) ? found : [];
  });
}

const isMade = (column: number, rows: Row[], last: Row): boolean => {
  const own = [...rows, last].map(({ numbers, cells }) => (/%$/.test(cells[column]!) ? null : numbers[column]));
  return (
    own.every((number) => number !== null && number !== undefined && number.range.low.n >= 0n) &&
    last.values[column]! >= LEAST_WHOLE &&
    meets(sum(rows.map(({ numbers }) => numbers[column]!.range)), last.numbers[column]!.range)
  );
};

function ofRows(table: Table, rows: Row[], last: Row, count: number, growth: number): Finding[] {
  const grownBy = (row: Row) => (/%$/.test(row.cells[growth]!) ? row.numbers[growth] : null);
  const said = grownBy(last);
  const was = rows.map((row) => {
    const percent = grownBy(row);
    return percent ? before(row.numbers[count]!.range, sizeOf(percent.range), percent.value.n < 0n ? -1 : 1) : null;
  });
  // “310 | 0 | 100.00%”: from nothing, which no growth tells
  const isFromNothing = ({ cells }: Row) => /^100(?:\.0+)?%$/.test(cells[growth]!) && cells.includes("0");
  if (!said || !was.every((range) => range !== null) || rows.some(isFromNothing)) return [];
  const all = sum(was);
  const grown = growthOf(last.numbers[count]!.range, all);
  if (!isPositive(all) || isSaidInCell(said, grown)) return [];
  const head = headOf(table, growth);
  return [
    finding("change", {
      confidence: 0.7,
      places: [cellPlace(last, growth), ...rows.map((row) => cellPlace(row, growth))],
      values: [last.cells[growth]!, ...rows.map(({ cells }) => cells[growth]!)],
      arithmetic: working(last.numbers[count]!.text, all, grown, last.cells[growth]!),
      message: `表中“${last.name}”一行的“${head}”印作${last.cells[growth]}；按各行的“${head}”倒推，此前合计${show(middle(all), 0)}，应为${signed(grown)}。`,
    }),
  ];
}
