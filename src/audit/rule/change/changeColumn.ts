/** 指标表的变动: a column of changes whose rows are of different things, each held against its own two values. */
import type { Finding } from "../../../domain/finding.ts";
import {
  agreement,
  growthOf,
  isPositive,
  middle,
  minus,
  type Printed,
  type Range,
  show,
  sizeOf,
} from "../../number.ts";
import type { Reading } from "../../read/reading.ts";
import { headOf, type Row, type Table } from "../../read/table.ts";
import { cellPlace, finding } from "../../write.ts";

const changed =
  /^(?:环比|同比|变化|变动|增减|增幅|升降|涨跌)(?:变化|变动|增减|增长|增速|幅度|情况|值|率|量|幅)?(?:（.*?）)?$|^(?:较|比)(?:上|去).{1,6}$/;
const earlier = /^(?:上[月期周季年]|上个|上一|去年|上年|同期|前一)|上期|上[月季周]$|同期/;

export const changeColumn = ({ tables }: Reading): Finding[] =>
  tables.flatMap((table) => {
    const heads = (table.heads ?? []).map((head) => head.replace("/", ""));
    const columns = heads.flatMap((head, at) => (changed.test(head) ? [at] : []));
    const named = heads.flatMap((head, at) => (earlier.test(head) && !changed.test(head) ? [at] : []));
    // “5月 6月 变动”, “2023年 2024年 同比”
    const first = heads.findIndex((head, at) => isNext(head, heads[at + 1] ?? ""));
    const last = heads.findIndex((head, at) => isNext(heads[at + 1] ?? "", head));
    const before = named.length > 0 ? named : first >= 0 ? [first] : last >= 0 ? [last + 1] : [];
    const now = heads.flatMap((head, at) =>
      at > 0 &&
      !columns.includes(at) &&
      !before.includes(at) &&
      !/占|排|序|[位名]次/.test(head) &&
      isNumbers(table, at) &&
      // “增减 | 幅度”: what has another unit isn't what changed
      (before.length !== 1 || isPercents(table, at) === isPercents(table, before[0]!))
        ? [at]
        : [],
    );
    // an amount, and what it is in percent
    const isTwo = columns.length === 2 && new Set(columns.map((at) => isPercents(table, at))).size === 2;
    if ((columns.length !== 1 && !isTwo) || before.length !== 1 || now.length !== 1) return [];
    // “10月 9月 同比”: of a year before, which has no column
    if (columns.some((at) => /同比|去年|上年/.test(heads[at]!)) && !/去年|上年|同期|年/.test(heads[before[0]!]!))
      return [];
    return columns.flatMap((column) => {
      const bare = bareWay(table, now[0]!, before[0]!, column);
      return table.rows.flatMap((row) => against(table, row, now[0]!, before[0]!, column, bare));
    });
  });

type Bare = "difference" | "growth";

/** “单位：万件、%”: numbers without a sign are what most of the column's are */
function bareWay({ rows }: Table, now: number, before: number, column: number): Bare {
  const fitting = (ways: (a: Range, b: Range) => Range) =>
    rows.filter(({ numbers }) => {
      const [a, b, change] = [numbers[now], numbers[before], numbers[column]];
      if (!a || !b || !change || !isPositive(b.range)) return false;
      const right = ways(a.range, b.range);
      return agreement(change, /^[-+]/.test(change.text) ? right : sizeOf(right)) !== "off";
    }).length;
  return fitting((a, b) => growthOf(a, b)) > fitting(minus) ? "growth" : "difference";
}

const serial = (head: string): number =>
  Number(/^(?:20)?(\d{1,2})(?:年|月)(?:份|度)?[^\d（）率]{0,6}(?:（.*?）)?$/.exec(head)?.[1] ?? Number.NaN);
const isNext = (head: string, next: string): boolean => serial(next) - serial(head) === 1;

const isPercents = ({ rows }: Table, column: number): boolean =>
  rows.every(({ cells, numbers }) => !numbers[column] || /%$/.test(cells[column]!));

const isNumbers = ({ rows }: Table, column: number): boolean =>
  rows.filter(({ numbers }) => numbers[column]).length * 2 > rows.length;
function against(table: Table, row: Row, now: number, before: number, column: number, bare: Bare): Finding[] {
  const [a, b, change] = [row.numbers[now], row.numbers[before], row.numbers[column]];
  const isRate = (at: number) => row.cells[at]!.endsWith("%");
  if (!a || !b || !change || isRate(now) !== isRate(before) || /排名|[位名]次/.test(row.name)) return [];
  const ways = waysOf(row.cells[now]!, row.cells[column]!, a, b, bare);
  const isSigned = /^[-+]/.test(change.text);
  const fits = (range: Range) => {
    const found = agreement(change, isSigned ? range : sizeOf(range));
    return found === "rounded" || found === "cut";
  };
  const [right] = ways;
  if (!right || ways.some(fits)) return [];
  const isSlight = agreement(change, isSigned ? right : sizeOf(right)) === "slight";
  const suffix =
    /[%点]$/.exec(row.cells[column]!)?.[0] === "%" ? "%" : /点$/.test(row.cells[column]!) ? "个百分点" : "";
  const isGrowth = suffix === "%" || (suffix === "" && bare === "growth");
  const shown = `${show(middle(right), change.step || suffix ? 2 : 0)}${suffix || (isGrowth ? "%" : "")}`;
  return [
    finding("change", {
      confidence: 0.8,
      isSlight,
      places: [cellPlace(row, column)],
      values: [change.text, a.text, b.text],
      arithmetic: isGrowth
        ? `(${a.text} − ${b.text}) ÷ ${b.text} = ${shown} ≠ ${change.text}`
        : `${a.text} − ${b.text} = ${shown} ≠ ${change.text}`,
      message: `表中“${row.name}”由${b.text}变为${a.text}，“${headOf(table, column)}”应为${shown}，印作${change.text}。`,
    }),
  ];
}

/** points and amounts are differences; a percentage is of the earlier value, though of rates both are seen */
function waysOf(cell: string, change: string, a: Printed, b: Printed, bare: Bare): Range[] {
  const difference = minus(a.range, b.range);
  const isShare = change.endsWith("%") || (!change.endsWith("点") && bare === "growth");
  if (!isShare) return [difference];
  const growth = isPositive(b.range) ? [growthOf(a.range, b.range)] : [];
  return cell.endsWith("%") ? [...growth, difference] : growth;
}
