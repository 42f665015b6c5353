import type { Finding } from "../domain/finding.ts";
import type { Reading } from "./read/reading.ts";
import { average } from "./rule/average.ts";
import { change } from "./rule/change.ts";
import { changeUnit } from "./rule/changeUnit.ts";
import { grade } from "./rule/grade.ts";
import { impossible } from "./rule/impossible.ts";
import { lineUp } from "./rule/lineUp.ts";
import { listLength } from "./rule/listLength.ts";
import { listOrder } from "./rule/listOrder.ts";
import { oddShare } from "./rule/oddShare.ts";
import { partsAndWhole } from "./rule/partsAndWhole.ts";
import { periodSum } from "./rule/periodSum.ts";
import { pooledRate } from "./rule/pooledRate.ts";
import { rankColumn } from "./rule/rankColumn.ts";
import { rateOfCounts } from "./rule/rateOfCounts.ts";
import { scorecard } from "./rule/scorecard.ts";
import { scoreOfRate } from "./rule/scoreOfRate.ts";
import { scoreTotal } from "./rule/scoreTotal.ts";
import { shareOfBase } from "./rule/shareOfBase.ts";
import { tableRow } from "./rule/tableRow.ts";
import { tableSum } from "./rule/tableSum.ts";
import { textAgainstTable } from "./rule/textAgainstTable.ts";
import { topSum } from "./rule/topSum.ts";
import { twoValues } from "./rule/twoValues.ts";
import { wording } from "./rule/wording.ts";

/** 规则表: each looks at the whole report and says what contradicts what. */
export const rules: ((reading: Reading) => Finding[])[] = [
  partsAndWhole,
  periodSum,
  topSum,
  shareOfBase,
  oddShare,
  rateOfCounts,
  pooledRate,
  change,
  changeUnit,
  tableSum,
  tableRow,
  listLength,
  lineUp,
  impossible,
  listOrder,
  rankColumn,
  twoValues,
  textAgainstTable,
  wording,
  scorecard,
  scoreTotal,
  scoreOfRate,
  grade,
  average,
];
