import type { Finding } from "../domain/finding.ts";
import type { Reading } from "./read/reading.ts";
import { againstNamed } from "./rule/change/againstNamed.ts";
import { amountAgain } from "./rule/change/amountAgain.ts";
import { arrow } from "./rule/change/arrow.ts";
import { change } from "./rule/change/change.ts";
import { changeColumn } from "./rule/change/changeColumn.ts";
import { changeUnit } from "./rule/change/changeUnit.ts";
import { differences } from "./rule/change/difference.ts";
import { duration } from "./rule/change/duration.ts";
import { formersInTurn } from "./rule/change/formersInTurn.ts";
import { gap } from "./rule/change/gap.ts";
import { growthOfColumns } from "./rule/change/growthOfColumns.ts";
import { growthOfParts } from "./rule/change/growthOfParts.ts";
import { lastTime } from "./rule/change/lastTime.ts";
import { namedAmount } from "./rule/change/namedAmount.ts";
import { namedPair } from "./rule/change/namedPair.ts";
import { ofTotals } from "./rule/change/ofTotals.ts";
import { oppositeWays } from "./rule/change/oppositeWays.ts";
import { risesFalls } from "./rule/change/risesFalls.ts";
import { saidChange } from "./rule/change/saidChange.ts";
import { serial } from "./rule/change/serial.ts";
import { severalChanges } from "./rule/change/severalChanges.ts";
import { steady } from "./rule/change/steady.ts";
import { times } from "./rule/change/times.ts";
import { trend } from "./rule/change/trend.ts";
import { twoPeriods } from "./rule/change/twoPeriods.ts";
import { wrongBase } from "./rule/change/wrongBase.ts";
import { clock } from "./rule/day/clock.ts";
import { dateline } from "./rule/day/dateline.ts";
import { dateOrder } from "./rule/day/dateOrder.ts";
import { dateRow } from "./rule/day/dateRow.ts";
import { dateSpan } from "./rule/day/dateSpan.ts";
import { impossible } from "./rule/day/impossible.ts";
import { lateDays } from "./rule/day/lateDays.ts";
import { ownPeriod } from "./rule/day/ownPeriod.ts";
import { alignedMost } from "./rule/list/alignedMost.ts";
import { announcedList } from "./rule/list/announcedList.ts";
import { announcedNames } from "./rule/list/announcedNames.ts";
import { announcedSum } from "./rule/list/announcedSum.ts";
import { closingOrder } from "./rule/list/closingOrder.ts";
import { headedItems } from "./rule/list/headedItems.ts";
import { inTurnCount } from "./rule/list/inTurnCount.ts";
import { involvedAreas } from "./rule/list/involvedAreas.ts";
import { lineUp } from "./rule/list/lineUp.ts";
import { listLength } from "./rule/list/listLength.ts";
import { listOrder } from "./rule/list/listOrder.ts";
import { listPeak } from "./rule/list/listPeak.ts";
import { ordinals } from "./rule/list/ordinals.ts";
import { repeatedName } from "./rule/list/repeatedName.ts";
import { repeatedRow } from "./rule/list/repeatedRow.ts";
import { saidLength } from "./rule/list/saidLength.ts";
import { average } from "./rule/mean/average.ts";
import { bracketMean } from "./rule/mean/bracketMean.ts";
import { daily } from "./rule/mean/daily.ts";
import { meanRow } from "./rule/mean/meanRow.ts";
import { perDay } from "./rule/mean/perDay.ts";
import { perOne } from "./rule/mean/perOne.ts";
import { perTenThousand } from "./rule/mean/perTenThousand.ts";
import { textMean } from "./rule/mean/textMean.ts";
import { twoMeans } from "./rule/mean/twoMeans.ts";
import { allMoved } from "./rule/place/allMoved.ts";
import { besideExtreme } from "./rule/place/besideExtreme.ts";
import { everyBound } from "./rule/place/everyBound.ts";
import { exceeds } from "./rule/place/exceeds.ts";
import { extent } from "./rule/place/extent.ts";
import { listBound } from "./rule/place/listBound.ts";
import { namedBound } from "./rule/place/namedBound.ts";
import { namedSum } from "./rule/place/namedSum.ts";
import { placing } from "./rule/place/placing.ts";
import { rankColumn } from "./rule/place/rankColumn.ts";
import { rankShift } from "./rule/place/rankShift.ts";
import { rowChange } from "./rule/place/rowChange.ts";
import { rowComment } from "./rule/place/rowComment.ts";
import { rowDifference } from "./rule/place/rowDifference.ts";
import { rowGrowth } from "./rule/place/rowGrowth.ts";
import { rowPoints } from "./rule/place/rowPoints.ts";
import { rowShare } from "./rule/place/rowShare.ts";
import { rowsOf } from "./rule/place/rowsOf.ts";
import { standing } from "./rule/place/standing.ts";
import { textAgainstTable } from "./rule/place/textAgainstTable.ts";
import { threshold } from "./rule/place/threshold.ts";
import { complementRates } from "./rule/rate/complementRates.ts";
import { headedRates } from "./rule/rate/headedRates.ts";
import { linedRates } from "./rule/rate/linedRates.ts";
import { looseRatio } from "./rule/rate/looseRatio.ts";
import { overallOfTable } from "./rule/rate/overallOfTable.ts";
import { partition } from "./rule/rate/partition.ts";
import { pooledInTable } from "./rule/rate/pooledInTable.ts";
import { pooledParts } from "./rule/rate/pooledParts.ts";
import { pooledRate } from "./rule/rate/pooledRate.ts";
import { pooledSections } from "./rule/rate/pooledSections.ts";
import { rateOfCounts } from "./rule/rate/rateOfCounts.ts";
import { rateOfRows } from "./rule/rate/rateOfRows.ts";
import { slippedRate } from "./rule/rate/slippedRate.ts";
import { toldFormula } from "./rule/rate/toldFormula.ts";
import { tableRow } from "./rule/row/tableRow.ts";
import { fullMark } from "./rule/score/fullMark.ts";
import { grade } from "./rule/score/grade.ts";
import { perEach } from "./rule/score/perEach.ts";
import { reachedAim } from "./rule/score/reachedAim.ts";
import { scorecard } from "./rule/score/scorecard.ts";
import { scoreInText } from "./rule/score/scoreInText.ts";
import { scoreOfRate } from "./rule/score/scoreOfRate.ts";
import { scoreTotal } from "./rule/score/scoreTotal.ts";
import { target } from "./rule/score/target.ts";
import { weightedTable } from "./rule/score/weightedTable.ts";
import { weights } from "./rule/score/weights.ts";
import { besideBase } from "./rule/share/besideBase.ts";
import { calledAgain } from "./rule/share/calledAgain.ts";
import { completeShares } from "./rule/share/completeShares.ts";
import { jointShare } from "./rule/share/jointShare.ts";
import { linedShares } from "./rule/share/linedShares.ts";
import { namedTotal } from "./rule/share/namedTotal.ts";
import { noWhole } from "./rule/share/noWhole.ts";
import { oddShare } from "./rule/share/oddShare.ts";
import { ofCalledWhole } from "./rule/share/ofCalledWhole.ts";
import { ofOtherAct } from "./rule/share/ofOtherAct.ts";
import { ofTwoNames } from "./rule/share/ofTwoNames.ts";
import { peopleShares } from "./rule/share/peopleShares.ts";
import { roughShare } from "./rule/share/roughShare.ts";
import { shareOfBase } from "./rule/share/shareOfBase.ts";
import { shareSum } from "./rule/share/shareSum.ts";
import { sharesOfAll } from "./rule/share/sharesOfAll.ts";
import { sharesTogether } from "./rule/share/sharesTogether.ts";
import { tableShares } from "./rule/share/tableShares.ts";
import { topShare } from "./rule/share/topShare.ts";
import { oneDigit } from "./rule/slip/oneDigit.ts";
import { barredRow } from "./rule/sum/barredRow.ts";
import { besideSums } from "./rule/sum/besideSums.ts";
import { beyondWhole } from "./rule/sum/beyondWhole.ts";
import { bothTogether } from "./rule/sum/bothTogether.ts";
import { byBounds } from "./rule/sum/byBounds.ts";
import { carriedOver } from "./rule/sum/carriedOver.ts";
import { cumulative } from "./rule/sum/cumulative.ts";
import { earlierSums } from "./rule/sum/earlierSums.ts";
import { equation } from "./rule/sum/equation.ts";
import { linedItems } from "./rule/sum/linedItems.ts";
import { listedTotal } from "./rule/sum/listedTotal.ts";
import { looseSum } from "./rule/sum/looseSum.ts";
import { namedTogether } from "./rule/sum/namedTogether.ts";
import { parallelItems } from "./rule/sum/parallelItems.ts";
import { partsAndWhole } from "./rule/sum/partsAndWhole.ts";
import { periodRows } from "./rule/sum/periodRows.ts";
import { periodSum } from "./rule/sum/periodSum.ts";
import { quarters } from "./rule/sum/quarters.ts";
import { tableSum } from "./rule/sum/tableSum.ts";
import { titledRows } from "./rule/sum/titledRows.ts";
import { topSum } from "./rule/sum/topSum.ts";
import { closingRow } from "./rule/twice/closingRow.ts";
import { halfUpdated } from "./rule/twice/halfUpdated.ts";
import { headedValue } from "./rule/twice/headedValue.ts";
import { moreThanAll } from "./rule/twice/moreThanAll.ts";
import { restated } from "./rule/twice/restated.ts";
import { saidTwice } from "./rule/twice/saidTwice.ts";
import { sameName } from "./rule/twice/sameName.ts";
import { sameWords } from "./rule/twice/sameWords.ts";
import { swapped } from "./rule/twice/swapped.ts";
import { titleValue } from "./rule/twice/titleValue.ts";
import { twoValues } from "./rule/twice/twoValues.ts";
import { weighedMeans } from "./rule/weighed/means.ts";
import { weighedPooled } from "./rule/weighed/pooled.ts";
import { weighedRates } from "./rule/weighed/rates.ts";
import { weighedSums } from "./rule/weighed/sums.ts";
import { wording } from "./rule/word/wording.ts";

