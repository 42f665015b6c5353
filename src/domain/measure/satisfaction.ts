import { dateWords } from "../calendar/civil.ts";
import { isMonth } from "../calendar/month.ts";
import { periodName } from "../calendar/period.ts";
import type { RuleKinds, RuleRow } from "../rule/rulebook.ts";
import type { RatingCounts, Ratio } from "./counts.ts";
import type { RuleReference } from "./measured.ts";
import { referenceTo, ruleOf, type Setting } from "./setting.ts";

/** 满意率口径 in force on the month's first day, or null. */
export const satisfactionRule = (setting: Setting): RuleRow<"satisfaction"> | null =>
  ruleOf(setting, "satisfaction", "satisfactionRate");

/** 满意率的分子、分母 by a rule: each is the sum of the ratings it names. */
export const satisfactionRatio = (rule: RuleKinds["satisfaction"], ratings: RatingCounts): Ratio => ({
  numerator: rule.numerator.reduce((sum, rating) => sum + ratings[rating], 0),
  denominator: rule.denominator.reduce((sum, rating) => sum + ratings[rating], 0),
});

/** 满意率 under the month's rule, with its reference; null without a rule. */
export function satisfactionOf(
  setting: Setting,
  ratings: RatingCounts,
): { ratio: Ratio | null; rule: RuleReference | null } {
  const row = satisfactionRule(setting);
  if (!row) return { ratio: null, rule: null };
  return { ratio: satisfactionRatio(row.value, ratings), rule: referenceTo(row, row.value.words) };
}

/** 已评价的在线办结: first-contact resolutions count only when rated, under whichever rule. */
export const ratedOnly = (ratings: RatingCounts): RatingCounts => ({ ...ratings, noResponse: 0 });

/** 合并评价 */
export const pooled = (a: RatingCounts, b: RatingCounts): RatingCounts => ({
  satisfied: a.satisfied + b.satisfied,
  neutral: a.neutral + b.neutral,
  dissatisfied: a.dissatisfied + b.dissatisfied,
  noResponse: a.noResponse + b.noResponse,
});

/** 参评: rated ÷ followed up. */
export const responseRatio = ({ satisfied, neutral, dissatisfied, noResponse }: RatingCounts): Ratio => {
  const numerator = satisfied + neutral + dissatisfied;
  return { numerator, denominator: numerator + noResponse };
};

/** 已评价件数 */
export const ratedCount = (ratings: RatingCounts): number => responseRatio(ratings).numerator;

/** 评价是否足够: at least as many ratings as the threshold of the rulebook; without one any number is. */
export const hasEnoughRatings = (setting: Setting, ratings: RatingCounts): boolean =>
  ratedCount(ratings) >= (ruleOf(setting, "threshold", "enoughRatings")?.value.value ?? 0);

/** 样本不足说明, or undefined where there are enough. */
export const sampleNote = (setting: Setting, ratings: RatingCounts): string | undefined =>
  hasEnoughRatings(setting, ratings) ? undefined : `样本不足：已评价${ratedCount(ratings)}件`;

/** 口径变更说明: said beside a comparison whose two months stand under different rules; null otherwise. */
export function changeOfRule(setting: Setting, earlier: Setting): string | null {
  const [now, before] = [satisfactionRule(setting), satisfactionRule(earlier)];
  if (!now || !before || now.from === before.from) return null;
  const then = `${periodName(earlier.month)}按“${before.value.words}”，${periodName(setting.month)}按“${now.value.words}”`;
  return `满意率口径自${dateWords(now.from)}起变更：${then}；比较的是${isMonth(setting.month) ? "两月" : "两期"}各自口径下的数，未按同一口径重算`;
}
