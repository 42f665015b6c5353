import { objectionRuling, sampleParams, sampleView } from "../../contract/inspection/inspection.ts";
import { sampleRefusal, versionOf } from "../../domain/inspection/sample.ts";
import { refuse } from "../../domain/refusal.ts";
import { ruleOnObjection as addRuling } from "../../store/inspection/samples.ts";
import { operation } from "../operation.ts";
import { plain } from "../texts.ts";
import { answerOf, sampleToChange, staleSample } from "./load.ts";
import { raterOf } from "./view.ts";

/** 裁定异议: upheld, its points stand for the scores, which stay as they were given. */
export const ruleOnObjection = operation({
  id: "ruleOnInspectionObjection",
  method: "POST",
  path: "/inspection-samples/{id}/objection-ruling",
  summary: "裁定异议：成立写改判后的分数，不成立写理由；原评分都留着",
  tag: "质检",
  permit: ["office", "supervisor"],
  params: sampleParams,
  body: objectionRuling,
  answer: sampleView,
  changes: true,
  writes: true,
  async handle({ params: { id }, body: { upheld, points, text } }, visit) {
    const of = await sampleToChange(id, visit);
    if ("refused" in of) return of;
    const stale = staleSample(versionOf(of), visit);
    const refused = stale ?? sampleRefusal("ruleOnObjection", of, raterOf(visit), visit.at, await visit.rules());
    if (refused) return refused;
    const full = Math.max(...of.scores.map((score) => score.full));
    if (points !== null && points > full) return refuse("invalid", "改判的分数超过满分。", "请改正分数。");
    const { db, platform, actor, at } = visit;
    await addRuling(db, platform.platform, id, { at, by: actor.by, upheld, points, text: plain(text) });
    return answerOf(id, visit);
  },
});
