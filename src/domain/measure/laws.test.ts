import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nothing, rulebook } from "../../../test/world/yunling.ts";
import { compareFigures } from "./compare.ts";
import type { MonthCounts, UnitFollowUpCounts } from "./counts.ts";
import type { Measured } from "./measured.ts";
import { monthFigures } from "./monthFigures.ts";
import { reportFigures } from "./reportFigures.ts";
import { toFile } from "./toFile.ts";

const small = fc.nat({ max: 40 });
const CATEGORIES = ["101", "102", "201", "202", "301"];
const category = fc.constantFrom(...CATEGORIES);
const type = fc.constantFrom("咨询", "求助", "投诉", "建议", "无效");
const outcome = fc.constantFrom("firstContact", "dispatched", "pending", "withdrawn");
const UNITS = ["D1", "K1", "W", "T", "B"];
const unit = fc.constantFrom(...UNITS);
const ratings = fc.record({ satisfied: small, neutral: small, dissatisfied: small, noResponse: small });

const followedUp = (code: string): fc.Arbitrary<UnitFollowUpCounts> =>
  fc.tuple(ratings, small, small, small).map(([rated, late, uninformed, returnsRejected]) => {
    const followUps = rated.satisfied + rated.neutral + rated.dissatisfied + rated.noResponse;
    const returned = { returnsRequested: returnsRejected, returnsAccepted: 0, returnsRejected, returnsLate: 0 };
    const onTime = followUps - Math.min(late, followUps);
    const informed = followUps - Math.min(uninformed, followUps);
    return { unit: code, validOrders: followUps, ...returned, onTime, informed, followUps, ...rated };
  });

const free: fc.Arbitrary<MonthCounts> = fc.record({
  month: fc.constant("2023-05"),
  calls: fc.tuple(small, small, small).map(([fast, slow, lost]) => ({
    offered: fast + slow + lost,
    answered: fast + slow,
    answeredWithin15s: fast,
  })),
  requests: fc.array(fc.record({ category, type, outcome, count: small }), { maxLength: 12 }),
  mergedRepeats: small,
  firstContactRatings: ratings,
  hotEvents: fc.constant([]),
  dispatched: fc.array(fc.record({ unit, category, count: small }), { maxLength: 12 }),
  units: fc.tuple(...UNITS.map(followedUp)),
  dissatisfied: fc.constant([]),
  dueForFollowUp: small,
  followUpChannels: fc.constant([]),
  overdue: fc.array(fc.record({ unit, topic: fc.constant("停车难"), count: small }), { maxLength: 5 }),
  overdueBefore: fc.constant([]),
  returns: fc.constant(nothing.returns),
  counties: fc.constant([]),
  mysteryCalls: fc.constant([]),
  leaderDays: fc.constant([]),
  bulkReturns: fc.constant([]),
});

/** the dissatisfied are those of the follow-ups, each unit's under one subcategory */
const month = free.map((counts) => ({
  ...counts,
  dissatisfied: counts.units.map((row, at) => ({ category: CATEGORIES[at] ?? "", count: row.dissatisfied })),
}));

/** may exceed 100 %: several returns of one order; follow-ups of another month's due */
const UNBOUNDED = new Set(["orders.returnRate", "followUp.rate"]);

const sourceOf = (counts: MonthCounts) => ({ counts, before: null, rulebook, platform: "云岭市", month: "2023-05" });
const figuresOf = (counts: MonthCounts) => monthFigures(sourceOf(counts));

function measured(value: unknown): Measured[] {
  if (value === null || typeof value !== "object") return [];
  if ("measure" in value && "kind" in value) return [value as Measured];
  return Object.values(value).flatMap(measured);
}

const sum = (figures: Measured[]) => figures.reduce((total, figure) => total + (figure.value ?? 0), 0);

describe("任何一个月都成立", () => {
  test("每个数要么有值，要么有没有值的原因；百分比在 0 与 100 之间", () => {
    fc.assert(
      fc.property(month, (counts) => {
        for (const figure of measured([figuresOf(counts), reportFigures(sourceOf(counts))])) {
          expect((figure.value === null) === (figure.reason !== undefined)).toBe(true);
          if (figure.kind === "percent" && !UNBOUNDED.has(figure.measure))
            expect((figure.value ?? 0) >= 0 && (figure.value ?? 0) <= 10000).toBe(true);
        }
      }),
    );
  });

  test("受理 = 在线办结 + 派发 + 待处理 + 撤单 = 各类型之和", () => {
    fc.assert(
      fc.property(month, (counts) => {
        const { handling, requests } = figuresOf(counts);
        const { pending, withdrawn } = reportFigures(sourceOf(counts)).requests;
        const accepted = handling.accepted.value;
        expect(sum([handling.firstContact, handling.dispatched, pending, withdrawn])).toBe(accepted);
        expect(sum(requests.byType.map((row) => row.count))).toBe(accepted);
      }),
    );
  });

  test("正文的回访数与附件1总计相同，总计是各行之和", () => {
    fc.assert(
      fc.property(month, (counts) => {
        const { followUp, handling, appendix1 } = figuresOf(counts);
        const rows = appendix1.groups.flatMap((group) => group.rows);
        for (const key of ["followUps", "satisfied", "neutral", "noResponse", "dissatisfied"] as const) {
          expect(followUp[key].value).toBe(appendix1.total[key].value);
          expect(sum(rows.map((row) => row[key]))).toBe(appendix1.total[key].value);
        }
        expect(followUp.satisfactionRate.value).toBe(appendix1.total.satisfactionRate.value);
        expect(handling.onTimeRate.value).toBe(appendix1.total.onTimeRate.value);
      }),
    );
  });

  test("文明创建各组之和是总数", () => {
    fc.assert(
      fc.property(month, (counts) => {
        const groups = reportFigures(sourceOf(counts)).civilized.map((row) => row.count);
        expect(sum(groups)).toBe(figuresOf(counts).civilizedCity.count.value);
      }),
    );
  });

  test("记录的先后不改变任何一个数", () => {
    fc.assert(
      fc.property(month, (counts) => {
        const turned = Object.fromEntries(
          Object.entries(counts).map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]),
        ) as unknown as MonthCounts;
        expect(compareFigures(toFile(figuresOf(counts)), toFile(figuresOf(turned)))).toEqual([]);
      }),
    );
  });
});
