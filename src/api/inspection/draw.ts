import { drawView, newDraw } from "../../contract/inspection/inspection.ts";
import { addDays, daysBetween } from "../../domain/calendar/civil.ts";
import { startOfDay } from "../../domain/calendar/zone.ts";
import { drawRules, LONGEST_DRAW, rulesFor, sampleNames } from "../../domain/inspection/draw.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { addDraw, addSamples, type Drawing, drawn, drawPage } from "../../store/inspection/draws.ts";
import { operation } from "../operation.ts";
import type { Visit } from "../visit.ts";
import { drawViewOf } from "./view.ts";

type NewDraw = typeof newDraw._output;

function refusalOf({ of, rule, from, until }: NewDraw): Refused | null {
  if (!rulesFor[of].includes(rule))
    return refuse("invalid", `${sampleNames[of]}不能按“${drawRules[rule]}”抽。`, "请换一种抽法。");
  if (until < from) return refuse("invalid", "最后一天早于第一天。", "请改正日期。");
  return daysBetween(from, until) < LONGEST_DRAW
    ? null
    : refuse("invalid", `一次至多抽 ${LONGEST_DRAW} 天的。`, "请缩短时段，分几次抽。");
}

async function drawingOf(given: NewDraw, seed: string, visit: Visit): Promise<Drawing> {
  const { zone, platform } = visit.platform;
  return {
    ...{ platform, of: given.of, rule: given.rule, wanted: given.count, seed, drawnAt: visit.at },
    since: startOfDay(given.from, zone),
    before: startOfDay(addDays(given.until, 1), zone),
    minutes: (await visit.rules()).threshold("longCallMinutes", visit.at),
  };
}

/** 抽样: what was drawn before is left out; the seed is kept, so that anybody may draw it again. */
export const drawSamples = operation({
  id: "drawInspectionSamples",
  method: "POST",
  path: "/inspection-draws",
  summary: "抽样：随机（种子可重现）或按规则抽来电、工单；抽过的不再抽",
  tag: "质检",
  permit: ["inspector", "office"],
  body: newDraw,
  answer: drawView,
  writes: true,
  async handle({ body }, visit) {
    const refused = refusalOf(body);
    if (refused) return refused;
    const { db, platform, actor, at, newId } = visit;
    const seed = body.seed ?? newId();
    const drawing = await drawingOf(body, seed, visit);
    const found = await visit.see((read) => drawn(read, drawing));
    if (found.length === 0) return refuse("nothingToDraw", "这个时段没有合乎条件、还没抽过的。", "请换时段或抽法。");
    const id = newId();
    const { of, rule, from, until, count: wanted } = body;
    const draw = { id, of, rule, from, until, wanted, seed, found: found[0]!.found, by: actor.by, at };
    await addDraw(db, platform.platform, draw);
    const samples = found.map(({ found: _, ...one }) => ({ ...one, id: newId(), draw: id, of, rule, drawnAt: at }));
    await addSamples(db, platform.platform, samples);
    const { rows } = await visit.see((read) => drawPage(read, platform.platform, null, 1, id));
    return drawViewOf(rows[0]!);
  },
});
