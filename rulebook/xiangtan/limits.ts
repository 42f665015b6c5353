import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { stated } from "../row.ts";

export const limits: RuleRow<"limit">[] = [
  stated(
    "limit",
    "returnRequest",
    { amount: 2, in: "workingDays", words: "签收后2个工作日内申请退单" },
    "湘潭市12345热线2022年11月运行情况分析报告 二（三）2（2），引热线工单办理管理规定",
  ),
];
