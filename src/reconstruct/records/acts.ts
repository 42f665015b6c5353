/**
 * 办理的步骤: every step of a reconstructed history is decided as anybody's would be. A refusal here is a bug of the plan's
 * timing, so it throws.
 */
import { type Actor, type Role, system } from "../../domain/access/role.ts";
import type { Instant } from "../../domain/calendar/civil.ts";
import type { EventData, Id, LedgerEvent } from "../../domain/ledger/event.ts";
import type { Action, ActionInput } from "../../domain/order/action.ts";
import { applyOrder } from "../../domain/order/apply.ts";
import { decide } from "../../domain/order/decide.ts";
import type { OrderState } from "../../domain/order/order.ts";
import type { Refused } from "../../domain/refusal.ts";
import { applyRequest } from "../../domain/request/apply.ts";
import { accept, decideRequest } from "../../domain/request/decide.ts";
import type { RequestAction, RequestInput } from "../../domain/request/lifecycle.ts";
import type { RequestState } from "../../domain/request/request.ts";
import type { Desk } from "./desk.ts";

/** 行事的人 as the ledger notes them: 'unit:u09', 'dispatcher:3', 'system'. */
export function actor(by: string): Actor {
  if (by === "system") return system;
  const [role, name] = by.split(":") as [string, string | undefined];
  return role === "unit" ? { role: "liaison", by, unit: name! } : { role: role as Role, by, unit: null };
}

function granted(what: string, answer: LedgerEvent[] | Refused): LedgerEvent[] {
  if (Array.isArray(answer)) return answer;
  throw new Error(`${what}: ${answer.refused} ${answer.sentence}`);
}

export interface OrderActs {
  state(): OrderState;
  act<A extends Exclude<Action, "dispatch">>(action: A, at: Instant, by: string, input: ActionInput[A]): void;
}

/** 工单的步骤, from where it stands on. */
export function orderActs(desk: Desk, since: OrderState): OrderActs {
  let order = since;
  const write = (event: LedgerEvent) => {
    desk.batch.events.push(event);
    order = applyOrder(order, event);
  };
  return {
    state: () => order,
    act: (action, at, by, input) =>
      granted(action, decide(order, action, input, actor(by), at, desk.rules)).forEach(write),
  };
}

export interface RequestActs {
  state(): RequestState;
  act<A extends Exclude<RequestAction, "dispatch">>(action: A, at: Instant, by: string, input: RequestInput[A]): void;
}

/** 诉求的步骤, from its acceptance on. */
export function requestActs(
  desk: Desk,
  id: Id,
  at: Instant,
  by: string,
  data: EventData["requestAccepted"],
): RequestActs {
  const [first] = granted("accept", accept(id, data, actor(by), at));
  desk.batch.events.push(first!);
  let request = applyRequest(null, first!);
  return {
    state: () => request,
    act: (action, when, who, input) => {
      const events = granted(action, decideRequest({ request, order: null }, action, input, actor(who), when));
      desk.batch.events.push(...events);
      request = events.reduce<RequestState>(applyRequest, request);
    },
  };
}

/** 派发的步骤: both events that `dispatch` leaves, written. */
export function written(desk: Desk, answer: LedgerEvent[] | Refused): LedgerEvent[] {
  const events = granted("dispatch", answer);
  desk.batch.events.push(...events);
  return events;
}
