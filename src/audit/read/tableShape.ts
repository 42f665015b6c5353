/** 表形: a table printed on its side, in two halves, or with its headings in every cell is read as any other. */
import type { Grid } from "./passage.ts";
import type { Row, Table } from "./table.ts";
import { isNumeric, namedCell } from "./textTable.ts";

const periodHead =
  /^(?:\d{1,2}月份?|第?[一二三四]季度|20\d\d年?|周[一二三四五六日]|星期[一二三四五六日]|第[一二三四五六\d]{1,2}周|[上中下]旬)$/;

/** what a row is of, where the headings are names */
const measure =
  /(?:量|率|数|度|得分|总分|排名|名次|占比|比重|件|本期|上期|同期|本月|上月|增减|变化|增幅|环比|同比|月|季度|20\d\d年)$/;

/** 横表: periods or names as headings and a measure in each row is read with the periods as its rows */
export function turned(table: Table | null): Table | null {
  const heads = table?.heads ?? [];
  const last = heads.length - 1;
  const isSum = /^(?:合计|总计|累计|全[年季月周]|平均|[上下]半年|[一二三四]季度)$/.test(heads[last] ?? "");
  const isMeasures =
    heads.length > 3 &&
    (table?.rows.length ?? 0) < 6 &&
    table!.rows.every(({ name }) => measure.test(name.replace(/（.*?）$/, ""))) &&
    heads.slice(1).every((head) => /^[\u4e00-\u9fff]{2,10}$/.test(head) && !measure.test(head));
  const isName = (head: string, at: number) =>
    at > 0 && (isMeasures || periodHead.test(head) || (at === last && isSum));
  const columns = heads.flatMap((head, at) => (isName(head, at) ? [at] : []));
  if (
    !table ||
    columns.length < 3 ||
    columns.length !== heads.length - 1 ||
    columns.includes(0) ||
    table.rows.length > 8
  )
    return table;
  const names = table.rows.map(({ name }) => name);
  const rows = columns.map((column): Row => {
    const cells = [heads[column]!, ...table.rows.map((row) => row.cells[column]!)];
    return {
      name: heads[column]!,
      numbers: [null, ...table.rows.map((row) => row.numbers[column]!)],
      values: [Number.NaN, ...table.rows.map((row) => row.values[column]!)],
      cells,
      place: table.rows[0]!.place,
      places: [table.rows[0]!.place, ...table.rows.map((row) => row.places?.[column] ?? row.place)],
      text: cells.join(" "),
      isTotal: column === last && isSum,
    };
  });
  const own = [heads[0]!, ...names];
  return { rows, heads: own, leaves: own, words: own, width: own.length, title: table.title };
}

/** “城东区 线索884条 办结率95.2%”: what every cell of a column says again is its heading */
export function unnamed(rows: Grid["rows"]): Grid["rows"] {
  const isNamed = ({ cells }: Grid["rows"][number]) =>
    cells.length > 1 && cells.slice(1).every((cell) => namedCell.test(cell));
  const from = rows.findIndex(isNamed);
  const body = from < 0 ? [] : rows.slice(from);
  const heads = body[0]?.cells.map((cell) => namedCell.exec(cell)?.[1] ?? "") ?? [];
  const isAlike = ({ cells }: Grid["rows"][number]) =>
    cells.length === heads.length && cells.every((cell, at) => at === 0 || namedCell.exec(cell)?.[1] === heads[at]);
  if (body.length < 3 || !body.every(isAlike)) return rows;
  const plain = body.map((row) => ({ ...row, cells: row.cells.map((cell) => namedCell.exec(cell)?.[2] ?? cell) }));
  return [...rows.slice(0, from), { ...body[0]!, cells: heads }, ...plain];
}

/** 并排的两半: headings that come twice side by side are of one table, the right half below the left one */
export function unfolded(rows: Grid["rows"]): Grid["rows"] {
  const head = rows.findIndex(({ cells }) => {
    const half = cells.length / 2;
    const isTwice =
      half >= 2 &&
      cells.every((cell, at) => cell !== "" && !isNumeric(cell) && cell === cells[(at + half) % cells.length]);
    return isTwice && new Set(cells).size === half;
  });
  if (head < 0) return rows;
  const width = rows[head]!.cells.length;
  // the last row may be a half only
  if (rows.slice(head).some(({ cells }) => cells.length !== width && cells.length !== width / 2)) return rows;
  const half = (from: number) => (row: Grid["rows"][number]) => ({
    ...row,
    cells: row.cells.slice(from, from + width / 2),
    ...(row.places?.length === width
      ? { places: row.places.slice(from, from + width / 2), place: row.places[from]! }
      : {}),
  });
  return [
    ...rows.slice(0, head),
    ...rows.slice(head).map(half(0)),
    ...rows
      .slice(head + 1)
      .map(half(width / 2))
      .filter(({ cells }) => cells.some((cell) => cell !== "")),
  ];
}

const isName = (cell: string): boolean => /[\u4e00-\u9fff]/.test(cell) && !isNumeric(cell);

/** “市直部门 | 公安局”, “市直部门 | 住建局”: where the first column only says of which kind a row is, the second names it */
export function nameColumn(rows: Grid["rows"], total: RegExp): number {
  const own = rows.filter(({ cells }) => !total.test(cells[0]!) && !total.test(cells[1] ?? ""));
  const columnOf = (at: number) => own.map(({ cells }) => cells[at] ?? "");
  const [kinds, names] = [columnOf(0), columnOf(1)];
  const isOfKinds =
    own.length > 2 &&
    [...kinds, ...names].every(isName) &&
    new Set(kinds).size * 2 <= own.length &&
    new Set(names).size === own.length;
  return isOfKinds ? 1 : 0;
}
