import { newObjection, sampleParams, sampleView } from "../../contract/inspection/inspection.ts";
import { sampleRefusal, versionOf } from "../../domain/inspection/sample.ts";
import { addObjection } from "../../store/inspection/samples.ts";
import { operation } from "../operation.ts";
import { plain } from "../texts.ts";
import { answerOf, JUDGED, sampleToChange, staleSample } from "./load.ts";
import { raterOf } from "./view.ts";

/** 提异议: by whoever was judged, once, in time. */
export const objectToScore = operation({
  id: "objectToInspectionScore",
  method: "POST",
  path: "/inspection-samples/{id}/objection",
  summary: "提异议：被评的话务员或承办单位，期限内提一次",
  tag: "质检",
  permit: JUDGED,
  params: sampleParams,
  body: newObjection,
  answer: sampleView,
  changes: true,
  writes: true,
  async handle({ params: { id }, body: { text } }, visit) {
    const of = await sampleToChange(id, visit);
    if ("refused" in of) return of;
    const stale = staleSample(versionOf(of), visit);
    const refused = stale ?? sampleRefusal("object", of, raterOf(visit), visit.at, await visit.rules());
    if (refused) return refused;
    const { db, platform, actor, at } = visit;
    await addObjection(db, platform.platform, id, { text: plain(text), by: actor.by, at });
    return answerOf(id, visit);
  },
});
