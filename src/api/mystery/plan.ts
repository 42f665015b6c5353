import { hash } from "node:crypto";
import { mysteryMonth, newMysteryPlan } from "../../contract/county/mystery.ts";
import { daysOf } from "../../domain/calendar/month.ts";
import { daysLeft, drawnDays, planRefusal } from "../../domain/county/mystery.ts";
import { isRefused, refuse } from "../../domain/refusal.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import { addPlan } from "../../store/county/mystery.ts";
import { operation } from "../operation.ts";
import { monthOfCalls } from "./list.ts";
import { rulesOfSheet } from "./load.ts";
import { showTask } from "./tell.ts";

/** 排拨测: the days are drawn by a seed that is kept, out of those that are left of the month. */
export const planMysteryCalls = operation({
  id: "planMysteryCalls",
  method: "POST",
  path: "/mystery-plans",
  summary: "排一个县级平台一个月的拨测：日子随机抽，种子可重现；一个月排一次，都撤销了可以重排",
  tag: "拨测",
  permit: ["inspector", "office"],
  body: newMysteryPlan,
  answer: mysteryMonth,
  writes: true,
  async handle({ body }, visit) {
    const { month, county, calls, raters } = body;
    const { rulebook, dateOf } = await visit.rules();
    const today = dateOf(visit.at);
    if (inForce(rulebook, "county", county, today) === null)
      return refuse("unknownCounty", `没有名为“${county}”的县级平台。`, "请从清单里选。");
    const sheet = await rulesOfSheet(month, visit);
    if (isRefused(sheet)) return sheet;
    const left = daysLeft(daysOf(month), today);
    const refused = planRefusal(body, left, today);
    if (refused) return refused;
    const { db, platform, newId, at, actor } = visit;
    const seed = body.seed ?? newId();
    const days = drawnDays(left, calls, (day) => hash("sha256", `${seed} ${county} ${day}`));
    const plan = { id: newId(), month, county, calls, raters, seed, by: actor.by, at };
    const tasks = days.map((day) => ({ id: newId(), day }));
    if (!(await addPlan(db, platform.platform, plan, tasks)))
      return refuse(
        "alreadyPlanned",
        `${county}这个月的拨测已经排过。`,
        "一个月排一次；要重排，请先把没有拨的都撤销。",
      );
    for (const { id } of tasks) showTask("plan", { id, version: 1 }, null, visit);
    return monthOfCalls(month, visit);
  },
});
