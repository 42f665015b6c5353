/** 说的是哪一栏: the columns that a placing may be by. */
import { digitCount, isSameValue } from "../../number.ts";
import { type Column, cellOf, isOfOtherMeasure, namedColumns, nearness, rowOf } from "../../read/columns.ts";
import type { Named, Placing } from "../../read/placing.ts";

/** one and the same column, however its rows are cut */
export const areOne = (columns: Column[]): boolean =>
  new Set(columns.map(({ table, column }) => `${table.title}|${column}`)).size === 1;

/** not the ranks themselves */
export const isMeasure = ({ head }: Column): boolean => !/(?:排名|名次|位次|排位|序号)$/.test(head);

/** none of those that are of another measure than the text says */
export function ofItsMeasure({ topic, items, passage }: Placing, columns: Column[]): Column[] {
  const lead = passage.text
    .slice(0, items[0]!.at)
    .split(/[。；]/)
    .at(-1)!;
  // “解决率方面，开发区92.75%位居前列”
  const led = /^([^，：为是第]*?(?:率|满意度|得分))(?:方面|排名|情况)?[，：]/.exec(lead)?.[1] ?? "";
  const words = /率|满意度|得分/.test(topic) ? topic : led;
  return columns.filter((column) => !isOfOtherMeasure(words, column));
}

/** by what it says, or where it says nothing by what the table leaves, or by the number that it prints */
export function columnsMeant(one: Placing, columns: Column[]): Column[] {
  const plain = columns.filter((column) => isMeasure(column) && !isShares(column) && column.rows.length > 2);
  return [calledSo(one, plain), leftToIt(one, plain), havingValue(one, plain)].find((found) => found.length > 0) ?? [];
}

function calledSo({ topic, items, passage, from }: Placing, columns: Column[]): Column[] {
  const named = namedColumns(topic, columns);
  if (named.length > 0) return named;
  // “从环比看，甲增幅居首”: the only column of it
  const rises = columns.filter(
    (column) => /^环比/.test(column.head) && column.rows.every((row) => /%$/.test(cellOf(column, row).text)),
  );
  const isRise = /增[幅速]|升幅/.test(topic) && /环比[^。；]*$/.test(passage.text.slice(0, from));
  if (isRise && rises.length === 1 && items.length === 1) return rises;
  if (/评价|打分/.test(topic)) return columns.filter(({ head }) => /^(?:得分|评分)$/.test(head));
  // “提升幅度从大到小依次为”
  return /(?:提升|进步|上升|增长)?幅度|[升增]幅/.test(topic) && items.length > 2
    ? columns.filter(({ head }) => /^(?:变化|增减|升降|变动|提升)/.test(head))
    : [];
}

function leftToIt({ topic }: Placing, columns: Column[]): Column[] {
  // “东区居首位的是甲” is of something smaller
  if (/[率度增降升均]|[县区市旗镇乡局委]|街道|公司|部门/.test(topic.replace(/[一二三四本全]?季度|年度/, ""))) return [];
  // a table of one column leaves no other; “业务知识得分最低的”: one without a heading isn't called so
  if (areOne(columns))
    return /[\u4e00-\u9fff]{2}(?:得分|率|满意度)/.test(topic) ? columns.filter(({ head }) => head !== "") : columns;
  const counts = columns.filter((column) => column.rows.every((row) => !/[%点]$/.test(cellOf(column, row).text)));
  // “6月达到全期峰值”: of the one column of counts
  if (topic === "" && areOne(counts)) return counts;
  return counts.filter(({ table }) => nearness(topic.replace(/为?全[年市县区]/, ""), core(table.title)) > 0);
}

/** “表2-1 各月受理量”: what a caption says it is of */
const core = (title: string): string =>
  title.replace(/^[表图附]件?\s*[\d—-]*\s*|^.*?各[月季度区县市街镇单位部门]{1,4}|情况|统计|（.*?）|表$/g, "");

/** 占比 by its heading, or without one behind the counts */
const isShares = (column: Column): boolean =>
  /^占/.test(column.head) ||
  (column.head === "" &&
    column.column > 1 &&
    column.rows.every((row) => /%$/.test(cellOf(column, row).text)) &&
    column.rows.reduce((all, row) => all + cellOf(column, row).approximate, 0) < 101);

/** columns that half of the printed values stand in */
export function valuedColumns({ items }: Placing, columns: Column[]): Column[] {
  const values = items.flatMap(({ value }) => value ?? []);
  const has = (column: Column) => (value: NonNullable<Named["value"]>) =>
    items.some((item) => {
      const cell = cellOf(column, rowOf(column, item.name)!);
      return isSameValue(cell, value.number) && !isOtherUnit(cell.text, value.unit);
    });
  return columns.filter((column) => {
    const found = values.filter(has(column)).length;
    return found > 0 && found * 2 >= values.length;
  });
}

/** “最高为13日的689件”: the columns where that number stands, in whatever row */
function havingValue({ items: [only], said }: Placing, columns: Column[]): Column[] {
  const value = said === null ? only?.value : null;
  if (!value || value.isHedged || digitCount(value.number.text) < 3) return [];
  return columns.filter((column) =>
    column.rows.some(
      (row) => isSameValue(cellOf(column, row), value.number) && !isOtherUnit(cellOf(column, row).text, value.unit),
    ),
  );
}

export const isOtherUnit = (cell: string, unit: string): boolean => cell.endsWith("%") !== (unit === "%");
