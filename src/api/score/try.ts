import { scorecardTrial, scorecardTried } from "../../contract/score/score.ts";
import { monthScores } from "../../domain/measure/scores.ts";
import { ruleFault } from "../../domain/rule/fault.ts";
import { scorecardRow, underScorecard } from "../../domain/rule/otherwise.ts";
import { operation } from "../operation.ts";
import { scoreSource } from "./load.ts";
import { compared } from "./whatIf.ts";

/** 试算评分表: past months as it would score them, beside what they have; the faults are those of keeping it. */
export const tryScorecard = operation({
  id: "tryScorecard",
  method: "POST",
  path: "/scores/trials",
  summary: "试算评分表：写下以前，看过去的月份各家得分和名次怎样不同；什么也不写",
  tag: "考核",
  permit: ["administrator", "office"],
  body: scorecardTrial,
  answer: scorecardTried,
  handle: ({ body: { value, months } }, visit) =>
    visit.db.snapshot(async (tx) => {
      const { rulebook } = await visit.rules(tx);
      const fault = ruleFault(scorecardRow(value), rulebook);
      if (fault) return fault;
      const tried = [];
      const without = [];
      for (const month of [...new Set(months)]) {
        const source = await scoreSource(tx, visit.platform, month, rulebook);
        const after = source && monthScores({ ...source, rulebook: underScorecard(rulebook, value) });
        if (after) tried.push(compared(month, monthScores(source), after));
        else without.push(month);
      }
      return { months: tried, without };
    }),
});
