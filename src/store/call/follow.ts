/** 跟进来电: every signal through the same steps; the end is recorded in the transaction that finds it. */

import type { Instant } from "../../domain/calendar/civil.ts";
import { type CallSignal, endedCall, followSignal, isOver } from "../../domain/call/ongoing.ts";
import type { Refused } from "../../domain/refusal.ts";
import type { Database } from "../database.ts";
import { record } from "../record.ts";
import { dropOngoing, type KeptCall, keepOngoing } from "./ongoing.ts";

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
  const ended = { kind: "callEnded", at: state.endedAt!, by: "system", data: endedCall(state) } as const;
  const events = [{ subject: "call" as const, id: state.id, version: 1, ...ended }];
  await record(db, platform, { events, texts: [], contacts: [] }, at);
  await dropOngoing(db, platform, state.id);
  return state;
}
