/** 保存期限: how long what people told is kept after their matter has ended. The ledger holds without it. */
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { assumed, stated } from "../row.ts";

const SHORTEST = "《个人信息保护法》第十九条：保存期限应为实现处理目的所必要的最短时间，未规定数值；假定";

export const retention: RuleRow[] = [
  assumed("retention", "contact", { months: 36, words: "来电人信息在诉求办结36个月后删除" }, SHORTEST),
  assumed("retention", "text", { months: 60, words: "诉求和办理的文字在诉求办结60个月后删除" }, SHORTEST),
  assumed("retention", "notice", { months: 24, words: "通知和已发的短信24个月后删除" }, SHORTEST),
  assumed("retention", "question", { months: 24, words: "没有答案的问题24个月后删除" }, SHORTEST),
  assumed("retention", "inspection", { months: 36, words: "质检评分和异议36个月后删除" }, SHORTEST),
  stated(
    "retention",
    "accessLog",
    { months: 6, words: "访问日志保存6个月" },
    "《网络安全法》第二十一条：网络日志留存不少于六个月",
  ),
];
