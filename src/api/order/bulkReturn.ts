/** 批量退单: many work orders returned by one act, and ruled on by one approval. */
import { z } from "zod";
import { bulkResult, bulkReturnBody, bulkRulingBody } from "../../contract/order/actions.ts";
import { id } from "../../contract/value.ts";
import type { EventData, FreeText, LedgerEvent } from "../../domain/ledger/event.ts";
import { decide } from "../../domain/order/decide.ts";
import { lifecycle } from "../../domain/order/lifecycle.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { ordersInBulk } from "../../store/desk/orders.ts";
import { operation } from "../operation.ts";
import { save } from "../save.ts";
import { plain } from "../texts.ts";
import type { Visit } from "../visit.ts";
import { ordersToChange } from "./load.ts";

/** One act: the first refusal refuses it all, and says which order it was. */
async function decideEach(ids: readonly string[], visit: Visit, act: (order: OrderState) => LedgerEvent[] | Refused) {
  const orders: OrderState[] = [];
  const events: LedgerEvent[] = [];
  for (const order of await ordersToChange(ids.toSorted().map((id) => ({ id, visit })))) {
    if ("refused" in order) return order;
    const left = act(order);
    if ("refused" in left) return { ...left, sentence: `工单 ${order.number}：${left.sentence}` };
    orders.push(order);
    events.push(...left);
  }
  return { orders, events };
}

const isLate = ({ kind, data }: LedgerEvent) =>
  kind === "returnRequested" && (data as EventData["returnRequested"]).late;

export const bulkReturn = operation({
  id: "bulkReturn",
  method: "POST",
  path: "/bulk-returns",
  summary: "批量退单申请：一次退回多件工单",
  tag: "工单",
  permit: lifecycle.requestReturn.who,
  body: bulkReturnBody,
  answer: bulkResult,
  writes: true,
  handle: async ({ body: { orders, reason, text } }, visit) => {
    const rules = await visit.rules();
    const bulk = visit.newId();
    const texts: FreeText[] = [];
    const said = () => {
      const words = { id: visit.newId(), text };
      texts.push(words);
      return words.id;
    };
    const decided = await decideEach([...new Set(orders)], visit, (order) =>
      decide(order, "requestReturn", { reason: plain(reason), text: said(), bulk }, visit.actor, visit.at, rules),
    );
    if ("refused" in decided) return decided;
    const { events } = decided;
    await save(visit, { events, texts }, decided.orders);
    const done = events.filter(({ kind }) => kind === "returnRequested").length;
    return { bulk, done, late: events.filter(isLate).length };
  },
});

export const ruleOnBulkReturn = operation({
  id: "ruleOnBulkReturn",
  method: "POST",
  path: "/bulk-returns/{id}/ruling",
  summary: "批量退单的裁定：一次同意或者驳回",
  tag: "工单",
  permit: lifecycle.acceptReturn.who,
  params: z.object({ id }),
  body: bulkRulingBody,
  answer: bulkResult,
  writes: true,
  handle: async ({ params: { id: bulk }, body: { ruling, text } }, visit) => {
    const rules = await visit.rules();
    const ids = await visit.see((db) => ordersInBulk(db, visit.platform.platform, bulk));
    if (ids.length === 0) return refuse("notFound", "没有这批退单，或者已经裁定。", "请看最新情况。");
    const texts: FreeText[] = [];
    const decided = await decideEach(ids, visit, (order) => {
      const words = { id: visit.newId(), text };
      texts.push(words);
      return ruling === "accepted"
        ? decide(order, "acceptReturn", { to: null, text: words.id }, visit.actor, visit.at, rules)
        : decide(order, "rejectReturn", { text: words.id }, visit.actor, visit.at, rules);
    });
    if ("refused" in decided) return decided;
    await save(visit, { events: decided.events, texts }, decided.orders);
    return { bulk, done: ids.length, late: 0 };
  },
});
