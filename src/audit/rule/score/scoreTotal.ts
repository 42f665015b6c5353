/** 总分: a total that its items, added or weighted as the report prints it, don't give. */
import type { Finding } from "../../../domain/finding.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row, Table } from "../../read/table.ts";
import { cellPlace, distinctPlaces, finding } from "../../write.ts";

const isTotalHead = (head: string): boolean =>
  /^(?:最终得分|最后得分|考[核评]得分)$|^(?:综合|考核|最终|最后)?(?:总得分|总分|总成绩|得分合计|综合得分|综合成绩|合计得分|合计)$/.test(
    head,
  );
/** plain 得分 beside columns that have their full marks in the heading */
const isTotalOf = (head: string, { heads }: Table, { passages }: Reading): boolean =>
  (head === "得分" && passages.some(({ text }) => /得分[=＝]/.test(text))) ||
  (head === "得分" && heads!.filter((other) => /（\d+分?）$|.分$/.test(other)).length > 1);
/** half of the last digit for each item */
const SLACK = 0.0051;

interface Item {
  column: number;
  /** of one: 0.3 for 30% */
  weight: number;
}

export const scoreTotal = (reading: Reading): Finding[] =>
  reading.tables.flatMap((table) => {
    const heads = table.heads ?? [];
    const named = heads.findIndex(isTotalHead);
    const target = named >= 0 ? named : heads.findIndex((head) => isTotalOf(head, table, reading));
    if (target < 0) return [];
    const added = addedItems(table, target);
    const every = everyColumn(table, target);
    const ways = [
      formulaItems(table, target, reading),
      added,
      withDeductions(table, added),
      every,
      withDeductions(table, every),
      weightedItems(table, target, reading),
    ].filter((items) => items.length > 1);
    const deducted = fromHundred(table, target);
    return broken(
      table,
      target,
      deducted.length > 1 ? [{ items: deducted, full: 100 }] : ways.map((items) => ({ items, full: 0 })),
    );
  });

/** every column of scores counts once */
const addedItems = (table: Table, target: number): Item[] =>
  table.heads!.flatMap((head, column) =>
    column !== target && /得分|分$|加分|扣分|（\d+分?）$/.test(head) && isNumeric(table, column)
      ? [{ column, weight: 1 }]
      : [],
  );

/** whatever their headings: all columns of plain numbers before the total */
const everyColumn = (table: Table, target: number): Item[] =>
  table.heads!.flatMap((head, column) =>
    column < target &&
    isNumeric(table, column) &&
    !/序号|排名|名次|(?<!质)量|数|件/.test(head) &&
    table.rows.every(({ cells }) => !/%$/.test(cells[column]!))
      ? [{ column, weight: 1 }]
      : [],
  );

/** 100 less whatever was taken off: every column before the total is 扣分 */
function fromHundred(table: Table, target: number): Item[] {
  const items = everyColumn(table, target).map((item) => ({ ...item, weight: -1 }));
  return items.every(({ column }) => /扣/.test(table.heads![column]!)) ? items : [];
}

/** 扣分 printed without its sign */
const withDeductions = ({ heads }: Table, items: Item[]): Item[] =>
  items.map((item) => (/扣/.test(heads![item.column]!) ? { ...item, weight: -item.weight } : item));

/** a closing row may have no scores */
const isNumeric = ({ rows, heads }: Table, column: number): boolean =>
  rows.every(
    ({ numbers, isTotal, cells }) =>
      numbers[column] || isTotal || (/[加减扣]分/.test(heads?.[column] ?? "") && /^[-—–/]*$/.test(cells[column]!)),
  );

