import type { CallCounts, MonthCounts, Ratio } from "./counts.ts";
import { count, countChange, rate, rateChange } from "./figure.ts";
import type { Figures } from "./figures.ts";
import type { Measured } from "./measured.ts";
import { referenceTo, ruleOf, type Setting } from "./setting.ts";

const answered = (calls: CallCounts): Ratio => ({ numerator: calls.answered, denominator: calls.offered });

function answeredWithin(setting: Setting, calls: CallCounts): Measured {
  const row = ruleOf(setting, "answerWithin", "answeredWithin15s");
  const ratio = row && { numerator: calls.answeredWithin15s, denominator: calls[row.value.of] };
  return rate(setting, "calls.answeredWithin15s", ratio, { rule: row && referenceTo(row, row.value.words) });
}

/** 话务: calls offered, answer rates and their 环比. */
export function callFigures(
  setting: Setting,
  counts: Pick<MonthCounts, "calls">,
  before: Pick<MonthCounts, "calls"> | null,
): Figures<Measured>["calls"] {
  const [now, earlier] = [counts.calls, before?.calls ?? null];
  return {
    offered: count(setting, "calls.offered", now.offered),
    offeredMoM: countChange(setting, "calls.offeredMoM", now.offered, earlier?.offered ?? null),
    answerRate: rate(setting, "calls.answerRate", answered(now)),
    answerRateMoM: rateChange(setting, "calls.answerRateMoM", answered(now), earlier && answered(earlier)),
    answeredWithin15s: answeredWithin(setting, now),
  };
}
