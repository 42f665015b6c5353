/** 随机计划: small plans that hold together, for property tests of the records made from them. */
import fc from "fast-check";
import { booksFor } from "../../rulebook/books.ts";
import { addMonths, daysIn } from "../../src/domain/calendar/month.ts";
import type { LeaderDayCounts } from "../../src/domain/measure/counts.ts";
import { assemble } from "../../src/domain/rule/inForce.ts";
import type { MonthPlan, Plan, UnitFollowUpPlan } from "../../src/reconstruct/plan/plan.ts";
import type { Random } from "../../src/reconstruct/records/random.ts";
import { randomOf } from "../../src/reconstruct/records/random.ts";

export const plansRulebook = assemble(booksFor("一座没有自己规则的城").map((book) => book.rows));
const CATEGORIES = ["0101", "0202", "0301", "0601"];
const UNITS = ["甲", "乙", "丙", "丁"];
const TYPES = ["咨询", "求助", "投诉"];

const flatten = <T>(lists: T[][]): T[] => lists.flat();
const total = (rows: { count: number }[]) => rows.reduce((sum, row) => sum + row.count, 0);

function split(random: Random, whole: number, parts: number): number[] {
  const counts = Array.from({ length: parts }, () => 0);
  for (let left = whole; left > 0; left -= 1) counts[random.below(parts)]! += 1;
  return counts;
}

function dispatchedCells(random: Random, size: number): MonthPlan["dispatched"] {
  const cells = flatten(
    UNITS.map((unit) => CATEGORIES.map((category) => ({ unit, category, count: random.below(size) }))),
  );
  return cells.filter((row) => row.count > 0);
}

function requestCells(random: Random, size: number, dispatched: MonthPlan["dispatched"]): MonthPlan["requests"] {
  const cell =
    (category: string, outcome: MonthPlan["requests"][number]["outcome"]) => (count: number, at: number) => ({
      category,
      type: TYPES[at]!,
      outcome,
      count,
      hot: random.below(count + 1),
    });
  return CATEGORIES.flatMap((category) => {
    const sent = total(dispatched.filter((row) => row.category === category));
    return [
      ...split(random, sent, TYPES.length).map(cell(category, "dispatched")),
      ...split(random, random.below(size * 4), TYPES.length).map(cell(category, "firstContact")),
      ...split(random, random.below(3), TYPES.length).map(cell(category, "pending")),
      ...split(random, random.below(2), TYPES.length).map(cell(category, "withdrawn")),
    ];
  }).filter((row) => row.count > 0);
}

type Cells = MonthPlan["dispatched"];

/** Takes up to some of each cell; what it takes is no longer there. */
function take(random: Random, cells: Cells, unit: string) {
  return cells
    .filter((row) => row.unit === unit)
    .map((row) => {
      const count = random.below(row.count + 1);
      row.count -= count;
      return { category: row.category, count };
    });
}

function followUpRow(random: Random, unit: string, own: Cells, before: Cells | null): UnitFollowUpPlan {
  const carried = before ? take(random, before, unit) : [{ category: CATEGORIES[0]!, count: random.below(3) }];
  const orders = [
    ...take(random, own, unit).map((row) => ({ ...row, dispatched: "thisMonth" as const })),
    ...carried.map((row) => ({ ...row, dispatched: "previousMonth" as const })),
    { category: CATEGORIES[1]!, count: random.below(3), dispatched: "earlier" as const },
  ]
    .filter((row) => row.count > 0)
    .map((row) => ({ ...row, dissatisfied: random.below(row.count + 1) }));
  const count = total(orders);
  const dissatisfied = orders.reduce((sum, row) => sum + row.dissatisfied, 0);
  const [satisfied, neutral, noResponse] = split(random, count - dissatisfied, 3) as [number, number, number];
  const [onTime, informed, returnsRejected] = [
    random.below(count + 1),
    random.below(count + 1),
    count > 0 ? random.below(5) : 0,
  ];
  return { unit, satisfied, neutral, dissatisfied, noResponse, onTime, informed, returnsRejected, orders };
}

