/** 基准世界的计划: what a month of an invented city counts, made by a seeded generator. Deterministic. */
import { addMonths } from "../../src/domain/calendar/month.ts";
import type { MonthKey } from "../../src/domain/measure/counts.ts";
import { inForce } from "../../src/domain/rule/inForce.ts";
import type { Rulebook } from "../../src/domain/rule/rulebook.ts";
import type { MonthPlan, Plan, UnitFollowUpPlan } from "../../src/reconstruct/plan/plan.ts";
import { type Random, randomOf } from "../../src/reconstruct/records/random.ts";

type Cells = MonthPlan["dispatched"];
type Requests = MonthPlan["requests"];

/** About as many units and classes as a prefecture's month has. */
export const UNITS = Array.from({ length: 53 }, (_, at) => `unit${String(at + 1).padStart(2, "0")}`);
const CLASSES_PER_UNIT = 8;
/** of a hundred requests */
const TYPES: [type: string, share: number][] = [
  ["咨询", 54],
  ["求助", 31],
  ["投诉", 15],
];
/** of a hundred dispatched work orders, followed up in the month of their dispatch */
const AT_ONCE = 88;
/** How much more or less than usual a month has, in percent; a year adds up to 0. */
const SEASON = [-6, -9, 2, 1, 0, 3, 5, 4, -1, -2, 1, 2];

const part = (whole: number, of: number, parts: number) => Math.floor((whole * of) / parts);
const total = (rows: readonly { count: number }[]) => rows.reduce((sum, row) => sum + row.count, 0);

/** Whole numbers that add up to `whole`: the first ones larger, all of them a little random. */
function spread(random: Random, whole: number, parts: number): number[] {
  const weights = Array.from({ length: parts }, (_, at) => Math.floor(10_000 / (at + 3)) + random.below(400));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const counts = weights.map((weight) => part(whole, weight, sum));
  counts[0]! += whole - counts.reduce((all, count) => all + count, 0);
  return counts;
}

const classesOf = (rulebook: Rulebook): string[] =>
  (rulebook.rows.category ?? []).filter(({ value }) => value.parent !== null).map(({ key }) => key);

/** 派发: the same for whoever asks, so that the next month knows what this one left over. */
function dispatchedIn(month: MonthKey, accepted: number, classes: string[]): Cells {
  const random = randomOf(1, `dispatched ${month}`);
  return spread(random, part(accepted, 11, 60), UNITS.length).flatMap((whole, at) =>
    spread(random, whole, CLASSES_PER_UNIT)
      .map((count, no) => ({ unit: UNITS[at]!, category: classes[(at * 3 + no * 7) % classes.length]!, count }))
      .filter(({ count }) => count > 0),
  );
}

function requestsOf(random: Random, accepted: number, dispatched: Cells, classes: string[]): Requests {
  const atOnce = spread(random, accepted - total(dispatched), classes.length);
  return classes.flatMap((category, at) => {
    const sent = total(dispatched.filter((row) => row.category === category));
    return [
      ...byType(category, "dispatched", sent),
      ...byType(category, "firstContact", atOnce[(at * 5) % classes.length]!),
    ];
  });
}

function byType(category: string, outcome: Requests[number]["outcome"], whole: number): Requests {
  const counts = TYPES.map(([, share]) => part(whole, share, 100));
  counts[0]! += whole - counts.reduce((sum, count) => sum + count, 0);
  return TYPES.map(([type], at) => ({ category, type, outcome, count: counts[at]!, hot: 0 })).filter(
    ({ count }) => count > 0,
  );
}

function followUpOf(random: Random, unit: string, own: Cells, before: Cells): UnitFollowUpPlan {
  const orders = [
    ...own.map((row) => ({ ...row, dispatched: "thisMonth" as const, count: part(row.count, AT_ONCE, 100) })),
    ...before.map((row) => ({
      ...row,
      dispatched: "previousMonth" as const,
      count: row.count - part(row.count, AT_ONCE, 100),
    })),
  ]
    .filter(({ count }) => count > 0)
    .map(({ category, dispatched, count }) => ({ category, dispatched, count, dissatisfied: part(count, 8, 100) }));
  const count = total(orders);
  const rated = count - orders.reduce((sum, row) => sum + row.dissatisfied, 0);
  const [satisfied, neutral] = [part(rated, 10 + random.below(6), 100), part(rated, 6, 100)];
  return {
    unit,
    satisfied,
    neutral,
    noResponse: rated - satisfied - neutral,
    dissatisfied: count - rated,
    onTime: count - part(count, random.below(40), 1000),
    informed: count - part(count, random.below(30), 1000),
    returnsRejected: part(count, random.below(25), 1000),
    orders,
  };
}

const acceptedIn = (month: MonthKey, size: number) => size + part(size, SEASON[Number(month.slice(5)) - 1]!, 100);

function monthPlan(month: MonthKey, size: number, classes: string[]): MonthPlan {
  const random = randomOf(1, month);
  const accepted = acceptedIn(month, size);
  const dispatched = dispatchedIn(month, accepted, classes);
  const before = dispatchedIn(addMonths(month, -1), acceptedIn(addMonths(month, -1), size), classes);
  const requests = requestsOf(random, accepted, dispatched, classes);
  const firstContact = accepted - total(dispatched);
  const [satisfied, neutral, dissatisfied] = [part(firstContact, 54, 100), part(firstContact, 3, 100), 40];
  const offered = accepted + part(accepted, 12 + random.below(4), 100);
  const answered = part(offered, 88 + random.below(9), 100);
  const of = (cells: Cells, unit: string) => cells.filter((row) => row.unit === unit);
  return {
    calls: { offered, answered, answeredWithin15s: part(answered, 90, 100) },
    requests,
    hotEvent: null,
    firstContactRatings: { satisfied, neutral, dissatisfied, noResponse: firstContact - satisfied - neutral - 40 },
    dispatched,
    followUps: UNITS.map((unit) => followUpOf(random, unit, of(dispatched, unit), of(before, unit))),
    followUpChannel: "sms",
    overdue: [{ unit: UNITS[8]!, topic: "违法建设", category: classes[0]!, count: part(size, 1, 1000) }],
    counties: [],
    mysteryCalls: [],
    leaderDays: [],
    bulkReturns: [],
  };
}

/** 一个月的计划 of about `size` requests, 11 of 60 of them dispatched; what the month before left over is followed up. */
export function benchPlan(month: MonthKey, size: number, rulebook: Rulebook): Plan {
  const classes = classesOf(rulebook).filter((key) => inForce(rulebook, "category", key, `${month}-01`) !== undefined);
  const before = addMonths(month, -1);
  const current = monthPlan(month, size, classes);
  const previous = monthPlan(before, size, classes);
  return { platform: "", month, before, rules: [], current, previous, conflicts: [] };
}
