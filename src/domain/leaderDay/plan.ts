/** 领导接听日的安排: on which day whose leader takes calls, at which seat. The leader goes by his post; no name is kept. */
import type { Role } from "../access/role.ts";
import { type CivilDate, dateWords, type Instant } from "../calendar/civil.ts";
import type { Id } from "../ledger/event.ts";
import { type Refused, refuse } from "../refusal.ts";

export interface LeaderDayPlan {
  id: Id;
  version: number;
  date: CivilDate;
  unit: string;
  /** 职务 */
  post: string;
  /** 席位: the staff number of the seat where he takes calls */
  seat: string;
  startedAt: Instant | null;
  endedAt: Instant | null;
  cancelledAt: Instant | null;
  /** why it was cancelled */
  reason: string | null;
  plannedAt: Instant;
  plannedBy: string;
}

export const planStates = {
  planned: "待接听",
  open: "接听中",
  held: "已接听",
  cancelled: "已取消",
} as const;
export type PlanState = keyof typeof planStates;

export function planStateOf({ startedAt, endedAt, cancelledAt }: LeaderDayPlan): PlanState {
  if (cancelledAt !== null) return "cancelled";
  if (startedAt === null) return "planned";
  return endedAt === null ? "open" : "held";
}

export type PlanAction = "change" | "start" | "end" | "cancel";

const from: Record<PlanAction, PlanState> = { change: "planned", start: "planned", end: "open", cancel: "planned" };
const terms: Record<PlanAction, string> = { change: "改期", start: "开始接听", end: "结束接听", cancel: "取消" };

/** 能不能做; a leader takes calls on the day that was planned, not before and not after. */
export function planRefusal(action: PlanAction, plan: LeaderDayPlan, today: CivilDate): Refused | null {
  const state = planStateOf(plan);
  if (state !== from[action])
    return refuse("otherStep", `这一天${planStates[state]}，不能${terms[action]}。`, "请看最新情况。");
  if (action === "start" && plan.date !== today)
    return refuse("otherDay", `安排在${dateWords(plan.date)}，今天是${dateWords(today)}。`, "要今天接听，请先改期。");
  return null;
}

/** 谁能做: the office everything; an agent begins and ends the day of the seat where he sits. */
export function personRefusal(
  action: PlanAction,
  { seat }: Pick<LeaderDayPlan, "seat">,
  { role, number }: { role: Role; number: string },
): Refused | null {
  if (role === "office") return null;
  if (role !== "agent" || (action !== "start" && action !== "end"))
    return refuse("otherRole", `${terms[action]}由热线办做。`, "需要时请转告他们。");
  return number === seat
    ? null
    : refuse("otherSeat", `这一天排在席位 ${seat}，不在您这里。`, `请席位 ${seat} 或热线办${terms[action]}。`);
}

/** 一天里的安排是不是冲突: one seat has one leader at a time. */
export const seatTaken = (
  { id, date, seat }: Pick<LeaderDayPlan, "id" | "date" | "seat">,
  others: readonly LeaderDayPlan[],
): Refused | null => {
  const other = others.find(
    (one) => one.id !== id && one.date === date && one.seat === seat && ["planned", "open"].includes(planStateOf(one)),
  );
  return other ? refuse("seatTaken", `${dateWords(date)}席位 ${seat} 已经有安排。`, "请换一个席位或日期。") : null;
};
