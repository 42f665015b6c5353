import { dispatchBody } from "../../contract/order/actions.ts";
import { orderView } from "../../contract/order/order.ts";
import { requestParams } from "../../contract/request/request.ts";
import type { LedgerEvent } from "../../domain/ledger/event.ts";
import { applyOrder } from "../../domain/order/apply.ts";
import { decide } from "../../domain/order/decide.ts";
import { dispatch } from "../../domain/order/dispatch.ts";
import { lifecycle } from "../../domain/order/lifecycle.ts";
import type { OrderState } from "../../domain/order/order.ts";
import type { Refused } from "../../domain/refusal.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { joining } from "../confluence.ts";
import { operation, type Versioned } from "../operation.ts";
import { requestNotFound } from "../request/load.ts";
import { type Change, save } from "../save.ts";
import { seenTogether } from "../seen.ts";
import { plain } from "../texts.ts";
import { staleVersion } from "../version.ts";
import type { Visit } from "../visit.ts";
import { type View, viewOf } from "./view.ts";

const ofOrder = ({ subject }: LedgerEvent) => subject === "order";
const folded = (events: LedgerEvent[], from: OrderState | null = null) =>
  events.filter(ofOrder).reduce<OrderState | null>(applyOrder, from)!;

interface Dispatch {
  id: string;
  body: typeof dispatchBody._output;
}

interface Dispatched extends Change {
  request: RequestState;
  answer: Versioned<View>;
}

/** 派发 with its assisting units, all or none. */
async function dispatched(
  { body: { assisting, ...to } }: Dispatch,
  request: RequestState | null,
  visit: Visit,
): Promise<Dispatched | Refused> {
  if (!request) return requestNotFound;
  const stale = staleVersion(request, visit);
  if (stale) return stale;
  const rules = await visit.rules();
  const number = await visit.number(visit.db, rules.dateOf(visit.at));
  const [basis, topic] = [to.basis, to.topic].map((line) => line && plain(line)) as [string | null, string | null];
  const events = dispatch({ request, id: visit.newId(), number, ...to, basis, topic }, visit.actor, visit.at, rules);
  if ("refused" in events) return events;
  for (const unit of assisting) {
    const more = decide(folded(events), "assist", { unit }, visit.actor, visit.at, rules);
    if ("refused" in more) return more;
    events.push(...more);
  }
  const order = folded(events);
  const answer = visit.promised({ version: order.version, answer: viewOf(order, rules, visit) });
  return { request, events, answer };
}

/** Different requests' share a transaction. */
const sendOut = joining<Dispatch, Versioned<View>, Dispatched>({
  most: 50,
  about: ({ id }) => id,
  decide: async (batch) => {
    const sought = batch.map(({ asked: { id }, visit }) => ({ id, visit }));
    const requests = await seenTogether<RequestState>("request", sought);
    const outcomes = [];
    for (const [at, { asked, visit }] of batch.entries()) outcomes.push(await dispatched(asked, requests[at]!, visit));
    return outcomes;
  },
  write: async (all, visit) => {
    const requests = all.map(({ request }) => request);
    await save(visit, { events: all.flatMap(({ events }) => events) }, requests);
  },
});

export const dispatchRequest = operation({
  id: "dispatchRequest",
  method: "POST",
  path: "/requests/{id}/dispatch",
  summary: "派发：为诉求建立工单，交主办（和协办）单位",
  tag: "工单",
  permit: lifecycle.dispatch.who,
  params: requestParams,
  body: dispatchBody,
  answer: orderView,
  changes: true,
  repeatable: true,
  handle: ({ params: { id }, body }, visit) => sendOut({ id, body }, visit),
});