/** 一条审核规则: looks at the whole report and says what contradicts what. */
export type Rule = (reading: Reading) => Finding[];

/** 规则表, room by room; of two that are as sure of the same numbers the earlier is told */
export const rules: Rule[] = [
  partsAndWhole,
  listedTotal,
  beyondWhole,
  parallelItems,
  byBounds,
  bothTogether,
  cumulative,
  carriedOver,
  quarters,
  periodSum,
  periodRows,
  linedItems,
  equation,
  titledRows,
  topSum,
  looseSum,
  tableSum,
  besideSums,
  barredRow,
  earlierSums,
  namedTogether,
  shareOfBase,
  peopleShares,
  besideBase,
  oddShare,
  calledAgain,
  ofCalledWhole,
  shareSum,
  completeShares,
  tableShares,
  sharesOfAll,
  sharesTogether,
  roughShare,
  ofTwoNames,
  jointShare,
  namedTotal,
  ofOtherAct,
  linedShares,
  topShare,
  noWhole,
  rateOfCounts,
  rateOfRows,
  slippedRate,
  looseRatio,
  linedRates,
  headedRates,
  complementRates,
  pooledRate,
  pooledParts,
  pooledSections,
  pooledInTable,
  overallOfTable,
  partition,
  toldFormula,
  oneDigit,
  differences,
  gap,
  times,
  againstNamed,
  namedPair,
  namedAmount,
  wrongBase,
  arrow,
  amountAgain,
  saidChange,
  ofTotals,
  growthOfParts,
  growthOfColumns,
  change,
  changeColumn,
  serial,
  severalChanges,
  formersInTurn,
  changeUnit,
  trend,
  steady,
  risesFalls,
  twoPeriods,
  duration,
  lastTime,
  oppositeWays,
  tableRow,
  listLength,
  saidLength,
  announcedList,
  announcedNames,
  inTurnCount,
  involvedAreas,
  listPeak,
  announcedSum,
  lineUp,
  repeatedName,
  repeatedRow,
  listOrder,
  headedItems,
  closingOrder,
  ordinals,
  alignedMost,
  impossible,
  dateSpan,
  dateRow,
  dateOrder,
  clock,
  ownPeriod,
  lateDays,
  dateline,
  rankColumn,
  rankShift,
  placing,
  besideExtreme,
  namedBound,
  everyBound,
  listBound,
  namedSum,
  rowChange,
  rowComment,
  rowGrowth,
  allMoved,
  rowDifference,
  extent,
  exceeds,
  rowShare,
  rowsOf,
  rowPoints,
  standing,
  threshold,
  textAgainstTable,
  twoValues,
  titleValue,
  headedValue,
  sameName,
  moreThanAll,
  restated,
  sameWords,
  saidTwice,
  swapped,
  halfUpdated,
  closingRow,
  wording,
  target,
  reachedAim,
  scorecard,
  perEach,
  scoreTotal,
  scoreInText,
  weights,
  weightedTable,
  fullMark,
  scoreOfRate,
  grade,
  average,
  meanRow,
  textMean,
  perOne,
  perTenThousand,
  perDay,
  bracketMean,
  twoMeans,
  daily,
];

/** 疑点: what no rule above has told of, where the clues weigh enough. */
export const doubts: Rule[] = [weighedSums, weighedRates, weighedMeans, weighedPooled];
