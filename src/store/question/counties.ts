import type { CountyMonthState, MysteryCallState } from "../../domain/county/county.ts";
import type { CountyCounts, MonthKey, MysteryCallSheet } from "../../domain/measure/counts.ts";
import type { Database } from "../database.ts";
import { countyMonthLayout, fromRow, mysteryCallLayout } from "../row.ts";
import { question } from "./ask.ts";
import type { Period } from "./requests.ts";

const askMysteryCalls = question<Record<string, unknown>>("./mysteryCalls.sql");

const delivered = (state: CountyMonthState): CountyCounts => {
  const { offered, answered, firstContact, onTime, followUp, satisfaction, accuracy } = state;
  return { platform: state.county, offered, answered, firstContact, onTime, followUp, satisfaction, accuracy };
};

const sheet = ({ id: _, version: __, calledAt: ___, county, ...points }: MysteryCallState) => ({
  platform: county,
  ...points,
});

/** 县级平台月报 of the month as delivered. */
export async function countyMonths(db: Database, platform: string, month: MonthKey): Promise<CountyCounts[]> {
  const rows = await db.kysely
    .selectFrom("county_month")
    .selectAll()
    .where("platform", "=", platform)
    .where("month", "=", month)
    .orderBy("county")
    .execute();
  return rows.map((row) => delivered(fromRow(countyMonthLayout, { ...row })));
}

/** 拨测: the sheets of the calls made in the period. */
export async function mysteryCalls(db: Database, period: Period): Promise<MysteryCallSheet[]> {
  const rows = await askMysteryCalls(db, { ...period });
  return rows.map((row) => sheet(fromRow(mysteryCallLayout, row)));
}
