/** 工作清单: what the desks' lists say of a work order; derived from its state, nothing more. */
import type { Instant } from "../calendar/civil.ts";
import type { OrderState } from "./order.ts";
import { lastStepAt, leadOf, type Stage, stageOf } from "./stage.ts";

export interface WorklistRow {
  order: string;
  request: string;
  number: string;
  stage: Stage;
  lead: string;
  category: string;
  urgent: boolean;
  supervision: OrderState["supervision"];
  dispatchedAt: Instant;
  /** of the lead's clock, or of the reopened round's */
  dueAt: Instant | null;
  movedAt: Instant;
}

/** 清单上的一行 */
export function worklistRow(order: OrderState): WorklistRow {
  const lead = leadOf(order);
  const { id, request, number, category, urgent, supervision, dispatchedAt } = order;
  const dueAt = order.reopenedAt === null ? lead.dueAt : order.reopenDueAt;
  const at = { dispatchedAt, dueAt, movedAt: lastStepAt(order) };
  return { order: id, request, number, stage: stageOf(order), lead: lead.unit, category, urgent, supervision, ...at };
}

/** 经手单位 of an order; `seenUntil`: null while it has a part in it, else when its last part ended. */
export interface OrderUnit {
  order: string;
  request: string;
  unit: string;
  seenUntil: Instant | null;
}

/** 经手的单位: leads, assisting and sub-units, each once. */
export function orderUnits({ id, request, assignments }: OrderState): OrderUnit[] {
  const units = new Map<string, OrderUnit>();
  for (const { unit, subUnit, endedAt } of assignments)
    for (const one of subUnit === null ? [unit] : [unit, subUnit]) {
      const known = units.get(one);
      const seenUntil =
        endedAt === null || known?.seenUntil === null ? null : Math.max(endedAt, known?.seenUntil ?? endedAt);
      units.set(one, { order: id, request, unit: one, seenUntil });
    }
  return [...units.values()];
}
