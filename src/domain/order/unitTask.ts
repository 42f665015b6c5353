/** 单位的下一步: what a unit has to do about a work order, and why it came back; read off the state, never stored by hand. */
import type { Instant } from "../calendar/civil.ts";
import type { Assignment, OrderState } from "./order.ts";
import { partOf, pendingReturn, roundOf, type Stage, stageOf } from "./stage.ts";

/** 'ruling': nothing but to wait; 'none': it has no part in it any more, or has done it */
export const unitTasks = ["acknowledge", "handle", "verify", "ruling", "none"] as const;
export type UnitTask = (typeof unitTasks)[number];

/** 回到单位的缘由: its return was refused, its resolution wasn't good enough, the citizen wasn't content */
export const causes = ["rejected", "rework", "reopened"] as const;
export type Cause = (typeof causes)[number];

const IN_HAND: readonly Stage[] = ["unacknowledged", "handling", "returning", "arbitrating"];
const AT_RULING: readonly Stage[] = ["returning", "arbitrating"];

const isAskedToVerify = (order: OrderState, unit: string) =>
  pendingReturn(order)?.verifications.some((one) => one.unit === unit && one.answeredAt === null) === true;

/** 本单位要做的 */
export function unitTask(order: OrderState, unit: string): UnitTask {
  if (!IN_HAND.includes(stageOf(order))) return "none";
  if (isAskedToVerify(order, unit)) return "verify";
  const part = partOf(order, unit);
  if (part === null) return "none";
  if (part.acknowledgedAt === null) return "acknowledge";
  if (part.role === "assisting") return part.reportedAt === null ? "handle" : "none";
  return AT_RULING.includes(stageOf(order)) ? "ruling" : "handle";
}

const isRejected = ({ returns }: OrderState, { no }: Assignment) => {
  const last = returns.at(-1);
  return last?.assignment === no && last.ruling === "rejected";
};

/** 为什么又回来了; null: it is here for the first time, or isn't the lead's to answer */
export function causeOf(order: OrderState, unit: string): Cause | null {
  const part = partOf(order, unit);
  if (part?.role !== "lead" || roundOf(order).resolvedAt !== null) return null;
  if (order.reopenedAt !== null) return "reopened";
  if (order.reworks > 0) return "rework";
  return isRejected(order, part) ? "rejected" : null;
}

/** 轮到的时刻: by this what a unit has to do stands in its order, the most pressing first. */
export function turnOf(order: OrderState, unit: string, dueAt: Instant | null): Instant {
  const part = partOf(order, unit);
  if (part === null) return dueAt ?? order.dispatchedAt;
  return part.acknowledgedAt === null ? part.dispatchedAt : (dueAt ?? part.dueAt ?? part.dispatchedAt);
}

/** 下一步 as the unit's list says it. */
export function nextStepWords(order: OrderState, unit: string): string {
  const task = unitTask(order, unit);
  if (task === "acknowledge") return "签收";
  if (task === "verify") return "答复核实";
  if (task === "ruling") return "等裁定";
  if (task === "none") return "没有";
  if (partOf(order, unit)!.role === "assisting") return "协办反馈";
  return roundOf(order).informedAt === null ? "联系当事人" : "办结反馈";
}
