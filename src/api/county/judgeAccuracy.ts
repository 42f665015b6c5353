import { accuracyVerdict, countyReportParams, countyReportView } from "../../contract/county/countyReport.ts";
import { fullAccuracy } from "../../domain/county/act.ts";
import { printHundredths } from "../../domain/measure/exact.ts";
import { refuse } from "../../domain/refusal.ts";
import { operation } from "../operation.ts";
import { actOnCounty, textOf } from "./act.ts";

/** 评定数据准确度: what the scorecard counts from then on; the last verdict stands. */
export const judgeCountyAccuracy = operation({
  id: "judgeCountyAccuracy",
  method: "POST",
  path: "/county-reports/{month}/{county}/accuracy",
  summary: "评定数据准确度：异议都处理完以后，由热线办定分；计入综合排名",
  tag: "县级平台",
  permit: ["office"],
  params: countyReportParams,
  body: accuracyVerdict,
  answer: countyReportView,
  changes: true,
  writes: true,
  async handle({ params, body: { points, text: words } }, visit) {
    const full = fullAccuracy(params.month, await visit.rules());
    return actOnCounty(
      {
        ...{ action: "judgeAccuracy", of: params },
        say: () => {
          if (full !== null && points > full)
            return refuse("invalid", `准确度满分 ${printHundredths(full)} 分，不能再高。`, "请改正分数。");
          const text = textOf(words, visit);
          return { kind: "accuracyJudged", data: { points, text: text.id }, texts: [text] };
        },
      },
      visit,
    );
  },
});
