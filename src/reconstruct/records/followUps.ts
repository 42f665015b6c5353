/** 回访名单: one unit's follow-ups of a month, each with its rating, its punctuality and its returns, dealt out from the plan. */
import type { Rating } from "../../domain/rule/rulebook.ts";
import type { DispatchedIn, UnitFollowUpPlan } from "../plan/plan.ts";
import { drawer } from "./draw.ts";
import { exactly, type Random } from "./random.ts";

export interface FollowUpSlot {
  category: string;
  dispatched: DispatchedIn;
  rating: Rating;
  onTime: boolean;
  informed: boolean;
  rejectedReturns: number;
}

/** 发放: exactly as the plan counts them. */
export function followUpSlots(random: Random, unit: UnitFollowUpPlan): FollowUpSlot[] {
  const count = unit.orders.reduce((sum, row) => sum + row.count, 0);
  const others = (["satisfied", "neutral", "noResponse"] as const).map((value) => ({
    value: value as Rating,
    count: unit[value],
  }));
  const rating = drawer(random, others);
  const [onTime, informed] = [exactly(random, unit.onTime, count), exactly(random, unit.informed, count)];
  const slots = unit.orders.flatMap((row) => {
    const dissatisfied = exactly(random, row.dissatisfied, row.count);
    return Array.from({ length: row.count }, (): FollowUpSlot => {
      const { category, dispatched } = row;
      const rated = dissatisfied() ? "dissatisfied" : (rating() ?? "noResponse");
      return { category, dispatched, rating: rated, onTime: onTime(), informed: informed(), rejectedReturns: 0 };
    });
  });
  for (let given = 0; given < unit.returnsRejected && count > 0; given += 1)
    slots[random.below(count)]!.rejectedReturns += 1;
  return slots;
}
