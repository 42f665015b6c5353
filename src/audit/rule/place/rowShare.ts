/** 文中的占比与表: “建筑施工噪声1954件，占36.82%”, and the row that has this count has another share. */
import type { Finding } from "../../../domain/finding.ts";
import { digitCount, equal, isSameValue, isSlip } from "../../number.ts";
import { type Column, cellOf, columnsOf } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row } from "../../read/table.ts";
import { distinctPlaces, finding, nameOf, placeOf, rowPlace } from "../../write.ts";

const isShare = ({ head }: Column): boolean => /占|比重/.test(head) && !/增|减|升|降|变/.test(head);

export const rowShare = ({ sentences, tables }: Reading): Finding[] => {
  const columns = columnsOf(tables).filter(isShare);
  if (columns.length === 0) return [];
  return sentences.flatMap((mentions) =>
    mentions.flatMap((share, at) => {
      const count = mentions[at - 1];
      const isPair =
        count?.kind === "count" &&
        share.unit === "%" &&
        /^，?占/.test(share.before) &&
        !share.isHedged &&
        digitCount(count.number.text) > 2;
      return isPair ? against(count, share, columns) : [];
    }),
  );
};

function against(count: Mention, share: Mention, columns: Column[]): Finding[] {
  const fitting = columns.flatMap((column) =>
    column.rows.filter((row) => isOf(row, count)).map((row) => ({ column, row })),
  );
  const [only] = fitting;
  if (!only || fitting.length > 1) return [];
  const { column, row } = only;
  const cell = cellOf(column, row);
  const isNamed = row.name.length > 1 && count.label.endsWith(row.name);
  if (!isNamed || isSameValue(cell, share.number) || !isSlip(cell, share.number)) return [];
  return [
    finding("twoValues", {
      confidence: 0.7,
      places: distinctPlaces([placeOf(share), rowPlace(row)]),
      values: [share.number.text, cell.text],
      arithmetic: `${share.number.text} ≠ ${cell.text}`,
      message: `“${nameOf(count)}”${count.number.text}的占比文中印作${share.number.text}，表中“${column.head}”是${cell.text}。`,
    }),
  ];
}

const isOf = ({ numbers }: Row, { number }: Mention): boolean =>
  numbers.some((cell) => cell && equal(cell.value, number.value));
