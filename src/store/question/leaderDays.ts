import type { LeaderDayCounts } from "../../domain/measure/counts.ts";
import type { Database } from "../database.ts";
import { grouped } from "../grouped.ts";
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

/** 领导接听日 held between two civil dates, with what the calls were about. */
export async function leaderDays(
  db: Database,
  asked: { platform: string; until: string; first_day: string; last_day: string },
): Promise<LeaderDayCounts[]> {
  const subjects = grouped(await askRequests(db, asked), (row) => row.day);
  return (await askDays(db, asked)).map(({ id, ...day }) => {
    const of = subjects.get(id) ?? [];
    return {
      ...day,
      settledOnTheSpot: sumOf(of, "settled"),
      dispatched: sumOf(of, "dispatched"),
      subjects: of.map(({ category, count }) => ({ category, count })),
    };
  });
}
