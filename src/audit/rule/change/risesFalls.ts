/** 几升几降: “六个领域四升二降”, and the two columns of a table have it otherwise. */
import type { Finding } from "../../../domain/finding.ts";
import { equal } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { type Column, cellOf, columnsOf } from "../../read/columns.ts";
import { quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { finding, rowPlace } from "../../write.ts";

const said =
  /(?<!第)([两一二三四五六七八九十]{1,2}|\d{1,2})(?:个)?[升增]([两一二三四五六七八九十]{1,2}|\d{1,2})(?:个)?[降减](?!幅)/g;

const period = /\d月|本[月周期季年]|上[月周期季年]|去年|上年|同期|20\d\d/;

interface Split {
  up: number;
  down: number;
  column: Column;
}

export const risesFalls = ({ passages, tables }: Reading): Finding[] => {
  const columns = columnsOf(tables);
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(said)].flatMap((match) => {
      const [up, down] = [chineseNumber(match[1]!), chineseNumber(match[2]!)];
      if (up === null || down === null || up + down < 3) return [];
      const base = passage.text.slice(Math.max(0, match.index - 30), match.index);
      const splits = splitsOf(columns, up + down, baseOf(base));
      const [first] = splits;
      if (!first || splits.some((one) => one.up === up && one.down === down)) return [];
      return [
        finding("wording", {
          confidence: 0.65,
          places: [
            quote(passage, match.index, match.index + match[0].length),
            ...first.column.rows.slice(0, 8).map(rowPlace),
          ],
          values: [match[0], `${first.up}升${first.down}降`],
          arithmetic: `${first.up} 升 ${first.down} 降 ≠ ${match[0]}`,
          message: `文中说“${match[0]}”，表中${first.column.rows.length}行是${first.up}升${first.down}降。`,
        }),
      ];
    }),
  );
};

const lastYear = /同比|去年|上年|同期/;

/** against what: “与9月相比” means no column of last year */
const baseOf =
  (text: string) =>
  (head: string): boolean =>
    lastYear.test(text) ? lastYear.test(head) : /环比|上[月周期]|\d月/.test(text) ? !lastYear.test(head) : true;

/** by a column of changes, or by two columns of counts side by side of as many rows */
function splitsOf(columns: Column[], rows: number, isBase: (head: string) => boolean): Split[] {
  const fitting = columns.filter((column) => column.rows.length === rows);
  const signed = fitting
    .filter((column) => isBase(column.head) && /环比|同比|增减|变化|变动|增幅|升降/.test(column.head))
    .map(
      (column): Split => ({
        column,
        up: column.rows.filter((row) => cellOf(column, row).value.n > 0n).length,
        down: column.rows.filter((row) => cellOf(column, row).value.n < 0n).length,
      }),
    );
  if (signed.length > 0) return signed;
  return fitting.flatMap((column) => {
    const isCounts = period.test(column.head) && column.rows.every((row) => cellOf(column, row).step === null);
    const others = fitting.filter(
      (other) =>
        other.table === column.table &&
        other.column > column.column &&
        period.test(other.head) &&
        isBase(other.head) &&
        other.rows.every((row) => cellOf(other, row).step === null),
    );
    return isCounts ? others.map((other) => compared(column, other)) : [];
  });
}

function compared(now: Column, before: Column): Split {
  const sign = now.rows.map((row) => {
    const [a, b] = [cellOf(now, row).value, cellOf(before, row).value];
    return equal(a, b) ? 0 : a.n * b.d > b.n * a.d ? 1 : -1;
  });
  return { column: now, up: sign.filter((one) => one > 0).length, down: sign.filter((one) => one < 0).length };
}
