import { surveyParams, surveyView } from "../../contract/survey/survey.ts";
import { operation } from "../operation.ts";
import { iso } from "../time.ts";
import { askedBy, stateOf } from "./load.ts";

/** 打开评价: whoever has the link; nothing of the citizen or the matter is told. */
export const readSurvey = operation({
  id: "readSurvey",
  method: "GET",
  path: "/surveys/{code}",
  summary: "打开短信里的评价链接",
  tag: "评价",
  permit: "everyone",
  params: surveyParams,
  answer: surveyView,
  handle: async ({ params: { code } }, visit) => {
    const asked = await askedBy(code, visit);
    if ("refused" in asked) return asked;
    const { survey, order } = asked;
    const state = stateOf(asked, visit.at);
    return { platform: visit.platform.name, number: order.number, state, until: iso(survey.until) };
  },
});
