/** 逐期的增速: a row or column of growth rates, each against the period before it, that the values beside it don't give. */
import type { Finding } from "../../../domain/finding.ts";
import {
  absolute,
  agreement,
  hundred,
  isPositive,
  middle,
  minus,
  over,
  type Printed,
  show,
  sizeOf,
  times,
} from "../../number.ts";
import { columnsUpTo } from "../../read/columns.ts";
import type { Reading } from "../../read/reading.ts";
import { headOf, type Table } from "../../read/table.ts";
import { cellPlace, distinctPlaces, finding } from "../../write.ts";

const growing = /环比|同比|增速|增长|增幅|变化|升降/;
const period = /^(?:20\d\d年?度?|\d{1,2}月份?|第?[一二三四]季度)$/;

export const serial = ({ tables }: Reading): Finding[] =>
  tables.flatMap((table) => [...downwards(table), ...across(table)]);

interface Cell {
  number: Printed | null;
  text: string;
  place: Finding["places"][number];
  name: string;
}

/** years or months one below the other */
function downwards(table: Table): Finding[] {
  const all = table.rows.filter(({ name }) => period.test(name));
  // a quarter below its months is none of them
  const kindOf = (name: string) => /年|月|季度/.exec(name)?.[0];
  const rows = all.filter(({ name }) => kindOf(name) === kindOf(all[0]!.name));
  if (rows.length < 4) return [];
  const cellsOf = (column: number) =>
    rows.map(
      (row): Cell => ({
        number: row.numbers[column]!,
        text: row.cells[column]!,
        place: cellPlace(row, column),
        name: row.name,
      }),
    );
  const columns = columnsUpTo(table.width);
  const rates = columns.filter(
    (at) => growing.test(headOf(table, at)) && rows.some(({ cells }) => /%$/.test(cells[at]!)),
  );
  const counts = columns.filter((at) => rows.every(({ numbers, cells }) => numbers[at] && !/%$/.test(cells[at]!)));
  return rates.flatMap((rate) => best(counts.map((count) => broken(cellsOf(count), cellsOf(rate)))));
}

/** months beside each other, and a row of 环比 below the values */
function across(table: Table): Finding[] {
  const columns = (table.heads ?? []).flatMap((head, at) => (period.test(head) ? [at] : []));
  if (columns.length < 4) return [];
  const rates = table.rows.filter(
    ({ name, cells }) => growing.test(name) && columns.some((at) => /%$/.test(cells[at]!)),
  );
  const counts = table.rows.filter(({ numbers, cells }) =>
    columns.every((at) => numbers[at] && !/%$/.test(cells[at]!)),
  );
  const cellsOf = (row: (typeof rates)[number]) =>
    columns.map(
      (at): Cell => ({
        number: row.numbers[at]!,
        text: row.cells[at]!,
        place: cellPlace(row, at),
        name: headOf(table, at),
      }),
    );
  return rates.flatMap((rate) => best(counts.map((count) => broken(cellsOf(count), cellsOf(rate)))));
}

const best = (tried: (Finding[] | null)[]): Finding[] => {
  const kept = tried.filter((one) => one !== null);
  return kept.reduce<Finding[]>((top, next, at) => (at === 0 || next.length < top.length ? next : top), []);
};

/** null where too few keep it */
function broken(values: Cell[], rates: Cell[]): Finding[] | null {
  const checks = rates.flatMap((rate, at) => {
    const [now, before] = [values[at]!.number, values[at - 1]?.number];
    if (!rate.number || !now || !before || !isPositive(before.range)) return [];
    const right = times(over(sizeOf(minus(now.range, before.range)), before.range), hundred);
    const sign = now.approximate < before.approximate ? -1 : 1;
    const printed = rate.number;
    const isSigned = printed.approximate < 0 || sign < 0;
    const isWay = !isSigned || Math.sign(printed.approximate) === sign;
    const found = agreement({ ...printed, value: absolute(printed.value), range: sizeOf(printed.range) }, right);
    return [{ rate, now, before, right, isRight: isWay && found !== "off", at }];
  });
  const wrong = checks.filter(({ isRight }) => !isRight);
  if (checks.length < 3 || checks.length - wrong.length < 2 || wrong.length * 3 > checks.length) return null;
  return wrong.map(({ rate, now, before, right, at }) =>
    finding("change", {
      confidence: 0.8,
      places: distinctPlaces([rate.place, values[at]!.place, values[at - 1]!.place]),
      values: [rate.text, now.text, before.text],
      arithmetic: `(${now.text} − ${before.text}) ÷ ${before.text} = ${show(middle(right))}% ≠ ${rate.text}`,
      message: `表中“${rate.name}”由${before.text}到${now.text}，变动应为${show(middle(right))}%，印作${rate.text}。`,
    }),
  );
}
