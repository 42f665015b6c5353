/** 回拨提醒: tells the front desk of every missed call, and the supervisor of those that nobody phoned back in time. */
import { missedNotices } from "../domain/call/missed.ts";
import { recipientKey } from "../domain/notice/notice.ts";
import { missedSince } from "../store/clock/missedCalls.ts";
import { addNotices } from "../store/notice/notices.ts";
import type { Job } from "./worker.ts";

const LOOKED_BACK = 14 * 86_400_000;
const MOST = 2000;

export const callbacks: Job = {
  name: "callbacks",
  every: 30_000,
  async run({ db, platform: { platform }, rules, now, newId, tells }) {
    const at = now();
    const calls = await missedSince(db, platform, at - LOOKED_BACK, MOST);
    if (calls.length === 0) return;
    const inForce = await rules();
    const told = calls.flatMap((call) =>
      missedNotices(call, at, inForce).map(({ to, sentence, ordinal }) => ({
        id: newId(),
        recipient: recipientKey(to),
        sentence,
        subject: "call",
        subjectId: call.id,
        // of its end, however often it was phoned back since
        version: 1,
        ordinal,
        at,
      })),
    );
    (await addNotices(db, platform, told)).forEach(tells);
  },
};
