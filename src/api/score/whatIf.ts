import type { z } from "zod";
import { scoreWhatIf, scoreWhatIfQuery } from "../../contract/score/score.ts";
import { dateWords } from "../../domain/calendar/civil.ts";
import { type MonthScores, sideBySide } from "../../domain/measure/scores.ts";
import { isRefused, refuse } from "../../domain/refusal.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import { underScorecard } from "../../domain/rule/otherwise.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import type { Database } from "../../store/database.ts";
import type { Platform } from "../../store/platform.ts";
import { operation } from "../operation.ts";
import { READING } from "../report/view.ts";
import { scoreSource, scoresOf } from "./load.ts";
import { cardView, moveView } from "./view.ts";

/** 并排 */
export const compared = (month: string, before: MonthScores | null, after: MonthScores) => ({
  month,
  counties: sideBySide(before?.counties ?? null, after.counties).map(moveView),
  units: sideBySide(before?.units ?? null, after.units).map(moveView),
});

/** 一个月换成那一天的评分表, both of one moment */
export const scoresOtherwise = (
  db: Database,
  platform: Platform,
  rulebook: Rulebook,
  { month, scorecardOf }: z.output<typeof scoreWhatIfQuery>,
) =>
  db.snapshot(async (tx) => {
    const other = inForce(rulebook, "scorecard", "countyComposite", scorecardOf);
    if (other === null) return refuse("noScorecard", `${dateWords(scorecardOf)}没有有效的评分表。`, "请换一个日期。");
    const source = await scoreSource(tx, platform, month, rulebook);
    const own = scoresOf(source, month);
    if (isRefused(own)) return own;
    const otherwise = scoresOf({ ...source!, rulebook: underScorecard(rulebook, other.value) }, month);
    if (isRefused(otherwise)) return otherwise;
    return { card: cardView(own.rule), other: cardView(other), ...compared(month, own, otherwise) };
  });

/** 换一张评分表: a month as another day's scorecard would score it, beside its own; nothing is changed by asking. */
export const readScoreWhatIf = operation({
  id: "readScoreWhatIf",
  method: "GET",
  path: "/score-what-ifs",
  summary: "另算：一个月换成某一天有效的评分表，各家得分和名次怎样不同",
  tag: "考核",
  permit: READING,
  query: scoreWhatIfQuery,
  answer: scoreWhatIf,
  handle: async ({ query }, { db, platform, rules }) => scoresOtherwise(db, platform, (await rules()).rulebook, query),
});
