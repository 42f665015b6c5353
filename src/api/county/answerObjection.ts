import { countyReportView, dataObjectionAnswer, dataObjectionParams } from "../../contract/county/countyReport.ts";
import { operation } from "../operation.ts";
import { actOnCounty, textOf } from "./act.ts";

/** 答复异议: once, by the platform; a correction is a delivery. */
export const answerDataObjection = operation({
  id: "answerDataObjection",
  method: "POST",
  path: "/county-reports/{month}/{county}/objections/{no}/answer",
  summary: "县级平台答复对它的异议；要更正，重新上报",
  tag: "县级平台",
  permit: ["county"],
  params: dataObjectionParams,
  body: dataObjectionAnswer,
  answer: countyReportView,
  changes: true,
  writes: true,
  handle: ({ params: { no, ...of }, body }, visit) =>
    actOnCounty(
      {
        ...{ action: "answerObjection", of, no },
        say: () => {
          const text = textOf(body.text, visit);
          return { kind: "dataObjectionAnswered", data: { no, text: text.id }, texts: [text] };
        },
      },
      visit,
    ),
});
