import type { z } from "zod";
import { resultQuery, resultView } from "../../contract/inspection/inspection.ts";
import { addDays, daysBetween } from "../../domain/calendar/civil.ts";
import { startOfDay } from "../../domain/calendar/zone.ts";
import type { SampleOf } from "../../domain/inspection/draw.ts";
import { ownJudged } from "../../domain/inspection/sample.ts";
import { percent } from "../../domain/measure/exact.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { refuse } from "../../domain/refusal.ts";
import { type InspectionResult, inspectionResults } from "../../store/inspection/results.ts";
import { operation } from "../operation.ts";
import type { Visit } from "../visit.ts";
import { INSPECTING, JUDGED } from "./load.ts";
import { judgedName, raterOf } from "./view.ts";

const LONGEST = 366;

type Row = z.input<typeof resultView>["rows"][number];

/** An inspector is told nothing of whom he has still to judge. */
function rowOf(of: SampleOf, result: InspectionResult, visit: Visit, rules: Rules): Row {
  const hidden = visit.viewer.role === "inspector" && result.waiting > 0;
  const { points, full, ...counts } = result;
  return {
    ...counts,
    full,
    judgedName: judgedName({ of, judged: result.judged }, rules, visit.at),
    points: hidden ? null : points,
    rate: hidden ? null : percent(points, full),
  };
}

/** 质检结果 by agent or unit; whoever was judged sees his own. */
export const listResults = operation({
  id: "listInspectionResults",
  method: "GET",
  path: "/inspection-results",
  summary: "质检结果：各话务员、各承办单位的得分率和异议；被评的人看自己的，质检员评完一个人才看得到他的",
  tag: "质检",
  permit: [...INSPECTING, ...JUDGED, "leader"],
  query: resultQuery,
  answer: resultView,
  async handle({ query: { from, until, of } }, visit) {
    if (until < from || daysBetween(from, until) >= LONGEST)
      return refuse("invalid", `时段不对，至多 ${LONGEST} 天。`, "请改正日期。");
    const { zone, platform } = visit.platform;
    const period = { from: startOfDay(from, zone), until: startOfDay(addDays(until, 1), zone) };
    const judged = (JUDGED as readonly string[]).includes(visit.viewer.role) ? ownJudged(of, raterOf(visit)) : null;
    const rules = await visit.rules();
    const found = await visit.see((db) => inspectionResults(db, platform, { of, ...period, judged }));
    return { rows: found.map((one) => rowOf(of, one, visit, rules)) };
  },
});
