import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countMonth } from "../../../test/world/count.ts";
import { foldAll } from "../../../test/world/fold.ts";
import { makePlan, plans, plansRulebook, zones } from "../../../test/world/plans.ts";
import { addMonths, monthBounds } from "../../domain/calendar/month.ts";
import { civilDateOf } from "../../domain/calendar/zone.ts";
import type { LedgerEvent } from "../../domain/ledger/event.ts";
import type { MonthCounts } from "../../domain/measure/counts.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { planCounts } from "../plan/counted.ts";
import type { Plan } from "../plan/plan.ts";
import type { Made } from "./desk.ts";
import type { OpenOrder } from "./given.ts";
import { records } from "./records.ts";

const made = (plan: Plan, zone: string, seed = 1) => [...records(plan, { rulebook: plansRulebook, zone, seed })];

function counted(batches: Made[], month: string, zone: string): MonthCounts {
  const nameOf = (code: string) => code;
  return countMonth(foldAll(batches), month, monthBounds(month, zone), nameOf, (at) => civilDateOf(at, zone));
}

const key = (row: object) =>
  JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));
const sorted = (rows: object[]) => rows.map(key).sort();

/** What a plan says of a month, in an order of its own: returns over all orders and stock before are not planned. */
function planned({ dueForFollowUp, overdueBefore, returns, hotEvents, units, leaderDays, ...counts }: MonthCounts) {
  const lists = [counts.requests, counts.dispatched, counts.dissatisfied, counts.overdue, counts.followUpChannels];
  const cohort = units.map(({ returnsRequested, returnsAccepted, returnsLate, ...row }) => row);
  const days = leaderDays.map(({ date, unit, calls }) => ({ date, unit, calls }));
  return {
    calls: counts.calls,
    ratings: counts.firstContactRatings,
    lists: [...lists, cohort, hotEvents.flatMap((one) => one.categories), days].map(sorted),
    bulk: counts.bulkReturns,
  };
}

/** What a month's records leave to be followed up, as the store would say. */
const openOf = (batches: Made[]): OpenOrder[] =>
  [...foldAll(batches).order.values()]
    .filter((one) => one.followedUpAt === null)
    .map((order) => ({ order, topic: order.topic ?? order.category }));

describe("由计划生成记录", () => {
  it("折叠后的计数与计划逐项相同：任意月份、任意时区", () => {
    fc.assert(
      fc.property(plans, zones, (plan, zone) => {
        const batches = made(plan, zone);
        const { counts, before } = planCounts(plan);
        expect(planned(counted(batches, plan.month, zone))).toEqual(planned(counts));
        expect(planned({ ...counted(batches, plan.before, zone), overdue: [] })).toEqual(planned(before));
      }),
      { numRuns: 60 },
    );
  });

  it("接着以前的月份重建：以前月份的数字一件不变，新月份与计划相同", () => {
    fc.assert(
      fc.property(
        plans,
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 3 }),
        zones,
        (plan, seed, later, zone) => {
          const first = made(plan, zone);
          const month = addMonths(plan.month, later);
          const next = makePlan(seed, month, 5);
          next.current.bulkReturns[0]!.openSince = addMonths(month, -10);
          const given = { months: [plan.month], open: openOf(first) };
          const second = [...records(next, { rulebook: plansRulebook, zone, seed: 1, given })];
          const both = [...first, ...second];
          expect(planned(counted(both, plan.month, zone))).toEqual(planned(planCounts(plan).counts));
          expect(planned(counted(both, month, zone))).toEqual(planned(planCounts(next).counts));
          const owed = (batches: Made[]) => {
            const { until } = monthBounds(plan.month, zone);
            const waits = (one: OrderState) =>
              (one.resolvedAt ?? until) < until && (one.followedUpAt ?? until) >= until;
            const waiting = [...foldAll(batches).order.values()].filter(waits).length;
            return { waiting, overdue: counted(batches, plan.month, zone).overdueBefore };
          };
          expect(owed(both)).toEqual(owed(first));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("种子相同则记录逐字节相同，种子不同则不同", () => {
    const plan = makePlan(7, "2022-11", 5);
    const text = (seed: number) => JSON.stringify(made(plan, "Asia/Shanghai", seed));
    expect(text(3)).toBe(text(3));
    expect(text(3)).not.toBe(text(4));
  });

  it("没有将来的事：月后第一天早上九点以前都已发生，县级月报也在那以前交来、不早于月末", () => {
    const bare = makePlan(7, "2022-11", 5);
    const rates = { offered: 9, answered: 8, firstContact: null, onTime: null, followUp: null, satisfaction: null };
    const counties = ["东县", "西县", "南县"].map((platform) => ({ platform, ...rates, accuracy: 3000 }));
    const current = { ...bare.current, counties };
    const plan = { ...bare, current, previous: { ...bare.previous, counties } };
    const events = made(plan, "Asia/Shanghai").flatMap((batch) => batch.events);
    const { until } = monthBounds(plan.month, "Asia/Shanghai");
    const ahead = events.filter(({ at }) => at >= until + 9 * 3_600_000);
    expect(ahead.map(({ kind, at }) => `${kind} ${new Date(at).toISOString()}`)).toEqual([]);
    const delivered = events.filter(({ kind }) => kind === "countyReported").map(({ at }) => at);
    expect(delivered.map((at) => at >= until)).toEqual([false, false, false, true, true, true]);
  });

  it("退单的原因写成话，不是代码", () => {
    const events = made(makePlan(7, "2022-11", 5), "Asia/Shanghai").flatMap((batch) => batch.events);
    const asked = events.filter((event): event is LedgerEvent<"returnRequested"> => event.kind === "returnRequested");
    const reasons = asked.map(({ data }) => data.reason);
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).toMatch(/^\p{Script=Han}+$/u);
  });
});
