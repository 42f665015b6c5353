/** 月末留存: the open overdue stock, once the clock has done all that belongs to the month. */
import { addMonths, monthBounds } from "../domain/calendar/month.ts";
import { civilDateOf } from "../domain/calendar/zone.ts";
import type { MonthKey } from "../domain/measure/counts.ts";
import { earliestClock } from "../store/clock/clock.ts";
import { keepSnapshot, snapshotsTaken } from "../store/clock/snapshot.ts";
import { monthOf } from "../store/question/month.ts";
import { overdueAt } from "../store/question/overdue.ts";
import type { Job, Worker } from "./worker.ts";

/** 缺的月份 that are over, since the platform is here, the first first: also those in which nobody ran the program. */
async function missing({ db, platform: { platform, zone }, now }: Worker): Promise<MonthKey[]> {
  const { since, months } = await snapshotsTaken(db, platform);
  const monthAt = (at: number) => civilDateOf(at, zone).slice(0, 7);
  const present = monthAt(now());
  const wanted: MonthKey[] = [];
  for (let month = monthAt(since); month < present; month = addMonths(month, 1))
    if (!months.has(month)) wanted.push(month);
  return wanted;
}

export const snapshot: Job = {
  name: "snapshot",
  every: 60_000,
  async run(worker, signal) {
    const { db, platform, rules, now } = worker;
    for (const month of await missing(worker)) {
      const earliest = await earliestClock(db, platform.platform);
      if (signal.aborted || (earliest !== null && earliest < monthBounds(month, platform.zone).until)) return;
      const asked = monthOf(platform, month, (await rules()).rulebook);
      await db.transaction(async (tx) =>
        keepSnapshot(tx, platform.platform, month, await overdueAt(tx, asked, asked.until), now()),
      );
    }
  },
};
