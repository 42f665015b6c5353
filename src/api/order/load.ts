/** 取工单 as this viewer may have it. */

import { applyOrder } from "../../domain/order/apply.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import type { Database } from "../../store/database.ts";
import { eventsOf, orderOf } from "../../store/desk/orders.ts";
import { type Sought, seenTogether } from "../seen.ts";
import type { Visit } from "../visit.ts";

export const orderNotFound = refuse("notFound", "没有这件工单，或者不归您看。", "请核对编号。");

export interface Loaded {
  order: OrderState;
  /** 已移交: as it stood then */
  former: boolean;
}

/** A former unit gets the fold of what happened while the matter was its own. */
export async function loadOrder(db: Database, platform: string, id: string): Promise<Loaded | null> {
  const order = await orderOf(db, platform, id);
  if (order) return { order, former: false };
  const events = (await eventsOf(db, platform, id)).filter(({ subject }) => subject === "order");
  if (events.length === 0) return null;
  return { order: events.reduce<OrderState | null>(applyOrder, null)!, former: true };
}

/** 要改的工单: refuses what isn't there, and what has been handed over. */
export async function orderToChange(id: string, { see, platform: { platform } }: Visit): Promise<OrderState | Refused> {
  const loaded = await see((db) => loadOrder(db, platform, id));
  if (!loaded) return orderNotFound;
  if (loaded.former) return refuse("handedOver", "这件工单已移交别的单位。", "移交前的经过可以看，不能改。");
  return loaded.order;
}

/** 要改的多件工单, each as its own visitor may have it, or why he can't. */
export async function ordersToChange(sought: readonly Sought[]): Promise<(OrderState | Refused)[]> {
  const found = await seenTogether<OrderState>("order", sought);
  const all: (OrderState | Refused)[] = [];
  for (const [at, { id, visit }] of sought.entries()) all.push(found[at] ?? (await orderToChange(id, visit)));
  return all;
}
