/** 时限与门槛: what published rules usually say; a city's own book overrides a row. The amounts lean on the sources named. */
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { assumed, stated } from "../row.ts";

type Limit = RuleRow<"limit">["value"];
const days = (amount: number, words: string): Limit => ({ amount, in: "workingDays", words });
const hours = (amount: number, words: string): Limit => ({ amount, in: "hours", words });

const USUAL = "各地公布的12345热线管理办法（通行做法）";
const CHOSEN = "未见公布的规定，按通行做法假定";

export const limits: RuleRow[] = [
  assumed("limit", "dispatch", hours(24, "受理后24小时内派发"), CHOSEN),
  stated("limit", "dispatchUrgent", { amount: 1, in: "hours", words: "紧急诉求60分钟内派发" }, USUAL),
  stated("limit", "acknowledge", days(1, "派发后1个工作日内签收"), USUAL),
  stated("limit", "returnRequest", days(2, "签收后2个工作日内申请退单"), USUAL),
  stated("limit", "earlyContact", days(1, "签收后1个工作日内先行联系"), USUAL),
  stated("limit", "resolve", days(5, "签收后5个工作日内办结反馈"), USUAL),
  stated("limit", "resolveComplex", days(10, "复杂事项签收后10个工作日内办结反馈"), USUAL),
  stated("limit", "resolveUrgent", hours(24, "紧急诉求24小时内办结反馈"), USUAL),
  assumed("limit", "acknowledgeUrgent", hours(2, "紧急诉求派发后2小时内签收"), CHOSEN),
  assumed("limit", "remindAcknowledge", hours(4, "签收期限前4小时催办"), CHOSEN),
  assumed("limit", "superviseRed", days(2, "超期2个工作日红色督办"), CHOSEN),
  assumed("limit", "superviseSummon", days(5, "超期5个工作日约谈"), CHOSEN),
  assumed("limit", "unmoved", days(10, "10个工作日无人办理也未退单的工单报警"), CHOSEN),
  assumed("limit", "callback", days(1, "未接来电1个工作日内回拨"), CHOSEN),
  assumed("threshold", "callbackAttempts", { value: 3, words: "未接来电最多回拨3次" }, CHOSEN),
  assumed("threshold", "superviseBlue", { value: 80, words: "用去时限的80%为临期，蓝色督办" }, CHOSEN),
  assumed("limit", "followUp", days(1, "办结反馈后1个工作日内回访"), CHOSEN),
  assumed("threshold", "enoughRatings", { value: 10, words: "评价少于10件的满意率注明样本不足" }, CHOSEN),
  assumed(
    "threshold",
    "largeShare",
    { value: 3, words: "承办量居前三分之一、满意率高于总体且评价数足够的单位" },
    CHOSEN,
  ),
  stated(
    "answerWithin",
    "answeredWithin15s",
    { seconds: 15, of: "offered", words: "15秒内接通量 ÷ 来电量" },
    "GB/T 33358 政府热线服务规范；部分城市以接通量为分母",
  ),
];
