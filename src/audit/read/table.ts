/** 表: rows with a name and numbers under headings, put together from what a page or a text file shows of it. */
import type { Place } from "../../domain/document.ts";
import { type Printed, printed } from "../number.ts";
import { chineseNumber } from "./chinese.ts";
import type { Grid, Passage, Piece } from "./passage.ts";
import { nameColumn, turned, unfolded, unnamed } from "./tableShape.ts";
import { cellUnit, isNumeric } from "./textTable.ts";

export interface Row {
  name: string;
  /** by column; null where no number stands */
  numbers: (Printed | null)[];
  /** the same in floating point, for looking around; NaN where there is none */
  values: number[];
  cells: string[];
  place: Place;
  /** of each cell, where each stands on a line of its own */
  places: Place[] | null;
  text: string;
  /** 合计, 小计: the sum of rows above it */
  isTotal: boolean;
}

export interface Table {
  rows: Row[];
  /** by column; null when the headings can't be told apart by column */
  heads: string[] | null;
  /** by column, only the lowest of the headings above it */
  leaves: string[] | null;
  /** headings in reading order, though not by column */
  words: string[];
  width: number;
  /** the text right before the table */
  title: string;
}

const total =
  /^(?:合计|总计|小计|总数|总量|共计|汇总|全(?:[市区省年周季局院]|[县州](?![县区市]))|全公司|全系统|总体|平均|合 计)|(?:合计|小计|总计)$|^[两二三四五六七八九十]{1,2}(?:个)?(?:单位|部门|大队|区县|街镇|镇街)计$|^[两二三四五六七八九十\d]{1,2}[市县区家镇]$/;

/** 全部的表; parts of one table that headings or group titles interrupt are one */
export function tablesOf(pieces: Piece[]): Table[] {
  const tables: Table[] = [];
  let title = "";
  let [between, last]: [Passage[], Table | null] = [[], null];
  for (const piece of pieces) {
    if (piece.kind === "passage") {
      title = piece.text;
      between.push(piece);
      continue;
    }
    const table = turned(tableOf(piece, title));
    if (!table) continue;
    if (last && continues(last, table, between)) last.rows.push(...table.rows);
    else {
      tables.push(table);
      last = table;
    }
    between = [];
  }
  return tables;
}

/** the same width, at least six columns, no other table or chapter between, and the first part wasn't closed by a sum */
const continues = (last: Table, next: Table, between: Passage[]): boolean =>
  last.width === next.width &&
  last.width >= 6 &&
  !last.rows.at(-1)!.name.startsWith("总计") &&
  between.every(({ text }) => !/^(?:[一二三四五六七八九十]+、|附件|附表|表)/.test(text)) &&
  // “（二）区直单位”, and the same headings once more
  !(
    next.heads !== null &&
    /（[一二三四五六七八九十]+）/.test(next.words.join("") + between.map(({ text }) => text).join(""))
  );

function tableOf(grid: Grid, title: string): Table | null {
  const merged = squeezed(unnamed(unfolded(withContinuations(grid.rows))));
  // “类别 2024 占比/% 2023 占比/%”: years name columns
  const isYears = (cells: string[]) => {
    const numbers = cells.filter(isNumeric);
    return numbers.length > 1 && numbers.length < cells.length - 1 && numbers.every((cell) => /^20\d\d$/.test(cell));
  };
  const body = merged.filter(
    ({ cells }) => cells.some(isNumeric) && cells.some((cell) => cell !== "" && !isNumeric(cell)) && !isYears(cells),
  );
  const width = mostCommon(body.map(({ cells }) => cells.length));
  // “6 开放意见摘录”: the number and the name of the next chapter, right below
  const isNumbered = ({ cells }: Grid["rows"][number]) => isNumeric(cells[0]!) && !cells.slice(1).some(isNumeric);
  const isList = body.filter(isNumbered).length * 2 > body.length;
  const rows = body.filter(
    (row) => (row.cells.length === width || isShortTotal(row.cells, width)) && (isList || !isNumbered(row)),
  );
  if (rows.length === 0) return null;
  const firstRow = merged.indexOf(rows[0]!);
  const above = merged
    .slice(0, firstRow)
    .map(({ cells }) => cells)
    .filter((cells) => cells.length < 3 || new Set(cells).size > 1);
  const words = headWords(above.flat());
  const printed = headsOf(above, words, width);
  const read = printed.heads ? printed : (headsSaid(title, width) ?? printed);
  const heads = isMisread(read, rows) || isHeadCut.test(title) ? { heads: null, leaves: null } : read;
  // “满意率 19.5” is a score where scores are added up
  const isScored = heads.heads?.some((head) => /[得总扣加]分/.test(head)) ?? false;
  const isPercent = (column: number) =>
    /（%）$|(?:率|[同环]比|占比|比重|[增降]幅)%$/.test(heads.heads?.[column] ?? "") ||
    (!isScored && isBareRate(heads.heads?.[column] ?? "", rows, column));
  const full = rows.filter(({ cells }) => cells.length === width).map(({ cells }) => cells);
  const aligned = rows.map((row) => {
    if (row.cells.length === width) return row;
    const { cells, empty } = alignedTo(row.cells, full);
    const places = row.places?.toSpliced(empty, 0, row.place);
    return { ...row, cells, ...(places ? { places } : {}) };
  });
  const named = nameColumn(aligned, total);
  const own = closedByPeriod(aligned.map((row) => rowOf(row, width, isPercent, named)));
  return { rows: own, ...heads, words, width, title };
}

