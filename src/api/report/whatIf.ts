import { whatIf, whatIfQuery } from "../../contract/report/edition.ts";
import { firstDay } from "../../domain/calendar/month.ts";
import { toFile } from "../../domain/measure/toFile.ts";
import { formulaChanges, underFormulasOf } from "../../domain/rule/otherwise.ts";
import { operation } from "../operation.ts";
import { computeMonth, recomputedUnder } from "./compute.ts";
import { changesOf, READING } from "./view.ts";

/** 另算: a month under the formulas of another day, beside its own; nothing is changed by asking. */
export const readWhatIf = operation({
  id: "readReportWhatIf",
  method: "GET",
  path: "/report-what-ifs",
  summary: "另算：某个月换成某一天的口径和评分，哪些数字会不同",
  tag: "月报",
  permit: READING,
  query: whatIfQuery,
  answer: whatIf,
  handle: ({ query: { month, formulasOf } }, { db, platform }) =>
    // both of one moment
    db.snapshot(async (tx) => {
      const own = await computeMonth(tx, platform, month);
      const { rulebook } = own.source;
      const other = await recomputedUnder(tx, platform, own.source, underFormulasOf(rulebook, formulasOf));
      return {
        rules: formulaChanges(rulebook, [firstDay(month), formulasOf]),
        changes: changesOf(toFile(own.figures), toFile(other)),
      };
    }),
});
