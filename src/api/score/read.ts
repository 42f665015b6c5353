import { monthScores as answer, scoreQuery } from "../../contract/score/score.ts";
import { previousMonth } from "../../domain/calendar/month.ts";
import { isRefused } from "../../domain/refusal.ts";
import { operation } from "../operation.ts";
import { READING } from "../report/view.ts";
import { scoreSource, scoresOf } from "./load.ts";
import { scoresView } from "./view.ts";

/** 考核得分: a month's scores with their arithmetic, beside those of the month before under its own scorecard. */
export const readScores = operation({
  id: "readScores",
  method: "GET",
  path: "/scores",
  summary: "考核得分：一个月各县级平台、各承办单位的得分、算式、名次或分档，与上月比",
  tag: "考核",
  permit: READING,
  query: scoreQuery,
  answer,
  handle: ({ query: { month } }, visit) =>
    visit.db.snapshot(async (tx) => {
      const { rulebook } = await visit.rules(tx);
      const scores = scoresOf(await scoreSource(tx, visit.platform, month, rulebook), month);
      if (isRefused(scores)) return scores;
      const before = previousMonth(month);
      const earlier = scoresOf(await scoreSource(tx, visit.platform, before, rulebook), before);
      return scoresView(month, scores, isRefused(earlier) ? null : earlier);
    }),
});
