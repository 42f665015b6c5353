import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { assumed } from "../row.ts";

export const followUp: RuleRow<"followUpMode">[] = [
  assumed(
    "followUpMode",
    "mode",
    { channel: "phone", attempts: 3, windowHours: 72, reason: "日常回访以电话进行" },
    "未见公布的规定，按通行做法假定",
  ),
];
