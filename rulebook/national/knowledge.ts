/** 知识库: from when an article counts as about to expire. */
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { assumed } from "../row.ts";

export const knowledge: RuleRow<"threshold">[] = [
  assumed(
    "threshold",
    "articleSoonDays",
    { value: 30, words: "知识条目有效期剩30天以内为快到期" },
    "未见公布的规定，按通行做法假定",
  ),
];
