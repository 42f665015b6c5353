import { system } from "../access/role.ts";
import type { Instant } from "../calendar/civil.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import { applyOrder } from "./apply.ts";
import { decide } from "./decide.ts";
import { type Due, due } from "./due.ts";
import type { OrderState } from "./order.ts";
import type { Rules } from "./rules.ts";

/** 短信的情形: whether there is anybody to send one, and whether the order's last one really went out. */
export interface SmsStanding {
  gateway: boolean;
  sent: boolean;
}

/** Where nobody sends, nothing is tried; silence after a message that never went out is no answer. Both are left to people. */
const isLeftToPeople = ({ action, input }: Due, { gateway, sent }: SmsStanding): boolean =>
  action === "attemptFollowUp" ? !gateway : action === "concludeFollowUp" && input.channel === "sms" && !sent;

/** 到时的事件: what the clock's actions leave, each decided as the system on what the one before left. */
export function clockEvents(order: OrderState, now: Instant, rules: Rules, sms: SmsStanding): LedgerEvent[] {
  const events: LedgerEvent[] = [];
  let state = order;
  for (const one of due(order, now, rules)) {
    if (isLeftToPeople(one, sms)) continue;
    const { action, input } = one;
    const decided = decide(state, action, input as never, system, now, rules);
    if (!Array.isArray(decided)) continue;
    state = decided.reduce<OrderState>(applyOrder, state);
    events.push(...decided);
  }
  return events;
}
