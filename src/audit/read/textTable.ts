/**
 * 文本中的表: a table whose cells only blanks, tabs or bars keep apart, or that stand on lines of their own. Its rows are
 * found by what they look like: a name and numbers, without a sentence's signs.
 */
import type { Line } from "../../domain/document.ts";
import { normalise } from "./normalise.ts";
import { type Grid, gridOf, pageNumber } from "./passage.ts";

/** what a cell may count, as part of a pattern */
export const cellUnit = "(?:人次|[件个通分人次起条宗单户家笔例])";

const numeric = new RegExp(
  `^[-+↑↓▲▼]?\\d[\\d,]*(?:\\.\\d+)?(?:[万亿]?${cellUnit}|[万亿]|%)?$|^[-+]?\\d[\\d,]*(?:\\.\\d+)?个?百分点$|^-{1,2}$|^/$`,
);
export const isNumeric = (cell: string): boolean => numeric.test(cell);

/** “汐东区：95.6%” on a line of its own */
const pair = /^([^：\d，、]{2,16})：\s*([-+]?\d[\d,]*(?:\.\d+)?(?:%|件|个|通|分|次)?)[；，]?$/;
const date = /^(?:20\d\d[/.-])?\d{1,2}[/.-]\d{1,2}$|^(?:20\d\d年)?\d{1,2}月\d{1,2}日$/;

/** “1,YL20250225016,龙池镇,2月25日,10,14”: commas between short cells, two of them numbers at least */
function commaCells(clean: string): string[] | null {
  const cells = clean.split("，");
  const numbers = cells.filter((cell) => isNumeric(cell.trim())).length;
  const isShort = cells.every((cell) => cell.length <= 18);
  const isHead =
    cells.length > 2 &&
    cells.every((cell) => cell.length <= (cells.length > 3 ? 12 : 6) && !/\d/.test(cell.replace(/（[^（）]*）/g, "")));
  return cells.length > 2 && isShort && (numbers > 1 || isHead) && !/[。；：]/.test(clean) ? cells : null;
}

function splitOf(clean: string): string[] {
  const paired = pair.exec(clean);
  if (paired) return [paired[1]!, paired[2]!];
  const listed = commaCells(clean);
  if (listed) return listed;
  return barred(clean);
}

/** “2020 298114 15.0%”: a year names its row */
const cellsOf = (text: string): string[] => {
  const cells = splitOf(trimmed(normalise(text))).map((cell) => cell.trim().replace(/^占比?\s*(?=\d[\d.]*%$)/, ""));
  const isYear =
    cells.length > 1 && /^20\d\d$/.test(cells[0]!) && cells.slice(1).every((cell) => !/^20\d\d$/.test(cell));
  return isYear && cells.slice(1).some(isNumeric) ? [`${cells[0]}年`, ...cells.slice(1)] : cells;
};

/** “93.39% 78”, “100.00%15”, “100.0 并列1”: two cells that a narrow gap left as one */
const unglued = (cell: string): string[] => {
  const glued = /^(\d+(?:\.\d+)?%)\s?(\d[\d,.]*%?)$/.exec(cell) ?? /^(\d+(?:\.\d+)?) (并列\d{1,2})$/.exec(cell);
  return glued ? [glued[1]!, glued[2]!] : [cell];
};

/** a tab at either end closes an empty cell */
const trimmed = (text: string): string =>
  (/\S\t+\S/.test(text) ? text.replace(/^ +| +$/g, "") : text.trim()).replace(spread, "$1$2");

/** “合  计”, spread over the width of its column */
const spread = /(?<=^|[\t|｜│┃])( *[合总小共])[ \u3000]+(计)(?=[ \t|｜│┃]|$)/g;

/** “其 他”, “单 位” alone on its line */
const spreadName = /^([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])$/;

const barred = (clean: string): string[] => {
  const parts = /[|｜│┃]/.test(clean)
    ? clean.replace(/^[|｜│┃]|[|｜│┃]$/g, "").split(/[|｜│┃]/)
    : /\S\s+\/\s+\S.*\s\/\s/.test(clean)
      ? clean.split(/\s+\/\s+/)
      : /\t/.test(clean)
        ? clean.split(/\t/)
        : clean.split(/\s{2,}/).length > 2
          ? clean.split(/\s{2,}/).flatMap(unglued)
          : clean.split(/\s+/).flatMap(unglued);
  return parts;
};

type Shape = "row" | "numbers" | "words" | "prose" | "blank" | "rule";

const isDrawn = (text: string): boolean => /^[-=+|｜│┃┼─━┌┬┐├┤└┴┘\s:：]{3,}$/.test(text);

