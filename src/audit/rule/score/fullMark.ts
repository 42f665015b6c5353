/** 超过满分: a score of a table above the full mark that a text gives its column: “及时签收20分，按期办结30分”. */
import type { Finding } from "../../../domain/finding.ts";
import type { Reading } from "../../read/reading.ts";
import { headOf, type Table } from "../../read/table.ts";
import { cellPlace, finding } from "../../write.ts";

const marks = /([\u4e00-\u9fff]{2,8}?)(?:（)?(\d{1,3})分(?=[、，；。）])/g;
const core = (name: string): string => name.replace(/（.*?）/g, "").replace(/(?:得分|评分|分)$/, "");

export const fullMark = ({ passages, tables }: Reading): Finding[] => {
  const full = new Map(
    passages
      .filter(({ text }) => /满分|总分|百分制|基础分/.test(text))
      .flatMap(({ text }) =>
        [...text.matchAll(marks)].map(([, name, points]) => [core(name!), Number(points)] as const),
      ),
  );
  // “另设加分项”: with them it may be more
  const isOpen = passages.some(({ text }) => /满分[^。]*[另还]设?有?[^。]{0,4}加分/.test(text));
  return full.size < 2 || isOpen ? [] : tables.flatMap((table) => beyond(table, full));
};

const beyond = (table: Table, full: Map<string, number>): Finding[] =>
  (table.heads ?? []).flatMap((head, column) => {
    const name = core(head);
    const called = [...full].filter(
      ([own]) => own === name || (name.length > 1 && (own.endsWith(name) || own.startsWith(name))),
    );
    const most = called.length === 1 ? called[0]![1] : Number(/（(\d{1,3})分?）$/.exec(head)?.[1] ?? Number.NaN);
    if (!(most > 0) || table.rows.some(({ cells }) => /%$/.test(cells[column] ?? ""))) return [];
    const rows = table.rows.filter(({ isTotal, values }) => !isTotal && values[column]! > most);
    // where many are beyond it, the column is of something else
    return rows.length > 2 || rows.length * 3 > table.rows.length
      ? []
      : rows.map((row) =>
          finding("impossible", {
            confidence: 0.8,
            places: [cellPlace(row, column)],
            values: [row.cells[column]!, String(most)],
            arithmetic: `${row.cells[column]} > ${most}`,
            message: `表中“${row.name}”的“${headOf(table, column)}”印作${row.cells[column]}，这一项满分${most}分。`,
          }),
        );
  });
