import { grouped } from "../../domain/grouped.ts";
import type { MonthCounts, UnitFollowUpCounts } from "../../domain/measure/counts.ts";
import type { Rating } from "../../domain/rule/rulebook.ts";
import type { Database } from "../database.ts";
import { question } from "./ask.ts";
import { type Period, ratingsOf } from "./requests.ts";
import { mostFirst, sumOf, tally } from "./tally.ts";

const added = [
  "followUps",
  "validOrders",
  "onTime",
  "informed",
  "returnsRequested",
  "returnsAccepted",
  "returnsRejected",
  "returnsLate",
] as const;

type Row = Record<(typeof added)[number], number> & {
  unit: string;
  category: string;
  channel: "sms" | "phone";
  rating: Rating;
};

const ask = question<Row>("./followedUp.sql");

const counted = (rows: readonly Row[]) => rows.map((row) => ({ ...row, count: row.followUps }));

function unitRow(unit: string, rows: Row[]): UnitFollowUpCounts {
  const sums = Object.fromEntries(added.map((key) => [key, sumOf(rows, key)])) as Record<
    (typeof added)[number],
    number
  >;
  return { unit, ...sums, ...ratingsOf(counted(rows)) };
}

/** 回访计数: everything counted over the work orders whose first follow-up was concluded in the period. */
export async function followedUp(
  db: Database,
  period: Period,
): Promise<Pick<MonthCounts, "units" | "dissatisfied" | "followUpChannels">> {
  const rows = await ask(db, { ...period });
  const bad = counted(rows.filter((row) => row.rating === "dissatisfied"));
  return {
    units: [...grouped(rows, (row) => row.unit)].map(([unit, of]) => unitRow(unit, of)),
    dissatisfied: tally(bad, ({ category }) => ({ category })),
    followUpChannels: mostFirst(tally(counted(rows), ({ channel }) => ({ channel }))),
  };
}
