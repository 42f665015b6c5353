/** 计划 → 记录: the ordinary events of every call, request and work order that a plan counts. Pure: the same plan and seed give the same records. */
import { addMonths } from "../../domain/calendar/month.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import type { MonthPlan, Plan } from "../plan/plan.ts";
import { difficultCases } from "./cases.ts";
import { countyReports, mysteryCalls } from "./counties.ts";
import { type Desk, type Made, openDesk, takeBatch } from "./desk.ts";
import { type Given, openDrawer } from "./given.ts";
import { type MonthDraw, openMonth, spanOf } from "./month.ts";
import { earliestMonth, oldOrders } from "./old.ts";
import { cells, workOrders } from "./orders.ts";
import { requestsAndCalls } from "./requests.ts";

export interface Setting {
  /** the platform's rules, the plan's own among them */
  rulebook: Rulebook;
  zone: string;
  seed: number;
  /** months of the platform that were made before and stay as they are */
  given?: Given;
}

/** Nothing: the month is there already. */
const NOTHING: MonthPlan = {
  calls: { offered: 0, answered: 0, answeredWithin15s: 0 },
  requests: [],
  hotEvent: null,
  firstContactRatings: { satisfied: 0, neutral: 0, dissatisfied: 0, noResponse: 0 },
  dispatched: [],
  followUps: [],
  followUpChannel: "phone",
  overdue: [],
  counties: [],
  mysteryCalls: [],
  leaderDays: [],
  bulkReturns: [],
};

function byCounty(desk: Desk, { month, from, until, plan }: MonthDraw) {
  countyReports(desk, month, until, plan.counties);
  mysteryCalls(desk, from, until, plan.mysteryCalls);
}

/** Months whose figures the records may touch, the earliest first. */
function counted(plan: Pick<Plan, "month">, first: string): string[] {
  const months = [first];
  for (let month = first; month < plan.month; ) months.push((month = addMonths(month, 1)));
  return months;
}

/**
 * 全部记录, in batches of some thousand events, each subject's history within one batch (open orders of months made before
 * are carried on); memory stays small at any size.
 */
export function* records(plan: Plan, { rulebook, zone, seed, given }: Setting): Iterable<Made> {
  const first = given ? addMonths(given.months[0]!, -1) : plan.before;
  const last = addMonths(first, -1);
  const desk = openDesk(rulebook, zone, plan.month, earliestMonth(plan, last), seed);
  const previous = openMonth(desk, plan.before, given?.months.includes(plan.before) ? NOTHING : plan.previous);
  const current = openMonth(desk, plan.month, plan.current);
  const open = given ? openDrawer(desk, given) : null;
  const ends = counted(plan, first).map((month) => spanOf(desk, month).until);
  const before = { month: previous, cells: cells(previous.plan.dispatched) };
  const own = { month: current, cells: cells(plan.current.dispatched) };
  const endsBefore = ends.slice(0, given ? counted({ month: given.months.at(-1)! }, first).length : 0);
  yield* oldOrders(desk, plan, current, { last, ends: endsBefore, given: open, previous: before, current: own });
  const left = { before: before.cells, own: own.cells };
  yield* workOrders(desk, { earlier: spanOf(desk, last), previous, current, ends, given: open, cells: left });
  if (open) yield* open.settle();
  else difficultCases(desk, plan, previous, current, rulebook);
  for (const month of [previous, current]) {
    yield* requestsAndCalls(desk, month, month === previous);
    byCounty(desk, month);
  }
  yield takeBatch(desk);
}
