import { onTimeOf, sumOfUnits } from "./appendix1.ts";
import type { ComparedCounts, MonthCounts, RatingCounts, Ratio } from "./counts.ts";
import { type Attached, count, countChange, rate, rateChange } from "./figure.ts";
import type { Figures } from "./figures.ts";
import type { Measured } from "./measured.ts";
import { acceptedOf, outcomeOf } from "./requestFigures.ts";
import { pooled, ratedOnly, satisfactionOf } from "./satisfaction.ts";
import type { Setting } from "./setting.ts";
import { dispatchedHot, firstContactHot } from "./topicFigures.ts";

const firstContactRatio = (counts: ComparedCounts): Ratio => ({
  numerator: outcomeOf(counts, "firstContact"),
  denominator: acceptedOf(counts),
});

const onTimeRatio = (counts: ComparedCounts): Ratio => onTimeOf(sumOfUnits(counts.units));

function satisfaction(setting: Setting, path: string, ratings: RatingCounts): Measured {
  const { ratio, rule } = satisfactionOf(setting, ratings);
  const attached: Attached = { rule };
  if (!rule) attached.note = "规则库中没有本月有效的满意率口径";
  return rate(setting, path, ratio, attached);
}

/** 办理情况: identity of the month, the three satisfaction rates, first-contact and on-time rates with 环比, hot topics. */
export function handlingFigures(
  setting: Setting,
  counts: MonthCounts,
  before: ComparedCounts | null,
): Figures<Measured>["handling"] {
  const dispatched = outcomeOf(counts, "dispatched");
  const firstContact = ratedOnly(counts.firstContactRatings);
  const followedUp = sumOfUnits(counts.units);
  const [contactRatio, contactBefore] = [firstContactRatio(counts), before && firstContactRatio(before)];
  const [onTime, onTimeBefore] = [onTimeRatio(counts), before && onTimeRatio(before)];
  return {
    accepted: count(setting, "handling.accepted", acceptedOf(counts)),
    firstContact: count(setting, "handling.firstContact", contactRatio.numerator),
    dispatched: count(setting, "handling.dispatched", dispatched),
    overallSatisfaction: satisfaction(setting, "handling.overallSatisfaction", pooled(firstContact, followedUp)),
    firstContactSatisfaction: satisfaction(setting, "handling.firstContactSatisfaction", firstContact),
    followUpSatisfaction: satisfaction(setting, "handling.followUpSatisfaction", followedUp),
    firstContactRate: rate(setting, "handling.firstContactRate", contactRatio),
    firstContactRateMoM: rateChange(setting, "handling.firstContactRateMoM", contactRatio, contactBefore),
    dispatchedMoM: countChange(
      setting,
      "handling.dispatchedMoM",
      dispatched,
      before && outcomeOf(before, "dispatched"),
    ),
    onTimeRate: rate(setting, "handling.onTimeRate", onTime),
    onTimeRateMoM: rateChange(setting, "handling.onTimeRateMoM", onTime, onTimeBefore),
    firstContactHot: firstContactHot(setting, counts),
    dispatchedHot: dispatchedHot(setting, counts),
  };
}