function shapeOf(text: string): Shape {
  if (text.trim() === "" || pageNumber.test(text.trim())) return "blank";
  if (isDrawn(text.trim())) return "rule";
  const cells = cellsOf(text).filter((cell) => cell !== "");
  const isList = pair.test(normalise(text).trim()) || commaCells(normalise(text).trim());
  if (/[。；！？《》]|，./.test(normalise(text)) && !/[|\t]/.test(text) && !isList) return "prose";
  const plain = cells.filter((cell) => isNumeric(cell) && cell !== "12345").length;
  const dated = cells.filter((cell) => date.test(cell)).length;
  // a day may name its row
  const numbers = plain + dated < cells.length ? plain + dated : plain;
  if (numbers === cells.length) return "numbers";
  if (isSection(cells) || (!/[|｜│┃\t]/.test(text) && cells.filter(isNamed).length > 1)) return "prose";
  // “10月5日 日 797”: a Sunday
  const isDay = date.test(cells[0]!) && cells[1] === "日";
  if ((!isDay && cells.some((cell) => /^[年月日](?:\d|$|[起至底末初，。])/.test(cell))) || /^附[件表]/.test(cells[0]!))
    return "prose";
  if (/[|｜│┃\t]/.test(text) && cells.length > 1 && cells.slice(1).every(isNamed)) return "row";
  const isSeparated = /[|\t]/.test(text) || commaCells(normalise(text).trim()) !== null;
  const words =
    isSeparated && numbers > 0 ? Math.min(numbers > 1 ? 3 : 2, cells.length - numbers) : cells.length - numbers;
  if (numbers >= 1 && cells.length >= 2 && words <= 3 && (numbers >= 2 || cells.length === 2 || words <= 2)) {
    return startsRow(cells) ? "row" : "words";
  }
  return cells.every((cell) => cell.length <= 24) ? "words" : "prose";
}

/** “4.1 五个维度得分：”: the number of a chapter is none of a table */
const isSection = ([first, ...others]: string[]): boolean =>
  /^\d{1,2}(?:\.\d{1,2})*$/.test(first ?? "") &&
  !others.some(isNumeric) &&
  (/\./.test(first!) || /：$/.test(others.at(-1) ?? ""));

/** “上周1997单”, “环比+30.8%”: a cell with a name of its own beside its number */
const isNamed = (cell: string): boolean => namedCell.test(cell);
export const namedCell = new RegExp(`^([\\u4e00-\\u9fff]{2,6})\\s?([-+]?\\d[\\d.,]*(?:%|${cellUnit}))$`);

/** a row has its name among the first cells, and its numbers after it */
const startsRow = (cells: string[]): boolean => {
  const first = cells.findIndex((cell) => !isNumeric(cell));
  return (
    first >= 0 &&
    first <= 1 &&
    !/^[（(]?[一二三四五六七八九十]+[）)、]/.test(cells[first]!) &&
    cells[first]!.length <= 30
  );
};

/** 分出表格: the lines of tables as grids, the rest as lines, in order */
export function splitTables(lines: Line[]): (Grid | Line[])[] {
  const shapes = lines.map(({ text }) => shapeOf(text));
  const cells = lines.map(({ text }) => onlyCell(text));
  const parts: (Grid | Line[])[] = [];
  let text: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const found = columnOfCells(lines, cells, at) ?? tableAt(lines, shapes, at, text);
    if (!found) {
      text.push(lines[at]!);
      at += 1;
      continue;
    }
    if (text.length > 0) parts.push(text);
    parts.push(found.grid);
    text = [];
    at = found.end;
  }
  if (text.length > 0) parts.push(text);
  return parts;
}

interface Found {
  grid: Grid;
  end: number;
}

/** a run of at least two rows; lines of numbers alone continue the row before them */
function tableAt(lines: Line[], shapes: Shape[], start: number, before: Line[]): Found | null {
  if (shapes[start] !== "row") return null;
  const rows: { cells: string[]; place: Line["place"] }[] = [];
  let [at, end] = [start, start];
  for (; at < lines.length; at += 1) {
    const shape = shapes[at]!;
    if (shape === "blank" || shape === "rule") continue;
    if (shape === "row") rows.push({ cells: cellsOf(lines[at]!.text), place: lines[at]!.place });
    else if (shape === "numbers" && rows.length > 0)
      for (const cell of cellsOf(lines[at]!.text)) rows.at(-1)!.cells.push(cell);
    else break;
    end = at + 1;
  }
  if (rows.length < 2 && end - start < 2) return null;
  const head = headBefore(before);
  return { grid: gridOf([...head, ...rows]), end };
}

/** the words above the first row, taken off the text before it: from the last sentence on, at most twenty lines */
function headBefore(before: Line[]): { cells: string[]; place: Line["place"] }[] {
  const head: { cells: string[]; place: Line["place"] }[] = [];
  while (before.length > 0 && head.length < 60) {
    const line = before.at(-1)!;
    const shape = shapeOf(line.text);
    const isTitle =
      shape !== "rule" &&
      /[。；：:]|^#|^附件|^\s*[图表]\s*\d|情况表$|统计表$|一览表$|^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）/.test(
        line.text.trim(),
      );
    if (shape === "prose" || isTitle) break;
    before.pop();
    if (shape !== "blank" && shape !== "rule") head.unshift({ cells: cellsOf(line.text), place: line.place });
  }
  return head;
}

