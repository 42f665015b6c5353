/** 回拨提醒: tells the front desk of every missed call, and the supervisor of those that nobody phoned back in time. */
import type { Instant } from "../domain/calendar/civil.ts";
import { missedNotices } from "../domain/call/missed.ts";
import { recipientKey } from "../domain/notice/notice.ts";
import type { Rules } from "../domain/order/rules.ts";
import { type MissedCall, missedSince } from "../store/clock/missedCalls.ts";
import { addNotices, type NewNotice } from "../store/notice/notices.ts";
import type { Job, Worker } from "./worker.ts";

const LOOKED_BACK = 14 * 86_400_000;
const PAGE = 2000;

/** 还没说的, in their order; what was told isn't offered again. */
const untold = ({ call, told }: MissedCall, at: Instant, rules: Rules, newId: Worker["newId"]): NewNotice[] =>
  missedNotices(call, at, rules)
    .slice(told)
    .map(({ to, sentence, ordinal }) => ({
      id: newId(),
      recipient: recipientKey(to),
      sentence,
      subject: "call",
      subjectId: call.id,
      // of its end, however often it was phoned back since
      version: 1,
      ordinal,
      at,
    }));

export const callbacks: Job = {
  name: "callbacks",
  every: 30_000,
  async run({ db, platform: { platform }, rules, now, newId, tells }, signal) {
    const at = now();
    // old ones that nobody reached stay to be looked at: all are, so that they don't hide those that came after
    for (let after: MissedCall["call"] | undefined; !signal.aborted; ) {
      const page: MissedCall[] = await missedSince(db, platform, at - LOOKED_BACK, after ?? null, PAGE);
      if (page.length === 0) return;
      const inForce = await rules();
      const told = page.flatMap((one) => untold(one, at, inForce, newId));
      (await addNotices(db, platform, told)).forEach(tells);
      if (page.length < PAGE) return;
      after = page.at(-1)!.call;
    }
  },
};
