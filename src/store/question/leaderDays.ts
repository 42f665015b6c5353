import { grouped } from "../../domain/grouped.ts";
import type { LeaderDayCounts } from "../../domain/measure/counts.ts";
import type { Database } from "../database.ts";
import { question } from "./ask.ts";
import { sumOf } from "./tally.ts";

interface Subject {
  day: string;
  category: string;
  count: number;
  settled: number;
  dispatched: number;
}

const askDays = question<{ id: string; date: string; unit: string; calls: number }>("./leaderDays.sql");
const askRequests = question<Subject>("./leaderDayRequests.sql");

export interface HeldDay extends LeaderDayCounts {
  id: string;
}

interface AskedDays {
  platform: string;
  until: string;
  first_day: string;
  last_day: string;
}

/** 领导接听日 held between two civil dates, with what the calls were about. */
export async function heldDays(db: Database, { ...asked }: AskedDays): Promise<HeldDay[]> {
  const subjects = grouped(await askRequests(db, asked), (row) => row.day);
  return (await askDays(db, asked)).map((day) => {
    const of = subjects.get(day.id) ?? [];
    return {
      ...day,
      settledOnTheSpot: sumOf(of, "settled"),
      dispatched: sumOf(of, "dispatched"),
      subjects: of.map(({ category, count }) => ({ category, count })),
    };
  });
}

/** The same as a report counts them. */
export const leaderDays = async (db: Database, asked: AskedDays): Promise<LeaderDayCounts[]> =>
  (await heldDays(db, asked)).map(({ id: _, ...day }) => day);
