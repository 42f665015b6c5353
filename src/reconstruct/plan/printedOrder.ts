import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { CastUnit } from "./cast.ts";
import { type Descending, inPrintedOrder, likeliest, neighbours, reorder } from "./configured.ts";

/** Lists of units in descending order of something, with what is printed of it. */
function lists(file: FiguresFile, codeOf: (name: string) => string): Descending[] {
  const list = (rows: { unit?: string; size?: number | null }[], least: number): Descending => ({
    names: rows.map((row) => codeOf(row.unit as string)),
    values: rows.map((row) => row.size),
    least,
  });
  const overdue = (file.openOverdue?.byUnit ?? []).map(({ unit, count }) => ({ unit, size: count }));
  const groups = (file.appendix1?.groups ?? []).map(({ rows }) =>
    (rows ?? []).map(({ unit, validOrders, followUps }) => ({ unit, size: validOrders ?? followUps })),
  );
  const five = (file.unitsTop3 ?? []).map(({ unit }) => ({ unit }));
  return [list(overdue, 1), list(five, 1), ...groups.map((rows) => list(rows, 0))];
}

/**
 * Lists are printed in descending order, ties in configured order: units are configured so that what is printed can be so;
 * the five with most orders before all others, else as the rulebook has them.
 */
export function keepPrintedOrder(units: CastUnit[], file: FiguresFile, codeOf: (name: string) => string) {
  const five = new Set((file.unitsTop3 ?? []).map((row) => codeOf(row.unit as string)));
  const all = lists(file, codeOf);
  const usual = units.toSorted((a, b) => Number(five.has(b.code)) - Number(five.has(a.code)) || a.order - b.order);
  const told = [...all.flatMap((list) => neighbours(list).sure), ...likeliest(all)];
  const names = inPrintedOrder(
    usual.map(({ code }) => code),
    told,
  );
  reorder(new Map(units.map((one) => [one.code, one])), names);
}
