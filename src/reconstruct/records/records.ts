/** 计划 → 记录: the ordinary events of every call, request and work order that a plan counts. Pure: the same plan and seed give the same records. */
import { addMonths } from "../../domain/calendar/month.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import type { Plan } from "../plan/plan.ts";
import { difficultCases } from "./cases.ts";
import { countyReports, mysteryCalls } from "./counties.ts";
import { type Made, openDesk, takeBatch } from "./desk.ts";
import { type MonthDraw, openMonth, spanOf } from "./month.ts";
import { earliestMonth, oldOrders } from "./old.ts";
import { workOrders } from "./orders.ts";
import { requestsAndCalls } from "./requests.ts";

export interface Setting {
  /** the platform's rules, the plan's own among them */
  rulebook: Rulebook;
  zone: string;
  seed: number;
}

/** 全部记录, in batches of some thousand events, each subject's history within one batch; memory stays small at any size. */
export function* records(plan: Plan, { rulebook, zone, seed }: Setting): Iterable<Made> {
  const desk = openDesk(rulebook, zone, plan.month, earliestMonth(plan), seed);
  const [previous, current] = [openMonth(desk, plan.before, plan.previous), openMonth(desk, plan.month, plan.current)];
  const earlier = spanOf(desk, addMonths(plan.before, -1));
  yield* workOrders(desk, { earlier, previous, current });
  yield* oldOrders(desk, plan, current);
  difficultCases(desk, plan, previous, current, rulebook);
  for (const month of [previous, current]) {
    yield* requestsAndCalls(desk, month, month === previous);
    byCounty(desk, month);
  }
  yield takeBatch(desk);
}

function byCounty(desk: Parameters<typeof takeBatch>[0], { month, from, until, plan }: MonthDraw) {
  countyReports(desk, month, until, plan.counties);
  mysteryCalls(desk, from, until, plan.mysteryCalls);
}
