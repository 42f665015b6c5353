/** 表中日期: days between two dates of a row that aren't as many as it says, though those of the other rows are. */
import { daysBetween } from "../../../domain/calendar/civil.ts";
import type { Finding } from "../../../domain/finding.ts";
import { columnsUpTo } from "../../read/columns.ts";
import { civil } from "../../read/period.ts";
import type { Reading } from "../../read/reading.ts";
import { headOf, type Row, type Table } from "../../read/table.ts";
import { cellPlace, distinctPlaces, finding } from "../../write.ts";

const full = /^(20\d\d)[/.年-](\d{1,2})[/.月-](\d{1,2})日?$/;
const short = /^(\d{1,2})[/.月-](\d{1,2})日?$/;

/** a date; one without its year is taken as of a year without a leap day */
function dateOf(cell: string): string | null {
  const [, year, month, day] = full.exec(cell) ?? [];
  if (year) return civil(year, month!, day!);
  const [, shortMonth, shortDay] = short.exec(cell) ?? [];
  return shortMonth ? civil(2001, shortMonth, shortDay!) : null;
}

export const dateRow = ({ tables }: Reading): Finding[] =>
  tables.flatMap((table) => {
    const columns = columnsUpTo(table.width);
    const dates = columns.filter(
      (at) => table.rows.filter(({ cells }) => dateOf(cells[at] ?? "")).length * 2 > table.rows.length,
    );
    const counts = columns.filter(
      (at) => table.rows.filter(({ numbers }) => numbers[at]?.step === null).length * 2 > table.rows.length,
    );
    return dates.flatMap((from) =>
      dates
        .filter((to) => to > from)
        .flatMap((to) => counts.flatMap((days) => [0, 1].flatMap((extra) => against(table, from, to, days, extra)))),
    );
  });

function against(table: Table, from: number, to: number, days: number, extra: number): Finding[] {
  const rows = table.rows.flatMap((row) => {
    const [a, b] = [dateOf(row.cells[from]!), dateOf(row.cells[to]!)];
    return a && b && row.numbers[days] ? [{ row, right: daysBetween(a, b) + extra }] : [];
  });
  const wrong = rows.filter(({ row, right }) => row.values[days] !== right);
  if (rows.length < 4 || wrong.length === 0 || wrong.length * 4 > rows.length) return [];
  return wrong.map(({ row, right }) => contradiction(table, row, [from, to, days], right));
}

const contradiction = (table: Table, row: Row, [from, to, days]: [number, number, number], right: number): Finding =>
  finding("impossible", {
    confidence: 0.8,
    places: distinctPlaces([days, from, to].map((column) => cellPlace(row, column))),
    values: [row.cells[days]!, String(right)],
    arithmetic: `${row.cells[from]} 至 ${row.cells[to]} = ${right} 天`,
    message: `表中“${row.name}”由${row.cells[from]}到${row.cells[to]}是${right}天，“${headOf(table, days)}”印作${row.cells[days]}。`,
  });
