/** 分类的表: “接回患者的病因分类”, and rows that 其他 closes, which don't add up to the 接回患者 that the text counts. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, show, sum } from "../../number.ts";
import { columnsUpTo } from "../../read/columns.ts";
import type { Reading } from "../../read/reading.ts";
import type { Table } from "../../read/table.ts";
import { cellPlace, distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const titled =
  /^(?:表\d*[、.：]?)?([\u4e00-\u9fff]{2,8}?)(?:的|按)?[\u4e00-\u9fff]{0,6}(?:分类|构成|分布|来源|类型|原因)[^，。；\d]{0,6}$/;
const FEWEST_ROWS = 4;
/** as a part of the whole: farther off, the rows may be of something else */
const MOST_OFF = 0.05;

export const titledRows = (reading: Reading): Finding[] => reading.tables.flatMap((table) => against(table, reading));

function against(table: Table, { mentions, tables }: Reading): Finding[] {
  const { rows, width, title } = table;
  const name = titled.exec(title)?.[1];
  const columns = columnsUpTo(width).filter((at) => rows.some(({ numbers }) => numbers[at]));
  const [column] = columns;
  const isWhole =
    rows.length >= FEWEST_ROWS &&
    rows.every(({ isTotal, name: own }) => !isTotal && !/^其中/.test(own)) &&
    /^其[他它余]/.test(rows.at(-1)!.name);
  if (!name || column === undefined || columns.length > 1 || !isWhole) return [];
  const cells = rows.flatMap(({ numbers }) => numbers[column] ?? []);
  if (cells.length < rows.length || cells.some(({ text, step }) => /%$/.test(text) || step !== null)) return [];
  const added = sum(cells.map(({ range }) => range));
  const size = cells.reduce((all, { approximate }) => all + approximate, 0);
  const called = mentions.filter(
    ({ kind, period, isHedged, label }) =>
      kind === "count" &&
      period === "now" &&
      !isHedged &&
      (label.includes(name) || (label.length > 1 && name.includes(label))),
  );
  const [whole] = called;
  const isOne = new Set(called.map(({ number }) => number.approximate)).size === 1;
  const isPrinted =
    mentions.some(({ number }) => meets(number.range, added)) ||
    tables.some((other) => other !== table && other.rows.some(({ values }) => values.includes(size)));
  if (!whole || !isOne || isPrinted) return [];
  const off = Math.abs(whole.number.approximate - size);
  if (off > MOST_OFF * whole.number.approximate) return [];
  const shown = show(middle(added), 0);
  return [
    finding("partsAndWhole", {
      confidence: 0.7,
      places: distinctPlaces([placeOf(whole), ...rows.map((row) => cellPlace(row, column))]),
      values: [whole.number.text, shown],
      arithmetic: `${rows.length} 行相加 = ${shown} ≠ ${whole.number.text}`,
      message: `“${nameOf(whole)}”印作${whole.number.text}，表“${title}”连同“其他”${rows.length}行相加为${shown}。`,
    }),
  ];
}
