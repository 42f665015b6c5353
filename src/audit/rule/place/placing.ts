/** 名列与表: who a text says has the most, or is among the first, and a table puts elsewhere. */
import type { Finding } from "../../../domain/finding.ts";
import { isSameValue, meets, toNumber } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { type Column, cellOf, columnsOf, kindOf, namedColumns, peersOf, rowOf } from "../../read/columns.ts";
import { type Passage, quote } from "../../read/passage.ts";
import { isOfOtherRows, type Named, type Placing, placingsOf } from "../../read/placing.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row } from "../../read/table.ts";
import { distinctPlaces, finding, rowPlace } from "../../write.ts";
import { counted } from "../list/lengthFinding.ts";
import { areOne, columnsMeant, isMeasure, isOtherUnit, ofItsMeasure, valuedColumns } from "./columnsMeant.ts";
import { otherThanCell } from "./textAgainstTable.ts";

export const placing = (reading: Reading): Finding[] => {
  const columns = columnsOf(reading.tables);
  const headings = reading.passages.filter(({ text }) => /^【[^】]{2,16}】/.test(text));
  return placingsOf(reading).flatMap((one) =>
    isOfOtherRows(one)
      ? []
      : [
          ...shortOf(one),
          ...against(
            one,
            columns.filter((column) => !isOfOtherPeriod(one, column, headings)),
          ),
        ],
  );
};

/** “【全年积分】……前五”, and a table under “【12月 县直单位】” */
function isOfOtherPeriod({ passage, topic }: Placing, { table }: Column, headings: Passage[]): boolean {
  const headOf = (line: number | undefined) =>
    line === undefined
      ? ""
      : (headings.findLast((heading) => (heading.starts[0]!.line.place.line ?? Infinity) <= line)?.text ?? "");
  const own = headOf(passage.starts[0]!.line.place.line);
  // a heading right above a table is read with its own headings
  const others = /【[^】]*】/.exec(table.words.join(""))?.[0] ?? headOf(table.rows[0]!.place.line);
  return /全年|年度|累计/.test(topic) && /全年|年度/.test(own) && /\d{1,2}月/.test(others);
}

/** “前五的是甲（96%）、乙（95%）、丙（94%）；”: the list ends where the next sign says so */
function shortOf({ passage, from, to, said, items }: Placing): Finding[] {
  const after = passage.text.slice(to);
  const isClosed = /^(?:）|件|分)?[。；]/.test(after) && !/^；[^，。；：\d]{2,12}\d/.test(after);
  const isValued = items.every(({ value }) => value);
  if (!said || !isClosed || !isValued || items.length < 2 || items.length >= said) return [];
  return [counted(passage, from, to, said, items.length, 0.8)];
}

function against(one: Placing, all: Column[]): Finding[] {
  // where names come back, as the first categories of each district do, no row is the most of all
  const isOnce = ({ rows }: Column): boolean => new Set(rows.map(({ name }) => name)).size === rows.length;
  const fitting = all.filter((column) => isOnce(column) && one.items.every((item) => rowOf(column, item.name)));
  const measures = fitting.filter(isMeasure);
  const valued = valuedColumns(one, measures);
  // “办结率最低的生态环境满意率为79.04%”: the number is of something else
  const spoken = namedColumns(one.topic, measures);
  const isSpoken = spoken.length === 0 || spoken.some((column) => valued.includes(column));
  if (valued.length > 0 && isSpoken) return [...misplaced(one, valued), ...otherValue(one, valued, 0.75)];
  // “满意率前两位为……，末位为丙县”: where no ranks are printed, by what isn't said
  if (one.said === null && /末位[为是]/.test(one.passage.text.slice(one.from, one.to))) return ofRanks(one, fitting);
  const ofMeasure = ofItsMeasure(one, fitting);
  const meant = columnsMeant(one, ofMeasure);
  return meant.length === 0 ? ofRanks(one, ofMeasure) : [...misplaced(one, meant), ...otherValue(one, meant, 0.65)];
}

/** “排在后三位的是甲、乙、丙”: by nothing that it names, so by the one column of ranks; in whatever order */
function ofRanks(one: Placing, fitting: Column[]): Finding[] {
  const isBare =
    one.topic.replace(/^[\d（）.、]+|本[月季周年期]|排名?|位列|列|居|在|对|考核|综合|得分|成绩/g, "") === "";
  const ranks = fitting.filter(({ head }) => /(?:排名|名次|位次)$/.test(head) && !/上[月期周季]|去年|单项/.test(head));
  if (!isBare || !areOne(ranks) || one.items.length !== (one.said ?? 1)) return [];
  // the first in rank has the least number
  const ahead = (column: Column, item: Named): Row[] =>
    betterThan(column, rowOf(column, item.name)!, !one.isMost, isOfAllRows(one, column));
  const isOut = (column: Column) => (item: Named) => ahead(column, item).length >= one.items.length;
  const [column] = ranks as [Column];
  const item = one.items.find(isOut(column));
  if (!item || !ranks.every((own) => one.items.some(isOut(own)))) return [];
  const other = ahead(column, item).find(({ name }) => !one.items.some((own) => own.name === name))!;
  const [rank, side] = [cellOf(column, rowOf(column, item.name)!).text, one.isMost ? "前" : "后"];
  return [
    finding("rank", {
      confidence: 0.75,
      places: distinctPlaces([
        quote(one.passage, one.from, one.to),
        rowPlace(rowOf(column, item.name)!),
        rowPlace(other),
      ]),
      values: [rank, cellOf(column, other).text],
      arithmetic: `“${column.head}”：${item.name} ${rank}，${other.name} ${cellOf(column, other).text}`,
      message: `文中说${side}${one.said ?? 1}位有“${item.name}”，表中它的“${column.head}”是${rank}，“${other.name}”${cellOf(column, other).text}却不在其中。`,
    }),
  ];
}

