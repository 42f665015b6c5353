/** 工作清单: what the desks' lists say of a work order; derived from its state, nothing more. */
import type { Instant } from "../calendar/civil.ts";
import { lifecycle } from "./lifecycle.ts";
import type { OrderState, RunningLimit } from "./order.ts";
import { lastStepAt, leadOf, pendingExtension, pendingReturn, roundOf, type Stage, stageOf } from "./stage.ts";
import { type Cause, causeOf, turnOf, type UnitTask, unitTask } from "./unitTask.ts";

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
  /** 延期待批 */
  extensionPending: boolean;
  /** 再次退单, not ruled on yet: it may be settled by 会商 */
  returnedAgain: boolean;
  /** 轮到的时刻: the deadline while a unit has it, what it has waited since at the hotline's desks */
  turnAt: Instant;
  /** what its clock is counted in, and how much of it; null: before the acknowledgement, or not known */
  limitIn: RunningLimit["in"] | null;
  limitAmount: number | null;
}

const isExtensionPending = (order: OrderState, stage: Stage) =>
  lifecycle.grantExtension.from.includes(stage) && pendingExtension(order) !== null;

const isReturnedAgain = (order: OrderState, stage: Stage) =>
  lifecycle.askVerification.from.includes(stage) && pendingReturn(order) !== null && order.returns.length > 1;

type Limit = Pick<WorklistRow, "limitIn" | "limitAmount">;

/** 所依时限 of the first round's clock with its extension. */
function limitOf(order: OrderState): Limit {
  const { no, runsUnder, extended } = leadOf(order);
  if (runsUnder === null || order.reopenedAt !== null) return { limitIn: null, limitAmount: null };
  const more = order.extension?.assignment === no && extended ? order.extension.amount : 0;
  return { limitIn: runsUnder.in, limitAmount: runsUnder.amount + more };
}

const dueAtOf = (order: OrderState) => (order.reopenedAt === null ? leadOf(order).dueAt : order.reopenDueAt);

/** 清单上的一行 */
export function worklistRow(order: OrderState): WorklistRow {
  const lead = leadOf(order);
  const { id, request, number, category, urgent, supervision, dispatchedAt } = order;
  const dueAt = dueAtOf(order);
  const turnAt = roundOf(order).resolvedAt ?? lead.endedAt ?? dueAt ?? lead.dispatchedAt;
  const at = { dispatchedAt, dueAt, movedAt: lastStepAt(order), turnAt, ...limitOf(order) };
  const stage = stageOf(order);
  const waits = {
    extensionPending: isExtensionPending(order, stage),
    returnedAgain: isReturnedAgain(order, stage),
  };
  return { order: id, request, number, stage, lead: lead.unit, category, urgent, supervision, ...at, ...waits };
}

/** 经手单位 of an order; `seenUntil`: null while it has a part in it, else when its last part ended. */
export interface OrderUnit
  extends Pick<
    WorklistRow,
    | "order"
    | "request"
    | "stage"
    | "category"
    | "dispatchedAt"
    | "movedAt"
    | "dueAt"
    | "turnAt"
    | "limitIn"
    | "limitAmount"
  > {
  unit: string;
  seenUntil: Instant | null;
  /** 要本单位做的 */
  task: UnitTask;
  /** 又回来的缘由 */
  cause: Cause | null;
}

/** Whoever takes part, with when that ended: leads, assisting and sub-units, and a third unit while it verifies. */
const takingPart = ({
  assignments,
  returns,
  formerSubUnits,
}: OrderState): { unit: string; endedAt: Instant | null }[] => [
  ...assignments,
  ...assignments.flatMap(({ subUnit, endedAt }) => (subUnit === null ? [] : [{ unit: subUnit, endedAt }])),
  ...formerSubUnits.map(({ unit, seenUntil }) => ({ unit, endedAt: seenUntil })),
  ...returns.flatMap(({ verifications, ruledAt }) =>
    verifications.map(({ unit, answeredAt }) => ({ unit, endedAt: answeredAt ?? ruledAt })),
  ),
];

/** 经手的单位, each once. */
export function orderUnits(order: OrderState): OrderUnit[] {
  const units = new Map<string, Instant | null>();
  for (const { unit, endedAt } of takingPart(order)) {
    const known = units.get(unit);
    units.set(unit, endedAt === null || known === null ? null : Math.max(endedAt, known ?? endedAt));
  }
  const { id, request, category, dispatchedAt } = order;
  const dueAt = dueAtOf(order);
  const listed = { order: id, request, stage: stageOf(order), category, dispatchedAt, movedAt: lastStepAt(order) };
  const clock = { dueAt, ...limitOf(order) };
  return [...units].map(([unit, seenUntil]) => {
    const own = { task: unitTask(order, unit), cause: causeOf(order, unit), turnAt: turnOf(order, unit, dueAt) };
    return { ...listed, ...clock, ...own, unit, seenUntil };
  });
}
