/** 质检: score sheets, how long one may object, which call is a long one. Nothing published says so: an operator writes his own. */
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { assumed } from "../row.ts";

const CHOSEN = "未见公布的质检评分表，按通行做法假定";

type Item = RuleRow<"scoreSheet">["value"]["items"][number];
const item = (key: string, name: string, words: string, ...levels: [points: number, words: string][]): Item => ({
  key,
  name,
  words,
  levels: levels.map(([points, said]) => ({ points: points * 100, words: said })),
});

export const inspection: RuleRow[] = [
  assumed(
    "scoreSheet",
    "call",
    {
      name: "来电质检评分表",
      items: [
        item("opening", "开头语", "报出热线和工号，问好", [10, "规范"], [5, "不完整"], [0, "没有"]),
        item("attitude", "倾听和态度", "不抢话，不推脱，语气平和", [20, "好"], [15, "较好"], [8, "一般"], [0, "差"]),
        item(
          "elements",
          "问清要素",
          "何事、何地、何时、联系方式、要求",
          [20, "问清"],
          [12, "缺一项"],
          [0, "缺两项以上"],
        ),
        item("answer", "答复准确", "依据知识库，有效，不错不漏", [25, "准确"], [15, "不够完整"], [0, "错误"]),
        item("record", "记录如实", "诉求写得清楚，分类和地点正确", [15, "如实完整"], [8, "有遗漏"], [0, "失实"]),
        item("closing", "结束语", "复述处理方式和时间，道别", [10, "规范"], [5, "不完整"], [0, "没有"]),
      ],
    },
    CHOSEN,
  ),
  assumed(
    "scoreSheet",
    "order",
    {
      name: "工单质检评分表",
      items: [
        item("contact", "先行联系", "签收后及时联系当事人", [15, "及时"], [8, "联系了，晚"], [0, "没有联系"]),
        item("measures", "办理措施", "查清事实，措施有针对性", [30, "扎实"], [20, "尚可"], [10, "空泛"], [0, "没有办"]),
        item(
          "reply",
          "答复当事人",
          "针对诉求逐条回应，通俗有礼",
          [30, "逐条回应"],
          [20, "有缺"],
          [10, "答非所问"],
          [0, "没有答复"],
        ),
        item("grounds", "依据和佐证", "写明依据，附照片或文书", [15, "充分"], [8, "不够"], [0, "没有"]),
        item("form", "填写规范", "公开和内部内容分清，没有泄露个人信息", [10, "规范"], [5, "有瑕疵"], [0, "不规范"]),
      ],
    },
    CHOSEN,
  ),
  assumed("limit", "objection", { amount: 3, in: "workingDays", words: "评分后3个工作日内可提异议" }, CHOSEN),
  assumed("threshold", "longCallMinutes", { value: 10, words: "通话10分钟及以上为通话时间长" }, CHOSEN),
];
