import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { assumed, since } from "../row.ts";

/** 回访方式: by SMS in the months of exceptional volume, else by phone. The first month of SMS isn't stated (仍采取). */
export const followUp: RuleRow<"followUpMode">[] = [
  assumed(
    "followUpMode",
    "mode",
    { channel: "phone", attempts: 3, windowHours: 72, reason: "日常回访以电话进行" },
    "未见公布的规定，按通行做法假定",
  ),
  since(
    assumed(
      "followUpMode",
      "mode",
      { channel: "sms", attempts: 1, windowHours: 48, reason: "因疫情来电量大，转办工单以短信回访" },
      "湘潭市12345热线2022年11月运行情况分析报告 二（一）3（方式）；起止日期与评价时限为假定",
    ),
    "2022-10-01",
    "2022-12-01",
  ),
];
