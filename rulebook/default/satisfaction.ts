import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { assumed } from "../row.ts";

export const satisfaction: RuleRow<"satisfaction">[] = [
  assumed(
    "satisfaction",
    "satisfactionRate",
    {
      numerator: ["satisfied"],
      denominator: ["satisfied", "neutral", "dissatisfied"],
      words: "满意量 ÷（回访总量 − 未评价量）",
      authority: "热线办",
      note: "“未评价”不纳入统计；“一般”留在分母、不算满意",
    },
    "通用口径：只看已评价的，且只有“满意”算满意",
  ),
];
