import { sumOfUnits } from "./appendix1.ts";
import type { ComparedCounts, MonthCounts, RatingCounts } from "./counts.ts";
import { count, movement, rate, rateChange } from "./figure.ts";
import type { ReportPart } from "./reportFigures.ts";
import { changeOfRule, pooled, responseRatio, sampleNote, satisfactionOf } from "./satisfaction.ts";
import { type Setting, unitName, unitOrder } from "./setting.ts";
import { tally, total } from "./tally.ts";

/** 参评率: over all ratings, first-contact, followed-up, and per unit in configured order. */
export function responseShares(setting: Setting, counts: MonthCounts): ReportPart<"responseShares"> {
  const followedUp = sumOfUnits(counts.units);
  const share = (key: string, ratings: RatingCounts, of?: string) =>
    rate(setting, `report.responseShares.${key}`, responseRatio(ratings), { of, note: sampleNote(setting, ratings) });
  const byUnit = counts.units.toSorted((a, b) => unitOrder(setting, a.unit) - unitOrder(setting, b.unit));
  return {
    overall: share("overall", pooled(counts.firstContactRatings, followedUp)),
    firstContact: share("firstContact", counts.firstContactRatings),
    followUp: share("followUp", followedUp),
    byUnit: byUnit.map((row) => {
      const unit = unitName(setting, row.unit);
      return { unit, share: share("byUnit[].share", row, unit) };
    }),
  };
}

/** 回访率 and the satisfaction rate against the month before, each under its own rule. */
export function followUp(
  setting: Setting,
  earlier: Setting,
  counts: MonthCounts,
  before: ComparedCounts | null,
): ReportPart<"followUp"> {
  const sum = sumOfUnits(counts.units);
  const now = satisfactionOf(setting, sum);
  const then = before && satisfactionOf(earlier, sumOfUnits(before.units)).ratio;
  const note = changeOfRule(setting, earlier) ?? undefined;
  const { dueForFollowUp } = counts;
  return {
    satisfactionMoM: rateChange(setting, "report.followUp.satisfactionMoM", now.ratio, then, { rule: now.rule, note }),
    due: count(setting, "report.followUp.due", dueForFollowUp),
    rate: rate(setting, "report.followUp.rate", { numerator: sum.followUps, denominator: dueForFollowUp }),
    channels: counts.followUpChannels.map((row) => ({
      channel: row.channel,
      count: count(setting, "report.followUp.channels[].count", row.count),
    })),
  };
}

const overdueByUnit = (rows: MonthCounts["overdue"]) =>
  tally(
    rows,
    (row) => row.unit,
    (row) => row.count,
  );

/** 超期存量的增减, by unit of either instant. */
export function openOverdue(setting: Setting, counts: MonthCounts): ReportPart<"openOverdue"> {
  const sum = (rows: MonthCounts["overdue"]) => total(rows, (row) => row.count);
  const [now, then] = [overdueByUnit(counts.overdue), overdueByUnit(counts.overdueBefore)];
  const either = [...new Set([...now.keys(), ...then.keys()])].toSorted(
    (a, b) => (now.get(b) ?? 0) - (now.get(a) ?? 0) || unitOrder(setting, a) - unitOrder(setting, b),
  );
  return {
    before: count(setting, "report.openOverdue.before", sum(counts.overdueBefore)),
    movement: movement(setting, "report.openOverdue.movement", sum(counts.overdue), sum(counts.overdueBefore)),
    byUnit: either.map((code) => {
      const [of, here, was] = [unitName(setting, code), now.get(code) ?? 0, then.get(code) ?? 0];
      return {
        unit: of,
        count: count(setting, "report.openOverdue.byUnit[].count", here, { of }),
        movement: movement(setting, "report.openOverdue.byUnit[].movement", here, was, { of }),
      };
    }),
  };
}

/** 退单: requested, accepted, rejected and late, by the instant of the request. */
export function returns(setting: Setting, counts: MonthCounts): ReportPart<"returns"> {
  const one = (key: keyof MonthCounts["returns"]) => count(setting, `report.returns.${key}`, counts.returns[key]);
  return { requested: one("requested"), accepted: one("accepted"), rejected: one("rejected"), late: one("late") };
}
