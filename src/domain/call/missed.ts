/** 未接来电: who is told that somebody is to be phoned back, and whom it is told when nobody did in time. */

import type { Instant } from "../calendar/civil.ts";
import type { Recipient } from "../notice/notice.ts";
import { dayAndTime } from "../order/clockWords.ts";
import type { Rules } from "../order/rules.ts";
import type { CallState } from "./call.ts";
import { callbackBy, owesCallback } from "./decide.ts";

export interface MissedNotice {
  to: Exclude<Recipient, "citizen">;
  sentence: string;
  /** 0: to be phoned back; 1: not done in time */
  ordinal: 0 | 1;
}

/** 未接来电的通知 that are due by now; none once the caller was reached, or tried as often as the rule asks. */
export function missedNotices(call: CallState, now: Instant, rules: Rules): MissedNotice[] {
  if (!owesCallback(call, rules)) return [];
  const [ended, by] = [dayAndTime(call.endedAt, rules.zone), callbackBy(call, rules)];
  const missed: MissedNotice = {
    to: { role: "agent" },
    sentence: `${ended} 有未接来电，请在 ${dayAndTime(by, rules.zone)} 前回拨。`,
    ordinal: 0,
  };
  if (now < by) return [missed];
  return [missed, { to: { role: "supervisor" }, sentence: `${ended} 的未接来电超过期限仍未回拨。`, ordinal: 1 }];
}