const isShare = (head: string): boolean =>
  (/^[^（）]*率$/.test(head) && !/增|降|升|变|环比|同比/.test(head)) || /^(?:比重|占比|占总量比重)$/.test(head);

/** “按期率 99.42 99.70 98.85”: rates whose sign was left out */
function isBareRate(head: string, rows: Grid["rows"], column: number): boolean {
  const cells = rows.flatMap(({ cells: own }) => (isNumeric(own[column] ?? "") ? [own[column]!] : []));
  return (
    cells.length > 1 &&
    (isShare(head)
      ? cells.every((cell) => /^\d{1,3}(?:\.\d+)?$/.test(cell) && Number(cell) <= 100) &&
        cells.some((cell) => cell.includes("."))
      : /^(?:同比|环比)(?:增幅|增长|增减|变化)?$/.test(head) && cells.every((cell) => /^[-+]?\d{1,4}\.\d+$/.test(cell)))
  );
}

/** “单位 | 12月完成情况 | 11月完成数 | …”: the words above that no cell of the head took were headings too */
const isHeadCut = /^(?![图表附]|.*表[|｜]$)[^，。；：]{2,12}[|｜]$/;

/** 表头错位: shares that are beyond the whole in row after row stand under another's heading */
const isMisread = ({ heads }: Pick<Table, "heads" | "leaves">, rows: Grid["rows"]): boolean =>
  (heads ?? []).some((head, at) => {
    const shares = rows.map(({ cells }) => Number(/^(\d[\d.]*)%$/.exec(cells[at] ?? "")?.[1] ?? 0));
    return /^占比?$|比重$/.test(head) && shares.filter((share) => share > 100).length > 1;
  });

/** “1月 … 6月 上半年”: the last row is what the months before it make */
function closedByPeriod(rows: Row[]): Row[] {
  const months = rows.slice(0, -1);
  const isClosed =
    months.length > 2 &&
    months.every(({ name }) => /^\d{1,2}月份?$/.test(name)) &&
    /^(?:[上下]半年|[一二三四]季度|累计)$/.test(rows.at(-1)!.name);
  return isClosed ? [...months, { ...rows.at(-1)!, isTotal: true }] : rows;
}

/** two tabs set where one would do leave an empty cell: rows that are too wide by just those */
function squeezed(rows: Grid["rows"]): Grid["rows"] {
  const width = mostCommon(rows.filter(({ cells }) => cells.some(isNumeric)).map(({ cells }) => cells.length));
  return rows.map((row) => {
    const cells = row.cells.filter((cell) => cell !== "");
    return row.cells.length > width && cells.length === width && !row.places ? { ...row, cells } : row;
  });
}

/** a closing row without its ordinal or another cell: left empty where rates stand under rates, and no number is out of its column */
function alignedTo(cells: string[], full: string[][]): { cells: string[]; empty: number } {
  const shapeOf = (cell: string) => (/%$/.test(cell) ? "rate" : isNumeric(cell) ? "number" : "words");
  const isOfShape = (cell: string, at: number) =>
    cell !== "" && full.filter((row) => shapeOf(row[at]!) === shapeOf(cell)).length * 2 > full.length;
  const sizeOf = (cell: string) => Number.parseFloat(cell.replaceAll(",", ""));
  const columns = [...cells, ""].map((_, at) =>
    full.map((row) => sizeOf(row[at]!)).filter((size) => !Number.isNaN(size)),
  );
  const isOfSize = (cell: string, at: number) =>
    sizeOf(cell) >= Math.min(...columns[at]!) && sizeOf(cell) <= columns[at]!.reduce((all, size) => all + size, 0);
  const tried = [0, cells.length, ...cells.map((_, at) => at).slice(1)].map((empty) => {
    const under = cells.toSpliced(empty, 0, "");
    return { cells: under, empty, shapes: under.filter(isOfShape).length, sizes: under.filter(isOfSize).length };
  });
  return tried.reduce((best, next) =>
    next.shapes > best.shapes || (next.shapes === best.shapes && next.sizes > best.sizes) ? next : best,
  );
}

/** a row without a name goes on with the row above: its cells stand behind those */
function withContinuations(rows: Grid["rows"]): Grid["rows"] {
  const merged: Grid["rows"] = [];
  for (const row of rows) {
    const above = merged.at(-1);
    const first = row.cells.slice(0, 2);
    if (above && first.every((cell) => cell === "") && above.cells.some(isNumeric) && row.cells.some(isNumeric)) {
      merged[merged.length - 1] = { ...above, cells: [...above.cells, ...row.cells.filter((cell) => cell !== "")] };
    } else merged.push(row);
  }
  return merged;
}

