import { orderParams, orderView } from "../../contract/order/order.ts";
import { operation } from "../operation.ts";
import { loadOrder, orderNotFound } from "./load.ts";
import { viewOf } from "./view.ts";

export const readOrder = operation({
  id: "readOrder",
  method: "GET",
  path: "/orders/{id}",
  summary: "一件工单：办理情况、时钟、能做什么",
  tag: "工单",
  permit: "signedIn",
  params: orderParams,
  answer: orderView,
  handle: async ({ params: { id } }, visit) => {
    const rules = await visit.rules();
    const loaded = await visit.see((db) => loadOrder(db, visit.platform.platform, id));
    if (!loaded) return orderNotFound;
    return { version: loaded.order.version, answer: viewOf(loaded.order, rules, visit, loaded.former) };
  },
});
