import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { CastUnit } from "./cast.ts";
import { inPrintedOrder, reorder } from "./configured.ts";

type Listed = { code: string; size: number | null | undefined };

/** Lists of units in descending order of something, with what is printed of it. */
function lists(file: FiguresFile, codeOf: (name: string) => string): Listed[][] {
  const named = (rows: { unit?: string; size?: number | null }[]) =>
    rows.map((row): Listed => ({ code: codeOf(row.unit as string), size: row.size }));
  const groups = file.appendix1?.groups ?? [];
  return [
    named((file.openOverdue?.byUnit ?? []).map(({ unit, count }) => ({ unit, size: count }))),
    named((file.unitsTop3 ?? []).map(({ unit }) => ({ unit }))),
    ...groups.map(({ rows }) =>
      named((rows ?? []).map(({ unit, validOrders, followUps }) => ({ unit, size: validOrders ?? followUps }))),
    ),
  ];
}

/** Neighbours in print of which the first is ahead by its configured order: surely (equal), or perhaps (not both printed). */
function pairs(list: Listed[], sure: boolean): [string, string][] {
  return list.slice(1).flatMap((row, at): [string, string][] => {
    const before = list[at] as Listed;
    const known = typeof row.size === "number" && typeof before.size === "number";
    return (sure ? known && row.size === before.size : !known) ? [[before.code, row.code]] : [];
  });
}

/**
 * Lists are printed in descending order, ties in configured order: units are configured so that what is printed can be so;
 * the five with most orders before all others, else as the rulebook has them.
 */
export function keepPrintedOrder(units: CastUnit[], file: FiguresFile, codeOf: (name: string) => string) {
  const five = new Set((file.unitsTop3 ?? []).map((row) => codeOf(row.unit as string)));
  const all = lists(file, codeOf);
  const usual = units.toSorted((a, b) => Number(five.has(b.code)) - Number(five.has(a.code)) || a.order - b.order);
  const told = [true, false].flatMap((sure) => all.flatMap((list) => pairs(list, sure)));
  const names = inPrintedOrder(
    usual.map(({ code }) => code),
    told,
  );
  reorder(new Map(units.map((one) => [one.code, one])), names);
}