/** “总分=签收率×10分+办结率×30分+质量得分（满分20分）-扣分”: each term is a column of that name */
function formulaItems(table: Table, target: number, { passages }: Reading): Item[] {
  const formula = passages.flatMap(({ text }) => /(?:总分|得分|成绩)[=＝]([^。；]{8,120})/.exec(text)?.[1] ?? [])[0];
  const terms = formula?.match(/[+＋-]?[^+＋-]+/g) ?? [];
  const items = terms.map((term): Item | null => {
    const [, sign, name, points] = /^([+＋-]?)([^×*（]{1,12})(?:[×*](\d{1,3})(?:分|%))?/.exec(term.trim()) ?? [];
    const words = core(name ?? "").replace(/^(?:办理|及时|按期)/, "");
    const column = table.heads!.findIndex((head, at) => {
      const own = core(head);
      return (
        at !== target &&
        isNumeric(table, at) &&
        words.length > 0 &&
        own.length > 0 &&
        (own.includes(words) || words.includes(own))
      );
    });
    const weight = (points ? Number(points) / 100 : 1) * (sign === "-" ? -1 : 1);
    return column < 0 ? null : { column, weight };
  });
  const whole = items.flatMap((item) => item ?? []);
  const isDistinct = new Set(whole.map(({ column }) => column)).size === whole.length;
  return whole.length === terms.length && isDistinct ? whole : [];
}

/** “综合得分＝接通得分×30%＋满意得分×70%”, or weights in the headings */
function weightedItems(table: Table, target: number, { passages }: Reading): Item[] {
  const weights = passages.flatMap(({ text }) =>
    [...text.matchAll(/([^，。；：=＝+＋×*（）\d]{2,12})[×*](\d{1,2})%/g)].map(([, name, weight]) => ({
      name: core(name!),
      weight: Number(weight),
    })),
  );
  const items = table.heads!.flatMap((head, column): Item[] => {
    if (column === target || !isNumeric(table, column)) return [];
    const own = /（(\d{1,2})%）/.exec(head)?.[1] ?? weights.find(({ name }) => name === core(head))?.weight;
    return own === undefined ? [] : [{ column, weight: Number(own) / 100 }];
  });
  return Math.abs(items.reduce((sum, { weight }) => sum + weight, 0) - 1) < 1e-9 ? items : [];
}

const core = (name: string): string => name.replace(/（.*?）/g, "").replace(/的?(?:百分制)?(?:得分|分数|分|成绩)$/, "");

/** its items, and what they are added to */
interface Way {
  items: Item[];
  full: number;
}

const added = ({ values }: Row, { items, full }: Way): number =>
  items.reduce(
    (sum, { column, weight }) => sum + (Number.isFinite(values[column]!) ? values[column]! : 0) * weight,
    full,
  );

function broken(table: Table, target: number, ways: Way[]): Finding[] {
  const rows = table.rows.filter(({ isTotal, values }) => !isTotal && Number.isFinite(values[target]!));
  const tried = ways.map((way) => ({
    way,
    wrong: rows.filter(
      (row) =>
        Math.abs(added(row, way) - row.values[target]!) > SLACK &&
        // more than 100 nobody gets
        !(row.values[target] === 100 && added(row, way) > 100) &&
        !isExtra(table, row, target, way),
    ),
  }));
  if (tried.some(({ wrong }) => wrong.length === 0)) return [];
  const found = tried.find(({ wrong }) => rows.length - wrong.length >= Math.max(2, 3 * wrong.length));
  return found ? found.wrong.map((row) => contradiction(row, target, found.way)) : [];
}

/** 加分, 扣分 in a column that not every row has */
function isExtra({ heads }: Table, row: Row, target: number, way: Way): boolean {
  const off = row.values[target]! - added(row, way);
  return heads!.some((head, at) => {
    const sign = /加|奖/.test(head) ? 1 : /扣|罚/.test(head) ? -1 : 0;
    return (
      sign !== 0 && !way.items.some(({ column }) => column === at) && Math.abs(off - sign * row.values[at]!) < SLACK
    );
  });
}

function contradiction(row: Row, target: number, way: Way): Finding {
  const { items, full } = way;
  const right = added(row, way).toFixed(2);
  const printed = row.numbers[target]!.text;
  const terms = items.map(
    ({ column, weight }) =>
      `${weight < 0 ? "− " : "+ "}${row.cells[column]}${Math.abs(weight) === 1 ? "" : ` × ${Math.round(weight * 100)}%`}`,
  );
  return finding("scorecard", {
    confidence: 0.82,
    places: distinctPlaces([cellPlace(row, target), ...items.map(({ column }) => cellPlace(row, column))]),
    values: [printed, right],
    arithmetic: `${full || ""}${terms.join(" ").replace(/^\+ /, "")} = ${right} ≠ ${printed}`,
    message: `“${row.name}”的总分印作${printed}，按各项得分应为${right}。`,
  });
}
