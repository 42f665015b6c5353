/** 满意率口径: the rule changed on 2022-11-01; the earlier one is not printed anywhere and is assumed. */
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { ALWAYS, assumed, since, stated } from "../row.ts";

export const satisfaction: RuleRow<"satisfaction">[] = [
  since(
    assumed(
      "satisfaction",
      "satisfactionRate",
      {
        numerator: ["satisfied", "neutral", "noResponse"],
        denominator: ["satisfied", "neutral", "dissatisfied", "noResponse"],
        words: "（满意量＋一般量＋未评价量）÷ 回访总量",
        authority: "热线办（原口径未见公布）",
        note: "2022年10月及以前“一般”计入满意、“未评价”计入统计，确切公式未公布，此处为假定",
      },
      "由2022年11月报告二（一）所述的口径变更反推",
    ),
    ALWAYS,
    "2022-11-01",
  ),
  since(
    stated(
      "satisfaction",
      "satisfactionRate",
      {
        numerator: ["satisfied"],
        denominator: ["satisfied", "neutral", "dissatisfied"],
        words: "满意量 ÷（回访总量 − 未评价量）",
        authority: "市政府领导指示",
        note: "“未评价”不纳入统计；“一般”留在分母、不算满意",
      },
      "湘潭市12345热线2022年11月运行情况分析报告 二（一）、附件1注3",
    ),
    "2022-11-01",
  ),
];
