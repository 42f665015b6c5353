/**
 * 表下的点评: “微信218件，环比上升9.6%”, “举报94件，占总量的6.9%”, “违法建设40件，结案率65.0%”: a name and a count that one row of
 * a table has are of that row, and so is the percentage behind them; the row's own cells, or what they make, say otherwise.
 */
import type { Finding } from "../../../domain/finding.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import {
  absolute,
  agreement,
  decimalsOf,
  equal,
  growthOf,
  isPositive,
  middle,
  percentOf,
  type Range,
  show,
  sizeOf,
} from "../../number.ts";
import { nearness } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import type { Row, Table } from "../../read/table.ts";
import { cellPlace, distinctPlaces, finding, placeOf } from "../../write.ts";

interface Anchor {
  table: Table;
  row: Row;
  /** the column that the count stands in */
  column: number;
  /** “甲3件、乙2件，占……” may be of both */
  isListed: boolean;
}

/** what stands between a name and its count */
const toCount =
  /^(?:最[多少高低]，|居首，|垫底，)?(?:类|诉求|工单|投诉|举报|问题|街道|镇|乡)*(?:共|为|有|达|计|受理|接|接诉|交办|转办|派单|承办|回访)*$/;

export const rowComment = ({ sentences, tables, mentions: every }: Reading): Finding[] => {
  if (tables.length === 0) return [];
  const counts = every.filter(({ kind, number }) => kind === "count" && isPositive(number.range));
  // of whatever else the text counts
  const isOfOther = (one: Mention, { number }: Mention): boolean =>
    one.kind === "share" &&
    counts.some(
      (base) =>
        base.number.approximate > number.approximate &&
        agreement(one.number, percentOf(number.range, base.number.range)) !== "off",
    );
  return sentences.flatMap((mentions) =>
    mentions.flatMap((count, at) => {
      const anchor = anchorOf(count, tables);
      const said = anchor ? behind(mentions, at, anchor).filter((one) => !isOfOther(one, count)) : [];
      return said.flatMap((one) => against(one, count, anchor!));
    }),
  );
};

/** the one row whose name stands right before the count, and that has it */
function anchorOf(count: Mention, tables: Table[]): Anchor | null {
  if (count.kind !== "count" || count.period !== "now" || count.isHedged) return null;
  const before = sentenceBefore(count);
  const found = tables.flatMap((table) =>
    table.rows.flatMap((row): Anchor[] => {
      if (row.isTotal || row.name.length < 2) return [];
      const from = before.lastIndexOf(row.name);
      if (from < 0 || !toCount.test(before.slice(from + row.name.length))) return [];
      const column = row.numbers.findIndex(
        (cell, at) => cell && !isPercent(row, at) && equal(cell.value, count.number.value),
      );
      return column < 0 ? [] : [{ table, row, column, isListed: /[、和及与]$/.test(before.slice(0, from)) }];
    }),
  );
  return found.length === 1 ? found[0]! : null;
}

const isPercent = ({ cells }: Row, at: number): boolean => /[%点]$/.test(cells[at] ?? "");

/** the percentages behind it, until another count or another clause's name */
function behind(mentions: Mention[], at: number, { table }: Anchor): Mention[] {
  const found: Mention[] = [];
  for (const one of mentions.slice(at + 1, at + 4)) {
    if (one.unit !== "%") {
      if (one.kind === "change") continue;
      break;
    }
    const between = one.passage.text.slice(mentions[at]!.end, one.at);
    if (table.rows.some(({ name }) => name.length > 1 && between.includes(name))) break;
    if (/[；。]|其中|合计|两|均|全[市县区]|平均|目标/.test(between) || one.isHedged) break;
    found.push(one);
  }
  return found;
}

/** of all there is, and not of what has a name of its own */
const general =
  /^，?占(?:比|全部|全[市县区省年月周季]|总)?(?:受理|工单|诉求|转办|派单|投诉|举报|来电|件|总?量|总数|的)*$/;

const stemOf = (rate: string): string => /([\u4e00-\u9fff]{2})率$/.exec(rate)?.[1] ?? "";

interface Expected {
  range: Range;
  /** the cell that it is printed in, if any */
  at: number | null;
}

/** the row's one percentage under such a heading */
function ownCell({ table, row }: Anchor, isCalled: (head: string) => boolean): Expected | null {
  const columns = columnsWhere(table, row, (head, at) => isPercent(row, at) && isCalled(head));
  return columns.length === 1 ? { range: row.numbers[columns[0]!]!.range, at: columns[0]! } : null;
}

