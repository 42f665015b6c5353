import { mysteryParams, mysteryView, newMysteryObjection } from "../../contract/county/mystery.ts";
import { mysteryRefusal } from "../../domain/county/mystery.ts";
import { isRefused } from "../../domain/refusal.ts";
import { addMysteryObjection } from "../../store/county/mystery.ts";
import { operation } from "../operation.ts";
import { plain } from "../texts.ts";
import { taskToChange } from "./load.ts";
import { tellTask } from "./tell.ts";
import { answerOf, viewerOf } from "./view.ts";

/** 提异议: by the platform that was phoned, once, in time. */
export const objectToMysteryCall = operation({
  id: "objectToMysteryCall",
  method: "POST",
  path: "/mystery-calls/{id}/objection",
  summary: "对一通拨测的评分提异议：县级平台，期限内提一次",
  tag: "拨测",
  permit: ["county"],
  params: mysteryParams,
  body: newMysteryObjection,
  answer: mysteryView,
  changes: true,
  writes: true,
  async handle({ params: { id }, body: { text } }, visit) {
    const of = await taskToChange(id, visit);
    if (isRefused(of)) return of;
    const { db, platform, actor, at } = visit;
    const refused = mysteryRefusal("object", { ...of, viewer: viewerOf(visit), at, rules: await visit.rules() });
    if (refused) return refused;
    await addMysteryObjection(db, platform.platform, id, { text: plain(text), by: actor.by, at });
    await tellTask("object", id, visit);
    return answerOf(id, visit);
  },
});
