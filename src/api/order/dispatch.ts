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
import { requestOf } from "../../store/desk/requests.ts";
import { operation } from "../operation.ts";
import { requestNotFound } from "../request/load.ts";
import { save } from "../save.ts";
import { plain } from "../texts.ts";
import { staleVersion } from "../version.ts";
import type { Visit } from "../visit.ts";
import { viewOf } from "./view.ts";

const ofOrder = ({ subject }: LedgerEvent) => subject === "order";
const folded = (events: LedgerEvent[], from: OrderState | null = null) =>
  events.filter(ofOrder).reduce<OrderState | null>(applyOrder, from)!;

/** 派发 with its assisting units, all or none. */
async function dispatched(
  request: NonNullable<Awaited<ReturnType<typeof requestOf>>>,
  { assisting, ...to }: typeof dispatchBody._output,
  visit: Visit,
): Promise<LedgerEvent[] | Refused> {
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
  return events;
}

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
  writes: true,
  handle: async ({ params: { id }, body }, visit) => {
    const request = await visit.see((db) => requestOf(db, visit.platform.platform, id));
    if (!request) return requestNotFound;
    const events = staleVersion(request, visit) ?? (await dispatched(request, body, visit));
    if ("refused" in events) return events;
    await save(visit, { events }, [request]);
    const order = folded(events);
    return { version: order.version, answer: viewOf(order, await visit.rules(), visit) };
  },
});