interface OnlyCell {
  text: string;
  isNumber: boolean;
  isBlank: boolean;
}

/** “烟、酒、饮料” is one name */
const listed = /^(?![一二三四五六七八九十]+、)(?=.{3,12}$)[\u4e00-\u9fff]+(?:、[\u4e00-\u9fff]+)+$/;

/** “11月 完成数 |”: a bar at its end closes the one cell that it is */
const closedCell = /^[^|｜│┃]*[|｜│┃]\s*$/;

/** a line as the one cell that it may be; null for what is more */
function onlyCell(line: string): OnlyCell | null {
  const text = normalise(line)
    .replace(/^\s*[|｜│┃]|[|｜│┃]\s*$/g, "")
    .replace(/\s+(?=（)/g, "")
    .trim()
    .replace(spreadName, "$1$2");
  const isBlank = shapeOf(line) === "blank";
  const isMore =
    !isBlank &&
    (text.length > 20 ||
      // “环境卫生164件（占18.7%）” is an item of a list
      /[\u4e00-\u9fff]{2}\d[\d,.]*[件个通次宗条起张]（/.test(text) ||
      (/[。；，：、]/.test(text.replace(/（[^（）]*）/g, "")) && !listed.test(text)) ||
      (!closedCell.test(line) && cellsOf(text).length > 1));
  return isMore ? null : { text, isNumber: isNumeric(text), isBlank };
}

/** no printed table has more, and every line may begin one */
const MOST_CELLS = 1500;
const MOST_COLUMNS = 30;
/** so many rows of one shape, its head among them, are a table though other short lines follow */
const LEAST_ROUND = 6;

/** 一格一行: short lines without signs in which words and numbers come round in one pattern */
function columnOfCells(lines: Line[], cells: (OnlyCell | null)[], start: number): Found | null {
  const kinds: (OnlyCell & { at: number })[] = [];
  for (let at = start; at < lines.length && at < start + MOST_CELLS; at += 1) {
    const cell = cells[at]!;
    if (cell === null) break;
    if (cell.isBlank) continue;
    kinds.push({ ...cell, at });
  }
  const period = periodOf(kinds.map(({ text, isNumber }) => (text === "" ? null : isNumber)));
  if (period === null) return null;
  const { width, rows: whole } = period;
  const rows = Array.from({ length: whole }, (_, row) => kinds.slice(row * width, (row + 1) * width)).filter(
    (cells, row) => row === 0 || cells.some(({ isNumber }) => isNumber),
  );
  const rest = kinds.slice(whole * width);
  const closing = closingCells(rest, width);
  if (closing.length > 0) rows.push(closing);
  else if (isFolded(rows[0]!) && isHalfRow(rest, width / 2)) rows.push(rest.slice(0, width / 2));
  const last = rows.at(-1)!.at(-1)!;
  const grid = gridOf(
    rows.map((cells) => {
      const places = cells.map(({ at }) => lines[at]!.place);
      return { cells: cells.map(({ text }) => text), place: places[0]!, places };
    }),
  );
  return { grid, end: last.at + 1 };
}

/** the same headings twice side by side, whose last row may be a half only */
const isFolded = (head: OnlyCell[]): boolean =>
  head.length % 2 === 0 && head.every(({ text }, at) => text === head[(at + head.length / 2) % head.length]!.text);

const isHalfRow = (rest: OnlyCell[], half: number): boolean =>
  rest.length >= half && half > 1 && !rest[0]!.isNumber && rest.slice(1, half).every(({ isNumber }) => isNumber);

/** 合计 and its numbers behind the last full row, where it has no ordinal */
function closingCells<Cell extends OnlyCell>(rest: Cell[], width: number): Cell[] {
  if (!/^(?:合计|总计|小计|总量|总数)$/.test(rest[0]?.text ?? "")) return [];
  const numbers = rest.slice(1).findIndex(({ isNumber }) => !isNumber);
  const cells = rest.slice(0, numbers < 0 ? rest.length : numbers + 1);
  return cells.length === width - 1 ? cells : [];
}

/** a head of `width` words, then at least two rows of the same shape with a name and a number in each; null: an empty cell */
function periodOf(numbers: (boolean | null)[]): { width: number; rows: number } | null {
  const firstNumber = numbers.indexOf(true);
  if (firstNumber < 2) return null;
  for (let width = 2; width <= Math.min(firstNumber, MOST_COLUMNS); width += 1) {
    const rows = Math.floor(numbers.length / width);
    const shape = numbers.slice(width, 2 * width);
    const others = Array.from({ length: rows - 1 }, (_, row) => row + 1);
    const isOther = (row: number) => shape.some((isNumber, at) => (numbers[row * width + at] ?? isNumber) !== isNumber);
    const found = others.find(isOther) ?? rows;
    const isRound = found === rows || found >= LEAST_ROUND;
    if (found >= 3 && shape.includes(true) && shape.slice(0, 2).includes(false) && isRound)
      return { width, rows: found };
  }
  return null;
}
