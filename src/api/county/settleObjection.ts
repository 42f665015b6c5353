import { countyReportView, dataObjectionParams, dataObjectionSettlement } from "../../contract/county/countyReport.ts";
import { operation } from "../operation.ts";
import { actOnCounty, textOf } from "./act.ts";

/** 处理异议: upheld or dropped, with the reason; once. */
export const settleDataObjection = operation({
  id: "settleDataObjection",
  method: "POST",
  path: "/county-reports/{month}/{county}/objections/{no}/settlement",
  summary: "处理异议：成立或不成立，写理由；要等答复、更正，或答复期限过了",
  tag: "县级平台",
  permit: ["inspector", "office"],
  params: dataObjectionParams,
  body: dataObjectionSettlement,
  answer: countyReportView,
  changes: true,
  writes: true,
  handle: ({ params: { no, ...of }, body: { upheld, text: words } }, visit) =>
    actOnCounty(
      {
        ...{ action: "settleObjection", of, no },
        say: (state) => {
          const text = textOf(words, visit);
          const reopens = upheld && state?.accuracy != null;
          const data = { no, upheld, text: text.id, ...(reopens ? { accuracy: null } : {}) };
          return { kind: "dataObjectionSettled", data, texts: [text] };
        },
      },
      visit,
    ),
});
