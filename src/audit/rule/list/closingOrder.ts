/** 表下说的次序: “（单位：人次，按咨询量由高到低排列）” right below a table of one column of counts, or right above it. */
import type { Finding } from "../../../domain/finding.ts";
import { columnsUpTo } from "../../read/columns.ts";
import type { Passage } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row, Table } from "../../read/table.ts";
import { distinctPlaces, finding, rowPlace } from "../../write.ts";

const falling =
  /^（?(?:注：)?(?:单位：[^，。]{1,6}，)?按[^，。；]{1,10}(?:由|从)(?:高|多|大)(?:到|至)(?:低|少|小)(?:排列|排序|为序)/;

export const closingOrder = ({ tables, passages }: Reading): Finding[] => {
  const said = passages.filter(({ text }) => falling.test(text));
  return said.length === 0
    ? []
    : tables.flatMap((table) => (said.some((passage) => isBelow(passage, table)) ? against(table) : []));
};

const isBelow = (passage: Passage, { rows }: Table): boolean => {
  const [last, place] = [rows.at(-1)!.place, passage.starts[0]!.line.place];
  return last.line !== undefined && place.line !== undefined && place.line > last.line && place.line - last.line <= 2;
};

function against({ rows, width }: Table): Finding[] {
  const own = rows.filter(({ isTotal, name }) => !isTotal && !/^其[他它余]/.test(name));
  const columns = columnsUpTo(width).filter((at) => own.every(({ cells }) => /^\d[\d,]*$/.test(cells[at] ?? "")));
  const [column] = columns;
  if (column === undefined || columns.length > 1 || own.length < 3) return [];
  const at = own.findIndex((row, nth) => nth > 0 && row.values[column]! > own[nth - 1]!.values[column]!);
  return at < 1 ? [] : [contradiction(own[at - 1]!, own[at]!, column)];
}

const contradiction = (a: Row, b: Row, column: number): Finding =>
  finding("listOrder", {
    confidence: 0.75,
    places: distinctPlaces([rowPlace(b), rowPlace(a)]),
    values: [b.cells[column]!, a.cells[column]!],
    arithmetic: `${b.cells[column]} > ${a.cells[column]}`,
    message: `表下说由高到低排列，“${b.name}”${b.cells[column]}却排在“${a.name}”${a.cells[column]}之后。`,
  });
