import { surveyBody, surveyParams, surveyView } from "../../contract/survey/survey.ts";
import { decide } from "../../domain/order/decide.ts";
import { refuse } from "../../domain/refusal.ts";
import { markAnswered } from "../../store/notice/survey.ts";
import { operation } from "../operation.ts";
import { save } from "../save.ts";
import { askedBy, stateOf } from "./load.ts";
import { surveyShown } from "./view.ts";

const closed = {
  answered: refuse("surveyAnswered", "您已经评价过了，谢谢。", "有新的情况请拨打 12345。"),
  closed: refuse("surveyClosed", "这件诉求现在不能评价了。", "有新的情况请拨打 12345。"),
};

/** 评价: once, by the citizen, while the rule's window is open. */
export const answerSurvey = operation({
  id: "answerSurvey",
  method: "POST",
  path: "/surveys/{code}",
  summary: "评价办理结果",
  tag: "评价",
  permit: "everyone",
  params: surveyParams,
  body: surveyBody,
  answer: surveyView,
  writes: true,
  handle: async ({ params: { code }, body: { rating, solved, comment } }, visit) => {
    const asked = await askedBy(code, visit);
    if ("refused" in asked) return asked;
    const { survey, order } = asked;
    const state = stateOf(asked, visit.at);
    if (state !== "open") return closed[state];
    const texts = comment === null ? [] : [{ id: visit.newId(), text: comment }];
    const input = { channel: "sms", rating, solved, text: texts[0]?.id ?? null } as const;
    const events = decide(order, "concludeFollowUp", input, visit.actor, visit.at, await visit.rules());
    if ("refused" in events) return events;
    await save(visit, { events, texts }, [order]);
    await markAnswered(visit.db, visit.platform.platform, code, visit.at);
    return surveyShown({ ...asked, survey: { ...survey, answeredAt: visit.at } }, visit);
  },
});
