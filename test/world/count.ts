/** 独立计数: a month's counts from states, written from spec/metrics.md and from no SQL; the second opinion of the tests. */
import type { MonthCounts, RatingCounts, RequestCounts, UnitFollowUpCounts } from "../../src/domain/measure/counts.ts";
import { leadAt } from "../../src/domain/order/apply.ts";
import type { OrderState } from "../../src/domain/order/order.ts";
import type { States } from "./fold.ts";

type Bounds = { from: number; until: number };
const within = (at: number | null, { from, until }: Bounds) => at !== null && at >= from && at < until;
const by = (at: number | null, until: number) => at !== null && at < until;
const noRatings = (): RatingCounts => ({ satisfied: 0, neutral: 0, dissatisfied: 0, noResponse: 0 });

export function tally<T extends object>(rows: T[]): (T & { count: number })[] {
  const counted = new Map<string, T & { count: number }>();
  for (const row of rows) {
    const key = JSON.stringify(row);
    const known = counted.get(key);
    if (known) known.count += 1;
    else counted.set(key, { ...row, count: 1 });
  }
  return [...counted.values()];
}

function requestCounts(states: States, bounds: Bounds) {
  const accepted = [...states.request.values()].filter(
    (one) => within(one.acceptedAt, bounds) && !(one.outcome === "refused" && by(one.settledAt, bounds.until)),
  );
  const outcome = (one: (typeof accepted)[number]): RequestCounts["outcome"] => {
    const reached = by(one.settledAt, bounds.until) ? one.outcome : "pending";
    if (reached === "refused") return "pending";
    if (reached !== "merged") return reached;
    return outcome(states.request.get(one.mergedInto!)!);
  };
  const ratings = noRatings();
  for (const one of accepted)
    if (outcome(one) === "firstContact" && one.outcome !== "merged")
      ratings[by(one.ratedAt, bounds.until) ? one.rating! : "noResponse"] += 1;
  const hot = accepted.filter((one) => one.hotEvent !== null);
  return {
    requests: tally(accepted.map((one) => ({ category: one.category, type: one.type, outcome: outcome(one) }))),
    mergedRepeats: accepted.filter((one) => one.outcome === "merged").length,
    firstContactRatings: ratings,
    hotEvents: tally(hot.map((one) => ({ event: one.hotEvent! }))).map((event) => ({
      ...event,
      categories: tally(hot.filter((one) => one.hotEvent === event.event).map(({ category }) => ({ category }))),
    })),
  };
}

const valid = (order: OrderState, until: number) => !by(order.withdrawnAt, until);

function followUpRows(orders: OrderState[], bounds: Bounds): UnitFollowUpCounts[] {
  const rows = new Map<string, UnitFollowUpCounts>();
  for (const order of orders) {
    const lead = leadAt(order, bounds.until - 1)!;
    const empty = { validOrders: 0, returnsRequested: 0, returnsAccepted: 0, returnsRejected: 0, returnsLate: 0 };
    const row = rows.get(lead.unit) ?? {
      unit: lead.unit,
      ...empty,
      onTime: 0,
      informed: 0,
      followUps: 0,
      ...noRatings(),
    };
    rows.set(lead.unit, row);
    const returns = order.returns.filter((one) => by(one.requestedAt, bounds.until));
    row.validOrders += 1;
    row.followUps += 1;
    row.returnsRequested += returns.length;
    row.returnsAccepted += returns.filter((one) => one.ruling === "accepted" && by(one.ruledAt, bounds.until)).length;
    row.returnsRejected += returns.filter((one) => one.ruling === "rejected" && by(one.ruledAt, bounds.until)).length;
    row.returnsLate += returns.filter((one) => one.late).length;
    row.onTime += Number(order.resolvedAt !== null && lead.dueAt !== null && order.resolvedAt <= lead.dueAt);
    row.informed += Number(order.informedAt !== null);
    row[order.rating!] += 1;
  }
  return [...rows.values()];
}

function overdueAt(orders: OrderState[], until: number, nameOf: (category: string) => string) {
  const late = orders.filter((order) => {
    const lead = leadAt(order, until - 1);
    return lead && !by(order.resolvedAt, until) && valid(order, until) && lead.dueAt !== null && lead.dueAt < until;
  });
  return tally(
    late.map((order) => ({ unit: leadAt(order, until - 1)!.unit, topic: order.topic ?? nameOf(order.category) })),
  );
}

