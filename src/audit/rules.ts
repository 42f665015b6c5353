import type { Finding } from "../domain/finding.ts";
import type { Reading } from "./read/reading.ts";
import { announcedList } from "./rule/announcedList.ts";
import { average } from "./rule/average.ts";
import { beyondWhole } from "./rule/beyondWhole.ts";
import { change } from "./rule/change.ts";
import { changeColumn } from "./rule/changeColumn.ts";
import { changeUnit } from "./rule/changeUnit.ts";
import { cumulative } from "./rule/cumulative.ts";
import { daily } from "./rule/daily.ts";
import { dateOrder } from "./rule/dateOrder.ts";
import { dateRow } from "./rule/dateRow.ts";
import { dateSpan } from "./rule/dateSpan.ts";
import { differences } from "./rule/difference.ts";
import { duration } from "./rule/duration.ts";
import { grade } from "./rule/grade.ts";
import { halfUpdated } from "./rule/halfUpdated.ts";
import { impossible } from "./rule/impossible.ts";
import { lineUp } from "./rule/lineUp.ts";
import { listedTotal } from "./rule/listedTotal.ts";
import { listLength } from "./rule/listLength.ts";
import { listOrder } from "./rule/listOrder.ts";
import { meanRow } from "./rule/meanRow.ts";
import { namedRun } from "./rule/namedRun.ts";
import { oddShare } from "./rule/oddShare.ts";
import { partsAndWhole } from "./rule/partsAndWhole.ts";
import { perEach } from "./rule/perEach.ts";
import { periodSum } from "./rule/periodSum.ts";
import { placing } from "./rule/placing.ts";
import { pooledInTable } from "./rule/pooledInTable.ts";
import { pooledRate } from "./rule/pooledRate.ts";
import { quarters } from "./rule/quarters.ts";
import { rankColumn } from "./rule/rankColumn.ts";
import { rateOfCounts } from "./rule/rateOfCounts.ts";
import { rateOfRows } from "./rule/rateOfRows.ts";
import { roughShare } from "./rule/roughShare.ts";
import { saidTwice } from "./rule/saidTwice.ts";
import { scorecard } from "./rule/scorecard.ts";
import { scoreOfRate } from "./rule/scoreOfRate.ts";
import { scoreTotal } from "./rule/scoreTotal.ts";
import { serial } from "./rule/serial.ts";
import { shareOfBase } from "./rule/shareOfBase.ts";
import { standing } from "./rule/standing.ts";
import { tableRow } from "./rule/tableRow.ts";
import { tableSum } from "./rule/tableSum.ts";
import { target } from "./rule/target.ts";
import { textAgainstTable } from "./rule/textAgainstTable.ts";
import { textMean } from "./rule/textMean.ts";
import { threshold } from "./rule/threshold.ts";
import { topSum } from "./rule/topSum.ts";
import { trend } from "./rule/trend.ts";
import { twoValues } from "./rule/twoValues.ts";
import { wording } from "./rule/wording.ts";

/** 规则表: each looks at the whole report and says what contradicts what. */
export const rules: ((reading: Reading) => Finding[])[] = [
  partsAndWhole,
  listedTotal,
  beyondWhole,
  cumulative,
  periodSum,
  quarters,
  topSum,
  shareOfBase,
  oddShare,
  roughShare,
  rateOfCounts,
  rateOfRows,
  pooledRate,
  pooledInTable,
  differences,
  change,
  changeColumn,
  serial,
  changeUnit,
  tableSum,
  tableRow,
  listLength,
  announcedList,
  lineUp,
  impossible,
  dateSpan,
  dateRow,
  dateOrder,
  listOrder,
  rankColumn,
  placing,
  namedRun,
  standing,
  threshold,
  twoValues,
  saidTwice,
  halfUpdated,
  textAgainstTable,
  wording,
  trend,
  target,
  scorecard,
  perEach,
  scoreTotal,
  scoreOfRate,
  grade,
  average,
  meanRow,
  textMean,
  duration,
  daily,
];
