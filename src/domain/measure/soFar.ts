/** 到现在为止的数: rates of a period that isn't over, by the formulas of the month. */
import { onTimeOf } from "./appendix1.ts";
import type { RatingCounts, UnitFollowUpCounts } from "./counts.ts";
import { rate } from "./figure.ts";
import type { Measured } from "./measured.ts";
import { responseRatio, sampleNote, satisfactionOf } from "./satisfaction.ts";
import type { Setting } from "./setting.ts";

/** 满意率 and 参评率 belong together: the one says nothing without the other. */
export function ratedSoFar(setting: Setting, ratings: RatingCounts): { satisfaction: Measured; response: Measured } {
  const { ratio, rule } = satisfactionOf(setting, ratings);
  const note = sampleNote(setting, ratings);
  return {
    satisfaction: rate(setting, "followUp.satisfactionRate", ratio, { rule, note }),
    response: rate(setting, "report.responseShares.followUp", responseRatio(ratings), { note }),
  };
}

/** 按时办结率 over the valid work orders followed up. */
export const onTimeSoFar = (setting: Setting, counts: Pick<UnitFollowUpCounts, "validOrders" | "onTime">): Measured =>
  rate(setting, "handling.onTimeRate", onTimeOf(counts));