function leaderDay(random: Random, month: string, requests: MonthPlan["requests"]): LeaderDayCounts[] {
  const row = requests.find((one) => one.outcome === "firstContact");
  if (!row || random.below(2) === 0) return [];
  const settled = Math.min(2, row.count);
  const date = `${month}-${String(1 + random.below(daysIn(month))).padStart(2, "0")}`;
  const subjects = [{ category: row.category, count: settled }];
  return [{ date, unit: UNITS[0]!, calls: settled, settledOnTheSpot: settled, dispatched: 0, subjects }];
}

function monthPlan(
  random: Random,
  month: string,
  size: number,
  dispatched: Cells,
  followUps: UnitFollowUpPlan[],
): MonthPlan {
  const requests = requestCells(random, size, dispatched);
  const firstContact = total(requests.filter((row) => row.outcome === "firstContact"));
  const [satisfied, neutral, dissatisfied, noResponse] = split(random, firstContact, 4) as [
    number,
    number,
    number,
    number,
  ];
  const answered = 3 + random.below(size * 40);
  return {
    calls: { offered: answered + random.below(size * 4), answered, answeredWithin15s: random.below(answered + 1) },
    requests,
    hotEvent: requests.some((row) => row.hot > 0) ? "covid" : null,
    firstContactRatings: { satisfied, neutral, dissatisfied, noResponse },
    dispatched,
    followUps: followUps.filter((unit) => unit.orders.length > 0),
    followUpChannel: random.below(2) ? "sms" : "phone",
    overdue: [],
    counties: [],
    mysteryCalls: [],
    leaderDays: leaderDay(random, month, requests),
    bulkReturns: [],
  };
}

/** Dispatched long ago, or in one of the two months that are counted, as far as the unit has as many of that month. */
function bulkSize(random: Random, cells: { before: Cells; own: Cells }, stock: number) {
  const has = (rows: Cells) => total(rows.filter((row) => row.unit === "丙"));
  const recent = [
    { months: 0, most: Math.min(stock, has(cells.own)) },
    { months: -1, most: Math.min(8, has(cells.before)) },
  ].filter(({ most }) => most > 0)[random.below(4)];
  if (recent) return { orders: 1 + random.below(recent.most), months: recent.months };
  return { orders: 1 + random.below(8), months: -2 - random.below(6) };
}

function old(
  random: Random,
  month: string,
  cells: { before: Cells; own: Cells },
): Pick<MonthPlan, "overdue" | "bulkReturns"> {
  const stock = { unit: "丙", topic: "违章搭建", category: "0603", count: 1 + random.below(4) };
  const { orders, months: ago } = bulkSize(random, cells, stock.count);
  const openSince = addMonths(month, ago);
  return {
    overdue: [stock, { unit: "丁", topic: "宽带断网", category: "0502", count: 1 }],
    bulkReturns: [{ unit: "丙", topic: "违章搭建", category: "0603", orders, openSince, returnedIn: month }],
  };
}

/** 造一个计划 of a month, of about that size. */
export function makePlan(seed: number, month: string, size: number): Plan {
  const random = randomOf(seed, "plan");
  const before = addMonths(month, -1);
  const [sentBefore, sent] = [dispatchedCells(random, size), dispatchedCells(random, size)];
  const [leftBefore, left] = [sentBefore.map((row) => ({ ...row })), sent.map((row) => ({ ...row }))];
  const earlierFollowUps = UNITS.map((unit) => followUpRow(random, unit, leftBefore, null));
  const followUps = UNITS.map((unit) => followUpRow(random, unit, left, leftBefore));
  const previous = monthPlan(random, before, size, sentBefore, earlierFollowUps);
  const current = {
    ...monthPlan(random, month, size, sent, followUps),
    ...old(random, month, { before: sentBefore, own: sent }),
  };
  return { platform: "某市", month, before, rules: [], current, previous, conflicts: [] };
}

export const months = fc
  .tuple(fc.integer({ min: 2019, max: 2026 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);
export const plans = fc
  .tuple(fc.integer({ min: 0, max: 1e9 }), months, fc.integer({ min: 1, max: 9 }))
  .map((of) => makePlan(...of));
export const zones = fc.constantFrom("Asia/Shanghai", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC");
