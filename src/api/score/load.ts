/** 一个月的得分, from the records as they are now. */
import { periodName } from "../../domain/calendar/period.ts";
import { type MonthScores, monthScores, type ScoreSource } from "../../domain/measure/scores.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import type { Database } from "../../store/database.ts";
import type { Platform } from "../../store/platform.ts";
import { scoreCounts } from "../../store/question/scoreCounts.ts";

/** 评分的依据; null: a month without any. */
export async function scoreSource(
  db: Database,
  platform: Platform,
  month: string,
  rulebook: Rulebook,
): Promise<ScoreSource | null> {
  const counts = await scoreCounts(db, platform, month, rulebook);
  const isEmpty = counts.units.length + counts.counties.length + counts.mysteryCalls.length === 0;
  return isEmpty ? null : { counts, rulebook, platform: platform.name, month };
}

export const emptyMonth = (month: string): Refused =>
  refuse("emptyMonth", `${periodName(month)}没有可以评分的记录。`, "请换一个月份。");

/** 得分; refuses a month without records, or without a scorecard. */
export function scoresOf(source: ScoreSource | null, month: string): MonthScores | Refused {
  if (source === null) return emptyMonth(month);
  const scores = monthScores(source);
  return (
    scores ?? refuse("noScorecard", `${periodName(month)}没有有效的评分表。`, "请先在系统管理里新增一版考核评分。")
  );
}
