import { whatIf, whatIfQuery } from "../../contract/report/edition.ts";
import type { CivilDate, Instant } from "../../domain/calendar/civil.ts";
import { ruleDay } from "../../domain/calendar/month.ts";
import { toFile } from "../../domain/measure/toFile.ts";
import { formulaChanges, underFormulasOf } from "../../domain/rule/otherwise.ts";
import type { Database } from "../../store/database.ts";
import type { Platform } from "../../store/platform.ts";
import { operation } from "../operation.ts";
import { computeMonth, recomputedUnder } from "./compute.ts";
import { changesOf, READING } from "./view.ts";

/** 一个月换成那一天的算法, both of one moment */
export const monthOtherwise = (db: Database, platform: Platform, month: string, formulasOf: CivilDate, now: Instant) =>
  db.snapshot(async (tx) => {
    const { source, figures } = await computeMonth(tx, platform, month, { now });
    const other = await recomputedUnder(tx, platform, source, underFormulasOf(source.rulebook, formulasOf));
    return {
      rules: formulaChanges(source.rulebook, [ruleDay(month), formulasOf]),
      changes: changesOf(toFile(figures), toFile(other)),
    };
  });

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
  handle: ({ query: { month, formulasOf } }, { db, platform, at }) =>
    monthOtherwise(db, platform, month, formulasOf, at),
});
