import { sumOfUnits } from "./appendix1.ts";
import type { MonthCounts, Ratio, UnitFollowUpCounts } from "./counts.ts";
import { fraction, isLess } from "./exact.ts";
import { count, rate } from "./figure.ts";
import type { Measured } from "./measured.ts";
import { hasEnoughRatings, responseRatio, satisfactionOf } from "./satisfaction.ts";
import { referenceTo, ruleOf, type Setting, unitName, unitOrder } from "./setting.ts";

const isAbove = (a: Ratio | null, b: Ratio | null) =>
  a !== null &&
  b !== null &&
  a.denominator > 0 &&
  b.denominator > 0 &&
  isLess(fraction(b.numerator, b.denominator), fraction(a.numerator, a.denominator));

/** 承办量居前: the top 1/`part` of the units that had orders, rounded up, units level with the last of them included. */
function largest(setting: Setting, units: UnitFollowUpCounts[], part: number): UnitFollowUpCounts[] {
  const busy = units
    .filter((unit) => unit.validOrders > 0)
    .toSorted((a, b) => b.validOrders - a.validOrders || unitOrder(setting, a.unit) - unitOrder(setting, b.unit));
  const last = busy[Math.ceil(busy.length / part) - 1];
  return busy.filter((unit) => last !== undefined && unit.validOrders >= last.validOrders);
}

/**
 * 承办量大且满意率较高的单位: in the top third by volume, satisfaction above the total, enough ratings; thresholds are rows
 * of the rulebook. Without a rule there are none.
 */
export function largeAndSatisfied(
  setting: Setting,
  counts: MonthCounts,
): { unit: string; validOrders: Measured; satisfactionRate: Measured; responseShare: Measured }[] {
  const row = ruleOf(setting, "threshold", "largeShare");
  if (!row) return [];
  const whole = satisfactionOf(setting, sumOfUnits(counts.units)).ratio;
  const at = "report.largeAndSatisfied[]";
  return largest(setting, counts.units, row.value.value)
    .filter((unit) => hasEnoughRatings(setting, unit) && isAbove(satisfactionOf(setting, unit).ratio, whole))
    .map((unit) => {
      const about = { of: unitName(setting, unit.unit), rule: referenceTo(row, row.value.words) };
      const { ratio } = satisfactionOf(setting, unit);
      return {
        unit: about.of,
        validOrders: count(setting, `${at}.validOrders`, unit.validOrders, about),
        satisfactionRate: rate(setting, `${at}.satisfactionRate`, ratio, about),
        responseShare: rate(setting, `${at}.responseShare`, responseRatio(unit), { of: about.of }),
      };
    });
}