const columnsWhere = ({ heads }: Table, row: Row, isIt: (head: string, at: number) => boolean): number[] =>
  (heads ?? []).flatMap((head, at) => (row.numbers[at] && isIt(head, at) ? [at] : []));

/** 同比, 环比: how a comment says it, how a heading names the change, and the value it is against */
const changes = [
  { said: /同比|去年|上年/, called: /同比|[较比][去上]年/, earlier: /同比|去年|上年/, other: /环比/ },
  {
    said: /环比|上[月周季期]|\d月/,
    called: /环比|[较比]上[月周季期]/,
    earlier: /环比|上[月周季期]|^\d{1,2}月/,
    other: /同比|去年|上年/,
  },
];

/** what the row makes of it: its own cell first, then what its counts give */
const expectedOf: Partial<Record<Mention["kind"], (one: Mention, anchor: Anchor) => Expected | null>> = {
  change(one, anchor) {
    const { table, row, column } = anchor;
    const way = changes.find(({ said }) => said.test(one.before));
    if (!way) return null;
    const cell = ownCell(anchor, (head) => way.called.test(head) && !way.other.test(head));
    if (cell) return cell;
    const before = columnsWhere(
      table,
      row,
      (head, at) =>
        at !== column &&
        way.earlier.test(head) &&
        !way.other.test(head) &&
        !isPercent(row, at) &&
        !/增|减|变|比/.test(head),
    );
    const base = before.length === 1 ? row.numbers[before[0]!]!.range : null;
    return base && isPositive(base) ? { range: growthOf(row.numbers[column]!.range, base), at: null } : null;
  },
  share(one, anchor) {
    const { table, row, column, isListed } = anchor;
    if (isListed || !general.test(one.before)) return null;
    const cell = ownCell(anchor, (head) => /占|比重/.test(head));
    if (cell) return cell;
    const count = row.numbers[column]!;
    const total = table.rows.findLast(({ isTotal, numbers }) => isTotal && numbers[column])?.numbers[column];
    return total && isPositive(total.range) && !isLess(total.value, count.value)
      ? { range: percentOf(count.range, total.range), at: null }
      : null;
  },
  rate(one, anchor) {
    const { table, row, column } = anchor;
    if (!/率$/.test(one.label)) return null;
    const cell = ownCell(anchor, (head) => nearness(one.label, head) >= 2);
    if (cell) return cell;
    const count = row.numbers[column]!;
    const stem = stemOf(one.label);
    const [part, ...more] = columnsWhere(
      table,
      row,
      (head, at) => stem !== "" && at !== column && head.endsWith(stem) && !isPercent(row, at),
    );
    return part !== undefined &&
      more.length === 0 &&
      isPositive(count.range) &&
      !isLess(count.value, row.numbers[part]!.value)
      ? { range: percentOf(row.numbers[part]!.range, count.range), at: part }
      : null;
  },
};

function against(one: Mention, count: Mention, anchor: Anchor): Finding[] {
  const { row } = anchor;
  const expected = expectedOf[one.kind]?.(one, anchor) ?? null;
  if (
    !expected ||
    row.numbers.some(
      (cell, at) => cell && isPercent(row, at) && equal(absolute(cell.value), one.number.value) && at !== expected.at,
    )
  )
    return [];
  const size = sizeOf(expected.range);
  const isOff = agreement(one.number, size) === "off";
  const isFall = middle(expected.range).n < 0n;
  const isWrongWay = one.kind === "change" && !isOff && one.direction !== 0 && isFall !== one.direction < 0;
  if (!isOff && !isWrongWay) return [];
  const right = `${isFall ? "−" : ""}${show(middle(size), Math.max(1, decimalsOf(one.number.text)))}%`;
  return [
    finding(one.kind === "change" ? "change" : one.kind === "share" ? "shareOfBase" : "rateOfCounts", {
      confidence: 0.8,
      places: distinctPlaces([placeOf(one), cellPlace(row, expected.at ?? anchor.column)]),
      values: [one.number.text, right],
      arithmetic: `${count.number.text}：${right} ≠ ${one.number.text}`,
      message: `“${row.name}”${count.number.text}，文中印作${one.number.text}，按表中这一行应为${right}。`,
    }),
  ];
}
