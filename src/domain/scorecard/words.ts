import { printHundredths } from "../measure/exact.ts";
import type { ScorecardItem } from "./scorecard.ts";

/** 单项计分办法, as a sentence from the scorecard's data: full points, from where, how much less below. */
export function itemWords(item: ScorecardItem): string {
  const full = `满分${printHundredths(item.points)}分`;
  if (item.kind === "proportional") return `${full}，按比率乘以满分`;
  if (item.kind === "verdict") return `${full}，由数据检查认定`;
  if (item.kind === "mean") return `${full}，取各通拨测得分的平均数`;
  const less = `每低1个百分点扣${printHundredths(item.slope)}分，扣完为止`;
  return `${full}，${printHundredths(item.fullFrom)}%及以上得满分，${less}`;
}
