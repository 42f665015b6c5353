/** 预警: from when on a matter is told as growing unusually; a city's own book overrides a row. */
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { assumed } from "../row.ts";

const CHOSEN = "未见公布的规定：件数太少的增长多是偶然，翻一番才算异常，为假定";

export const warning: RuleRow<"threshold">[] = [
  assumed("threshold", "warningLeast", { value: 20, words: "本期不少于20件" }, CHOSEN),
  assumed("threshold", "warningGrowth", { value: 100, words: "比此前各期平均增长100%及以上" }, CHOSEN),
  assumed("threshold", "warningPeriods", { value: 3, words: "与此前三期相比，没有记录的不算" }, CHOSEN),
  assumed(
    "threshold",
    "warningBase",
    { value: 50, words: "受理量不到本期一半的期，记录多半不全，从那一期起不作基数" },
    "旧系统迁来的往往只有未办结的工单，拿来作基数会处处报警；为假定",
  ),
];
