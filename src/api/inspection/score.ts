import { newScore, sampleParams, sampleView } from "../../contract/inspection/inspection.ts";
import { sampleRefusal } from "../../domain/inspection/sample.ts";
import { scoresOf, totalOf } from "../../domain/inspection/sheet.ts";
import { refuse } from "../../domain/refusal.ts";
import { addScore } from "../../store/inspection/samples.ts";
import { operation } from "../operation.ts";
import { plain } from "../texts.ts";
import { answerOf, sampleToChange } from "./load.ts";
import { raterOf, sheetOf } from "./view.ts";

/** 评分: one from each inspector, by the sheet in force; never changed. */
export const scoreSample = operation({
  id: "scoreInspectionSample",
  method: "POST",
  path: "/inspection-samples/{id}/score",
  summary: "评分：按现行评分表给每一项定档；各人评一次，不能改",
  tag: "质检",
  permit: ["inspector"],
  params: sampleParams,
  body: newScore,
  answer: sampleView,
  writes: true,
  async handle({ params: { id }, body: { levels, note } }, visit) {
    const of = await sampleToChange(id, visit);
    if ("refused" in of) return of;
    const rules = await visit.rules();
    const refused = sampleRefusal("score", of, raterOf(visit), visit.at, rules);
    if (refused) return refused;
    const sheet = sheetOf(of.sample, rules, visit.at);
    if (!sheet) return refuse("noScoreSheet", "没有现行的评分表。", "请管理员在规则库里加一份。");
    const items = scoresOf(sheet.value, levels);
    if (!items) return refuse("invalid", "还有项目没有评，或者档次不对。", "请把每一项都评上。");
    const { db, platform, actor, at } = visit;
    await addScore(db, platform.platform, id, {
      ...{ by: actor.by, at, sheet: sheet.from, items, note: note && plain(note) },
      ...{ points: totalOf(items, "points"), full: totalOf(items, "full") },
    });
    return answerOf(id, visit);
  },
});
