import { percent } from "../../domain/measure/exact.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { hundredths } from "./leaves.ts";

type Groups = NonNullable<NonNullable<FiguresFile["appendix1"]>["groups"]>;
type Row = NonNullable<Groups[number]["rows"]>[number];
type Dispatched = NonNullable<NonNullable<NonNullable<FiguresFile["appendix2"]>["rows"]>[number]["dispatched"]>;
type Printed = number | null | undefined;

const isNumber = (value: Printed): value is number => typeof value === "number";

/** A rate that the row prints, or that its counts give; undefined where neither is there. */
function rateOf(rate: Printed, part: Printed, whole: Printed): number | undefined {
  if (isNumber(rate)) return hundredths(rate);
  return isNumber(part) && isNumber(whole) && whole > 0 ? (percent(part, whole) ?? undefined) : undefined;
}

/** How many of the scored rates the row of appendix 1 has too; null where one differs. */
function agreement(row: Row, scored: Dispatched): number | null {
  const whole = row.followUps ?? row.validOrders;
  const pairs: [Printed, number | undefined][] = [
    [scored.onTime?.[0], rateOf(row.onTimeRate, row.onTime, whole)],
    [scored.informed?.[0], rateOf(row.informedRate, row.informed, whole)],
    [scored.satisfaction?.[0], rateOf(row.satisfactionRate, undefined, undefined)],
  ];
  const both = pairs.filter(([said, known]) => isNumber(said) && known !== undefined);
  return both.every(([said, known]) => hundredths(said as number) === known) ? both.length : null;
}

/**
 * 县级平台在附件1的哪一行: where no name tells, the row of a unit not yet spoken for whose rates are the platform's scored
 * ones, in the first groups rather than the last; null where every row has others.
 */
export function rowOfCounty(
  file: FiguresFile,
  scored: Dispatched,
  isFree: (group: number, at: number) => boolean,
): { group: number; at: number } | null {
  // of a unit without follow-ups, which needs no row
  if ([scored.onTime, scored.informed].some((pair) => pair?.[0] === null)) return null;
  const rows = (file.appendix1?.groups ?? []).flatMap(({ rows: own }, group) =>
    (own ?? []).map((row, at) => ({ group, at, agrees: isFree(group, at) ? agreement(row, scored) : null })),
  );
  const fitting = rows.filter((row): row is typeof row & { agrees: number } => row.agrees !== null);
  return fitting.toSorted((a, b) => b.agrees - a.agrees || a.group - b.group)[0] ?? null;
}
