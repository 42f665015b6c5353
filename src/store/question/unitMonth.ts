import type { UnitFollowUpCounts } from "../../domain/measure/counts.ts";
import type { Rating } from "../../domain/rule/rulebook.ts";
import type { Database } from "../database.ts";
import { question } from "./ask.ts";
import { type Period, ratingsOf } from "./requests.ts";
import { sumOf } from "./tally.ts";

const ask = question<{ rating: Rating; followUps: number; validOrders: number; onTime: number }>("./unitMonth.sql");

export type UnitMonth = Pick<
  UnitFollowUpCounts,
  "validOrders" | "onTime" | "satisfied" | "neutral" | "dissatisfied" | "noResponse"
>;

/** 单位本月的回访: on time, and how citizens rated, over what these units led then. */
export async function unitMonth(db: Database, period: Period, units: readonly string[]): Promise<UnitMonth> {
  const rows = await ask(db, { ...period, units: units.join("\u001f") });
  const rated = rows.map((row) => ({ ...row, count: row.followUps }));
  return { validOrders: sumOf(rows, "validOrders"), onTime: sumOf(rows, "onTime"), ...ratingsOf(rated) };
}