const betterThan = (column: Column, row: Row, isMost: boolean, isOfAll: boolean): Row[] => {
  const own = cellOf(column, row);
  return (isOfAll ? column.rows : peersOf(row.name, column)).filter((other) => {
    const cell = cellOf(column, other);
    return !meets(cell.range, own.range) && toNumber(cell.value) > toNumber(own.value) === isMost;
  });
};

interface Wrong {
  item: Named;
  row: Row;
  better: Row[];
  place: number;
}

/** “上述5个单位中”: of whatever kind */
const isOfAllRows = ({ passage, from, items }: Placing, { rows }: Column): boolean => {
  // “市医保局、市教育局、市公积金中心”
  if (new Set(items.map(({ name }) => kindOf(name))).size > 1) return true;
  const said = /(?:上述|以上|表中)([两二三四五六七八九十]{1,2}|\d{1,2})[个家](?:单位|部门)/.exec(
    passage.text.slice(Math.max(0, from - 60), from),
  )?.[1];
  return said !== undefined && chineseNumber(said) === rows.length;
};

function wrongIn(placing: Placing, column: Column): Wrong | null {
  const { items, said, isMost } = placing;
  const isWhole = said === null || items.length === said;
  const found = items.flatMap((item, at): Wrong[] => {
    const row = rowOf(column, item.name)!;
    const better = betterThan(column, row, isMost, isOfAllRows(placing, column));
    return better.length > (isWhole ? at : said! - 1) ? [{ item, row, better, place: at + 1 }] : [];
  });
  return found[0] ?? null;
}

/** in none of the columns that may be meant do they stand in that order */
function misplaced(one: Placing, columns: Column[]): Finding[] {
  const wrong = columns.map((column) => wrongIn(one, column));
  const [first] = wrong;
  // numbers of their own that stand nowhere in the column are another measure's
  const isNowhere = ({ value }: Named) =>
    value !== null &&
    !value.isHedged &&
    !columns.some((column) => column.rows.some((row) => isSameValue(cellOf(column, row), value.number)));
  const valued = one.said === null ? one.items.slice(0, 1) : one.items;
  if (valued.length > 0 && valued.every(isNowhere)) return [];
  if (!first || wrong.some((found) => found === null) || /除|不含|不包括|以外|之外/.test(one.topic)) return [];
  const column = columns[0]!;
  const { item, row, better, place } = first;
  const own = cellOf(column, row).text;
  const before = one.items.slice(0, place - 1).map(({ name }) => name);
  const ahead = better.find(({ name }) => !before.includes(name)) ?? better[0]!;
  const [size, side] = one.isMost ? ["最高或最多", "高于"] : ["最低或最少", "低于"];
  return [
    finding("rank", {
      confidence: 0.75,
      places: distinctPlaces([quote(one.passage, one.from, one.to), rowPlace(row), rowPlace(ahead)]),
      values: [own, cellOf(column, ahead).text],
      arithmetic: `“${column.head}”${side} ${own} 的有 ${better.length} 个：${better
        .slice(0, 3)
        .map(({ name, numbers }) => `${name} ${numbers[column.column]!.text}`)
        .join("、")}`,
      message: one.said
        ? `文中把“${item.name}”列在第${place}，表中它的“${column.head}”是${own}，${side}它的有${better.length}个，如“${ahead.name}”${cellOf(column, ahead).text}。`
        : `文中说“${item.name}”${size}，表中它的“${column.head}”是${own}，“${ahead.name}”是${cellOf(column, ahead).text}。`,
    }),
  ];
}

/** the number printed with a name isn't its own in the one column that may be meant, nor in any other of its row */
function otherValue({ items }: Placing, columns: Column[], confidence: number): Finding[] {
  const [column] = columns;
  if (!column || !areOne(columns)) return [];
  const isOwn = (item: Named) =>
    item.value !== null && isSameValue(cellOf(column, rowOf(column, item.name)!), item.value.number);
  if (items.length > 1 && !items.some(isOwn)) return [];
  return items.flatMap((item) => {
    const { value, name } = item;
    const row = rowOf(column, item.name)!;
    const cell = cellOf(column, row);
    if (!value || value.isHedged || isOtherUnit(cell.text, value.unit) || value.kind === "share") return [];
    if (row.numbers.some((other) => other && isSameValue(other, value.number))) return [];
    // another size is another measure
    const ratio = value.number.approximate / cell.approximate;
    if (!(ratio > 0.5 && ratio < 2)) return [];
    return [otherThanCell(name, value, { row, cell, head: column.head }, confidence)];
  });
}