function returnsIn(orders: OrderState[], bounds: Bounds) {
  const asked = orders.flatMap((order) => order.returns).filter((one) => within(one.requestedAt, bounds));
  return {
    requested: asked.length,
    accepted: asked.filter((one) => one.ruling === "accepted" && by(one.ruledAt, bounds.until)).length,
    rejected: asked.filter((one) => one.ruling === "rejected" && by(one.ruledAt, bounds.until)).length,
    late: asked.filter((one) => one.late).length,
  };
}

function leaderDays(states: States, bounds: Bounds, dateOf: (at: number) => string) {
  return [...states.leaderDay.values()]
    .filter((day) => day.date.slice(0, 7) === dateOf(bounds.from).slice(0, 7))
    .map((day) => {
      const requests = [...states.request.values()].filter((one) => one.leaderDay === day.id);
      return {
        date: day.date,
        unit: day.unit,
        calls: [...states.call.values()].filter((one) => one.leaderDay === day.id).length,
        settledOnTheSpot: requests.filter((one) => one.outcome === "firstContact").length,
        dispatched: requests.filter((one) => one.outcome === "dispatched").length,
        subjects: tally(requests.map(({ category }) => ({ category }))),
      };
    });
}

function bulkReturns(
  orders: OrderState[],
  bounds: Bounds,
  nameOf: (category: string) => string,
  dateOf: (at: number) => string,
) {
  const returned = orders.flatMap((order) =>
    order.returns.filter((one) => one.bulk !== null && within(one.requestedAt, bounds)).map((one) => ({ order, one })),
  );
  return [...new Set(returned.map(({ one }) => one.bulk))].map((bulk) => {
    const of = returned.filter(({ one }) => one.bulk === bulk);
    const { order, one } = of[0]!;
    return {
      unit: order.assignments.find((assignment) => assignment.no === one.assignment)!.unit,
      orders: of.length,
      topic: order.topic ?? nameOf(order.category),
      openSince: dateOf(Math.min(...of.map((each) => each.order.dispatchedAt))).slice(0, 7),
      returnedIn: dateOf(one.requestedAt).slice(0, 7),
    };
  });
}

export function countMonth(
  states: States,
  month: string,
  bounds: Bounds,
  nameOf: (category: string) => string,
  dateOf: (at: number) => string,
): MonthCounts {
  const orders = [...states.order.values()];
  const calls = [...states.call.values()].filter((one) => within(one.offeredAt, bounds));
  const followed = orders.filter((one) => within(one.followedUpAt, bounds) && valid(one, bounds.until));
  const sent = orders.filter((one) => within(one.dispatchedAt, bounds));
  const answered = calls.filter((one) => one.answeredAt !== null);
  return {
    month,
    calls: {
      offered: calls.length,
      answered: answered.length,
      answeredWithin15s: answered.filter((one) => one.answeredAt! - one.queuedAt! <= 15_000).length,
    },
    ...requestCounts(states, bounds),
    dispatched: tally(sent.map((one) => ({ unit: leadAt(one, bounds.until - 1)!.unit, category: one.category }))),
    units: followUpRows(followed, bounds),
    dissatisfied: tally(followed.filter((one) => one.rating === "dissatisfied").map(({ category }) => ({ category }))),
    dueForFollowUp: followed.length,
    followUpChannels: tally(followed.map((one) => ({ channel: one.followUpChannel! }))),
    overdue: overdueAt(orders, bounds.until, nameOf),
    overdueBefore: overdueAt(orders, bounds.from, nameOf),
    returns: returnsIn(orders, bounds),
    counties: [...states.countyMonth.values()]
      .filter((one) => one.month === month)
      .map(({ county, offered, answered, firstContact, onTime, followUp, satisfaction, accuracy }) => {
        return { platform: county, offered, answered, firstContact, onTime, followUp, satisfaction, accuracy };
      }),
    mysteryCalls: [...states.mysteryCall.values()]
      .filter((one) => within(one.calledAt, bounds))
      .map(({ county, secondsToAnswer, voiceMenu, connection, etiquette, knowledge, followUp }) => {
        return { platform: county, secondsToAnswer, voiceMenu, connection, etiquette, knowledge, followUp };
      }),
    leaderDays: leaderDays(states, bounds, dateOf),
    bulkReturns: bulkReturns(orders, bounds, nameOf, dateOf),
  };
}
