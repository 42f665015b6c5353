import { system } from "../access/role.ts";
import type { Instant } from "../calendar/civil.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import { applyOrder } from "./apply.ts";
import { decide } from "./decide.ts";
import { due } from "./due.ts";
import type { OrderState } from "./order.ts";
import type { Rules } from "./rules.ts";

/** 到时的事件: what the clock's actions leave, each decided as the system on what the one before left. */
export function clockEvents(order: OrderState, now: Instant, rules: Rules): LedgerEvent[] {
  const events: LedgerEvent[] = [];
  let state = order;
  for (const { action, input } of due(order, now, rules)) {
    const decided = decide(state, action, input as never, system, now, rules);
    if (!Array.isArray(decided)) continue;
    state = decided.reduce<OrderState>(applyOrder, state);
    events.push(...decided);
  }
  return events;
}
