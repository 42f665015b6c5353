/** 月末留存: the open overdue stock, once the clock has done all that belongs to the month. */
import { monthBounds, previousMonth } from "../domain/calendar/month.ts";
import { earliestClock } from "../store/clock/clock.ts";
import { keepSnapshot, wantsSnapshot } from "../store/clock/snapshot.ts";
import { monthOf } from "../store/question/month.ts";
import { overdueAt } from "../store/question/overdue.ts";
import type { Job } from "./worker.ts";

export const snapshot: Job = {
  name: "snapshot",
  every: 60_000,
  async run({ db, platform, rules, now }) {
    const at = now();
    const inForce = await rules();
    const month = previousMonth(inForce.dateOf(at).slice(0, 7));
    const { until } = monthBounds(month, platform.zone);
    if (!(await wantsSnapshot(db, platform.platform, month, until))) return;
    const earliest = await earliestClock(db, platform.platform);
    if (earliest !== null && earliest < until) return;
    const asked = monthOf(platform, month, inForce.rulebook);
    await db.transaction(async (tx) =>
      keepSnapshot(tx, platform.platform, month, await overdueAt(tx, asked, asked.until), at),
    );
  },
};
