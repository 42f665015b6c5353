import type { Database } from "../database.ts";
import { question } from "./ask.ts";
import type { Period } from "./requests.ts";

const askHours = question<{ hour: number; calls: number }>("./hours.sql");
const askPlaces = question<{ place: string | null; count: number }>("./requestPlaces.sql");

/** 每小时来电 of a day: 24 counts. */
export async function hoursOf(db: Database, period: Period, zone: string): Promise<number[]> {
  const rows = await askHours(db, { ...period, zone });
  const hours = new Array<number>(24).fill(0);
  for (const { hour, calls } of rows) hours[hour] = calls;
  return hours;
}

/** 各地诉求 of a period, the most first. */
export const requestPlaces = (db: Database, period: Period) => askPlaces(db, { ...period });
