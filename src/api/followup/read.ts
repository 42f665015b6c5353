import { followUpView } from "../../contract/followup/followUp.ts";
import { orderParams } from "../../contract/order/order.ts";
import { roundOf } from "../../domain/order/stage.ts";
import { orderOf } from "../../store/desk/orders.ts";
import { followUpMessages } from "../../store/notice/followUpMessages.ts";
import { operation } from "../operation.ts";
import { orderNotFound } from "../order/load.ts";
import { iso, isoOrNull } from "../time.ts";

/** 一件的回访: how it is to be asked, how often it was, and what became of the messages. */
export const readFollowUp = operation({
  id: "readFollowUp",
  method: "GET",
  path: "/orders/{id}/follow-up",
  summary: "一件工单的回访：方式、试过几次、评价短信到了没有",
  tag: "回访",
  permit: ["followUp", "dispatcher", "supervisor", "office"],
  params: orderParams,
  answer: followUpView,
  handle: async ({ params: { id } }, visit) => {
    const { platform } = visit.platform;
    const order = await visit.see((db) => orderOf(db, platform, id));
    if (!order) return orderNotFound;
    const rules = await visit.rules();
    const { resolvedAt } = roundOf(order);
    const { channel, attempts } = rules.followUpMode(visit.at);
    const messages = await followUpMessages(visit.db, platform, id);
    return {
      // where nobody sends, one phones
      mode: visit.gateway ? channel : "phone",
      most: attempts,
      resolvedAt: isoOrNull(resolvedAt),
      dueAt: resolvedAt === null ? null : iso(rules.end(rules.limit("followUp", resolvedAt), resolvedAt).instant),
      attempts: order.followUpAttempts.map((one) => ({ ...one, at: iso(one.at) })),
      messages: messages.map((one) => ({ ...one, at: iso(one.at), sentAt: isoOrNull(one.sentAt) })),
    };
  },
});
