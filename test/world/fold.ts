/** 折叠成状态: events in memory, as the database would hold them; for tests that need no database. */
import { applyCall } from "../../src/domain/call/apply.ts";
import type { CallState } from "../../src/domain/call/call.ts";
import { applyCountyMonth, applyLeaderDay, applyMysteryCall } from "../../src/domain/county/apply.ts";
import type { CountyMonthState, LeaderDayState, MysteryCallState } from "../../src/domain/county/county.ts";
import type { LedgerEvent, RecordBatch, Subject } from "../../src/domain/ledger/event.ts";
import { applyOrder } from "../../src/domain/order/apply.ts";
import type { OrderState } from "../../src/domain/order/order.ts";
import { applyRequest } from "../../src/domain/request/apply.ts";
import type { RequestState } from "../../src/domain/request/request.ts";

export interface States {
  call: Map<string, CallState>;
  request: Map<string, RequestState>;
  order: Map<string, OrderState>;
  countyMonth: Map<string, CountyMonthState>;
  mysteryCall: Map<string, MysteryCallState>;
  leaderDay: Map<string, LeaderDayState>;
}

const apply = {
  call: applyCall,
  request: applyRequest,
  order: applyOrder,
  countyMonth: applyCountyMonth,
  mysteryCall: applyMysteryCall,
  leaderDay: applyLeaderDay,
} as { [S in Subject]: (state: unknown, event: LedgerEvent) => unknown };

export function foldAll(batches: Iterable<RecordBatch>): States {
  const states = {} as { [S in Subject]: Map<string, unknown> };
  for (const subject of Object.keys(apply) as Subject[]) states[subject] = new Map();
  for (const { events } of batches)
    for (const event of events) {
      const kept = states[event.subject].get(event.id) as { version: number } | undefined;
      if (event.version !== (kept?.version ?? 0) + 1)
        throw new Error(`${event.subject} ${event.kind}: version ${event.version}`);
      states[event.subject].set(event.id, apply[event.subject](kept ?? null, event));
    }
  return states as unknown as States;
}
