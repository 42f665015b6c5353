/** 跟进来电: every signal through the same steps; the end is recorded in the transaction that finds it. */

import { citizen } from "../../domain/access/role.ts";
import type { Instant } from "../../domain/calendar/civil.ts";
import { applyCall } from "../../domain/call/apply.ts";
import { rateCall } from "../../domain/call/decide.ts";
import {
  type CallRating,
  type CallSignal,
  endedCall,
  followSignal,
  isOver,
  type OngoingCall,
} from "../../domain/call/ongoing.ts";
import type { Id, LedgerEvent } from "../../domain/ledger/event.ts";
import type { Refused } from "../../domain/refusal.ts";
import type { Database } from "../database.ts";
import { openDayAt } from "../leaderDay/plans.ts";
import { record } from "../record.ts";
import { dropOngoing, type KeptCall, keepOngoing } from "./ongoing.ts";

/** The end, and how the caller rated the call. */
function eventsOf(call: OngoingCall, rating: CallRating | null, leaderDay: Id | null): LedgerEvent[] {
  const ended: LedgerEvent = {
    ...{ subject: "call", id: call.id, version: 1, kind: "callEnded" },
    ...{ at: call.endedAt!, by: "system", data: { ...endedCall(call), leaderDay } },
  };
  const rated = rating && rateCall(applyCall(null, ended), rating, citizen, call.endedAt!);
  return [ended, ...(Array.isArray(rated) ? rated : [])];
}

/** 按信号走 inside a transaction: the call as it then stands, or the first refusal. */
export async function followSignals(
  db: Database,
  platform: string,
  { call, script }: KeptCall,
  signals: readonly CallSignal[],
  at: Instant,
): Promise<KeptCall["call"] | Refused> {
  let state = call;
  for (const signal of signals) {
    const next = followSignal(state, signal);
    if ("refused" in next) return next;
    state = next;
  }
  if (!isOver(state)) {
    await keepOngoing(db, platform, { call: state, script });
    return state;
  }
  // whose leader answered it; a missed call was nobody's
  const leaderDay =
    state.answeredAt === null || state.agent === null
      ? null
      : await openDayAt(db, platform, state.agent, state.answeredAt);
  const events = eventsOf(state, signals.at(-1)?.rating ?? null, leaderDay);
  await record(db, platform, { events, texts: [], contacts: [] }, at);
  await dropOngoing(db, platform, state.id);
  return state;
}
