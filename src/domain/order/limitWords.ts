/** 时限的说法: how much of what, the same wherever a limit is told. */
import type { RunningLimit } from "./order.ts";

export const limitUnits: Record<RunningLimit["in"], string> = {
  workingDays: "个工作日",
  calendarDays: "天",
  hours: "小时",
};

/** '10 个工作日' */
export const limitWords = ({ amount, in: unit }: Pick<RunningLimit, "amount" | "in">): string =>
  `${amount} ${limitUnits[unit]}`;
