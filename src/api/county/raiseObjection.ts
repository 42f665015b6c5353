import { countyReportParams, countyReportView, newDataObjection } from "../../contract/county/countyReport.ts";
import { operation } from "../operation.ts";
import { actOnCounty, textOf } from "./act.ts";

/** 提异议: from a finding or by hand; the platform answers or corrects. */
export const raiseDataObjection = operation({
  id: "raiseDataObjection",
  method: "POST",
  path: "/county-reports/{month}/{county}/objections",
  summary: "对所报的数提异议：由检查发现，或者人工",
  tag: "县级平台",
  permit: ["inspector", "office"],
  params: countyReportParams,
  body: newDataObjection,
  answer: countyReportView,
  changes: true,
  writes: true,
  handle: ({ params, body: { finding, text: words } }, visit) =>
    actOnCounty(
      {
        action: "raiseObjection",
        of: params,
        say: (state) => {
          const text = textOf(words, visit);
          const no = (state?.objections.length ?? 0) + 1;
          return { kind: "dataObjectionRaised", data: { no, finding, text: text.id }, texts: [text] };
        },
      },
      visit,
    ),
});
