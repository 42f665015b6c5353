import { surveyParams, surveyView } from "../../contract/survey/survey.ts";
import { operation } from "../operation.ts";
import { askedBy } from "./load.ts";
import { surveyShown } from "./view.ts";

/** 打开评价: whoever has the link: what he is to rate, nothing of the citizen himself. */
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
    return "refused" in asked ? asked : surveyShown(asked, visit);
  },
});