/** 总计 has no ordinal before it */
const isShortTotal = (cells: string[], width: number): boolean => cells.length === width - 1 && total.test(cells[0]!);

function mostCommon(lengths: number[]): number {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** “办结率（%）”: the heading says of what unit the numbers are */
function rowOf(
  { cells, place, text, places }: Grid["rows"][number],
  width: number,
  isPercent: (column: number) => boolean,
  from: number,
): Row {
  const full = cells.map((cell, column) =>
    isPercent(column) && /^[-+]?\d+(?:\.\d+)?$/.test(cell) ? `${cell}%` : cell,
  );
  const words = full.filter((cell, at) => cell !== "" && !isNumeric(cell) && (at >= from || total.test(cell)));
  // an order's number is no name where another cell has words
  const named = words.find((cell) => /[\u4e00-\u9fff]/.test(cell)) ?? words[0] ?? "";
  // “7.小计”, “● 交通噪声”
  const name = named.replace(
    /^(?:\d{1,2}[.、．]|[①-⑳]|[●○·•■◆▪]|（[一二三四五六七八九十]{1,2}）)\s*(?=[\u4e00-\u9fff])/,
    "",
  );
  const numbers = full.map(numberOf);
  const values = numbers.map((number) => number?.approximate ?? Number.NaN);
  const own = places?.length === width ? places : null;
  return { name, numbers, values, cells: full, place, places: own, text, isTotal: total.test(name) };
}

/** “第六”, “第1名”, “并列1”; “增加25”, “减少269” */
function plainOf(cell: string): string {
  const place = /^(?:并列)?(?:第|(?<=并列))([一二三四五六七八九十]|\d{1,2})[名位]?$/.exec(cell)?.[1];
  if (place) return /\d/.test(place) ? place : String(chineseNumber(place));
  const [, way, amount] = /^(增加|上升|增长|减少|下降|降低)(\d[\d,]*(?:\.\d+)?(?:%|件|个)?)$/.exec(cell) ?? [];
  return way ? `${/增|升/.test(way) ? "+" : "-"}${amount}` : cell;
}

const printedCell = new RegExp(`^([-+]?)(\\d[\\d,]*(?:\\.\\d+)?)(万|亿)?(%|${cellUnit}|个?百分点)?$`);

function numberOf(own: string): Printed | null {
  const cell = plainOf(own);
  const match = printedCell.exec(cell);
  if (!match) return null;
  const power = match[3] === "万" ? 4 : match[3] === "亿" ? 8 : 0;
  const value = printed(match[2]!.replaceAll(",", ""), power, "", cell);
  if (match[1] !== "-") return value;
  const negative = ({ n, d }: Printed["value"]) => ({ n: -n, d });
  return {
    ...value,
    approximate: -value.approximate,
    value: negative(value.value),
    range: { low: negative(value.range.high), high: negative(value.range.low) },
  };
}

const headEnd = /(?:量|率|数|号|比|分|次|位|区|门|名|型|别|道|源|容|目|度|长|点|）|项|月|期|值|幅|构|市|差)$/;

/** 表头的词: pieces of headings that a narrow column broke are put together again */
function headWords(pieces: string[]): string[] {
  const words: string[] = [];
  let open = "";
  for (const piece of pieces.filter((cell) => cell !== "")) {
    if (/^（/.test(piece) && open === "" && words.length > 0) open = words.pop()!;
    open += piece;
    const isBalanced = open.split("（").length === open.split("）").length;
    if (!isBalanced || !headEnd.test(open)) continue;
    words.push(open);
    open = "";
  }
  return open === "" ? words : [...words, open];
}

function headsOf(above: string[][], words: string[], width: number): Pick<Table, "heads" | "leaves"> {
  const level = above.filter((cells) => cells.length === width);
  if (level.length > 0) {
    const stacks = Array.from({ length: width }, (_, column) =>
      [...new Set(level.map((cells) => cells[column]!))].filter((text) => text !== ""),
    );
    return { heads: stacks.map((stack) => stack.join("")), leaves: stacks.map((stack) => stack.at(-1) ?? "") };
  }
  const titles = words.length - width;
  const isTitled = titles > 0 && titles <= 2 && /（合计|共\d+/.test(words.slice(0, titles).join(""));
  const heads = titles === 0 ? words : isTitled ? words.slice(titles) : null;
  return { heads, leaves: heads };
}

/** “下表依次为月份、今年受理量、去年受理量、同比、环比” */
function headsSaid(title: string, width: number): Pick<Table, "heads" | "leaves"> | null {
  const said = /(?:下表|表中|各列|下列各栏)(?:各[列栏])?(?:依次|分别)(?:为|是)([^。；：（）]+)/.exec(title)?.[1];
  const heads = said?.split(/[、，]|和|及/).map((head) => head.trim()) ?? [];
  return heads.length === width ? { heads, leaves: heads } : null;
}

/** 列的叫法, for a message */
export const headOf = (table: Table, column: number): string => table.heads?.[column] || `第${column + 1}列`;
