/** 时限的说法: what a limit is counted in, and how much of it. */
import type { RunningLimit } from "./order.ts";

type Amount = Pick<RunningLimit, "amount" | "in">;

/** 时限的单位 after a number */
export const limitUnits: Record<RunningLimit["in"], string> = {
  workingDays: "个工作日",
  calendarDays: "天",
  hours: "小时",
};

/** '10 个工作日' */
export const limitWords = ({ amount, in: unit }: Amount): string => `${amount} ${limitUnits[unit]}`;
