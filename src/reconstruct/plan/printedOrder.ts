import type { Appendix1Counts, FiguresFile } from "../../domain/measure/figures.ts";
import type { CastUnit } from "./cast.ts";
import { type Descending, inPrintedOrder, likeliest, neighbours, rangeOf, reorder } from "./configured.ts";

type Row = Partial<Appendix1Counts<number | null>>;
type Range = Descending["ranges"][number];

/** What a count and its rate, both printed, say of the whole. */
function wholeOf(part: number | null | undefined, rate: number | null | undefined): Range {
  const least = part ?? 0;
  if (typeof part !== "number" || typeof rate !== "number" || part === 0) return rangeOf(undefined, least);
  const scaled = Math.round(rate * 100);
  const from = Math.ceil((20000 * part) / (2 * scaled + 1));
  return { least: Math.max(least, from), most: Math.floor((20000 * part) / Math.max(1, 2 * scaled - 1)) };
}

/** How many valid work orders a row of appendix 1 has, by all that it prints. */
function sizeOf(row: Row): Range {
  const size = row.validOrders ?? row.followUps;
  if (typeof size === "number") return rangeOf(size, 0);
  const ratings = [row.satisfied, row.neutral, row.noResponse, row.dissatisfied];
  const rated = ratings.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const told = ratings.every((count) => typeof count === "number");
  const parts = [
    told ? rangeOf(rated, 0) : rangeOf(undefined, rated),
    wholeOf(row.onTime, row.onTimeRate),
    wholeOf(row.informed, row.informedRate),
  ];
  const most = Math.min(...parts.map((part) => part.most));
  return { least: Math.min(most, Math.max(...parts.map((part) => part.least))), most };
}

/** Lists of units in descending order of something, with what is known of it. */
function lists(file: FiguresFile, codeOf: (name: string) => string): Descending[] {
  const list = <R extends { unit?: string }>(rows: R[] | undefined, rangeOfRow: (row: R) => Range): Descending => ({
    names: (rows ?? []).map((row) => codeOf(row.unit as string)),
    ranges: (rows ?? []).map(rangeOfRow),
  });
  return [
    list(file.openOverdue?.byUnit, ({ count, topics }) => rangeOf(count, Math.max(1, topics?.length ?? 0))),
    list(file.unitsTop3, () => rangeOf(undefined, 1)),
    ...(file.appendix1?.groups ?? []).map(({ rows }) => list(rows as (Row & { unit?: string })[] | undefined, sizeOf)),
  ];
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
