import { mysteryParams, mysteryView, newMysteryRating } from "../../contract/county/mystery.ts";
import { monthBounds } from "../../domain/calendar/month.ts";
import { startOfDay } from "../../domain/calendar/zone.ts";
import { mysteryRefusal } from "../../domain/county/mystery.ts";
import { sheetOf, tooHigh } from "../../domain/county/mysterySheet.ts";
import { isRefused, refuse } from "../../domain/refusal.ts";
import { addRating } from "../../store/county/mystery.ts";
import { operation } from "../operation.ts";
import { plain } from "../texts.ts";
import { taskToChange } from "./load.ts";
import { tellTask } from "./tell.ts";
import { answerOf, viewerOf } from "./view.ts";

/** 评分: one from each rater, blind to the other's; never changed. */
export const rateMysteryCall = operation({
  id: "rateMysteryCall",
  method: "POST",
  path: "/mystery-calls/{id}/ratings",
  summary: "评一通拨测：各人评一次，不能改；两人相差太远的由第三人复评",
  tag: "拨测",
  permit: ["inspector"],
  params: mysteryParams,
  body: newMysteryRating,
  answer: mysteryView,
  changes: true,
  writes: true,
  async handle({ params: { id }, body: { calledAt: called, note, ...rating } }, visit) {
    const of = await taskToChange(id, visit);
    if (isRefused(of)) return of;
    const { task, sheet } = of;
    const { db, platform, actor, at } = visit;
    const rules = await visit.rules();
    const refused = mysteryRefusal("rate", { task, sheet, viewer: viewerOf(visit), at, rules });
    if (refused) return refused;
    const high = tooHigh(rating, sheet);
    if (high) return refuse("invalid", high, "请改正分数。");
    const calledAt = Date.parse(called);
    const { until } = monthBounds(task.month, rules.zone);
    if (calledAt < startOfDay(task.day, rules.zone) || calledAt >= until || calledAt > at)
      return refuse("invalid", "拨打的时刻早于抽到的日子、不在这个月里，或者还没有到。", "请改正时刻。");
    const given = { ...sheetOf(rating, sheet), by: actor.by, at, calledAt, note: note && plain(note) };
    await addRating(db, platform.platform, id, given);
    await tellTask("rate", id, visit);
    return answerOf(id, visit);
  },
});
