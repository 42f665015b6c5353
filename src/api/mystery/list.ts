import { mysteryMonth, mysteryQuery } from "../../contract/county/mystery.ts";
import { countySees } from "../../domain/county/mystery.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import { isRefused } from "../../domain/refusal.ts";
import { plansOf, tasksOf, unplannedCalls } from "../../store/county/mystery.ts";
import { monthOf } from "../../store/question/month.ts";
import { COUNTY_READERS, ownCounties } from "../county/load.ts";
import { operation } from "../operation.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";
import { rulesOfSheet } from "./load.ts";
import { rowOf, viewerOf } from "./view.ts";

/** 一个月的拨测 as this viewer sees it. */
export async function monthOfCalls(month: MonthKey, visit: Visit) {
  const { db, platform } = visit;
  const sheet = await rulesOfSheet(month, visit);
  if (isRefused(sheet)) return sheet;
  const own = await ownCounties(month, visit);
  const tasks = await tasksOf(db, platform.platform, month, own);
  const seen = own ? tasks.filter((task) => countySees(task, sheet)) : tasks;
  const plans = own ? [] : await plansOf(db, platform.platform, month);
  const { from, until } = monthOf(platform, month, (await visit.rules()).rulebook);
  const unplanned = await unplannedCalls(db, { platform: platform.platform, from, until });
  return {
    month,
    plans: plans.map(({ id, county, calls, raters, seed, by, at }) => ({
      ...{ id, county, calls, raters, seed, by, at: iso(at) },
      withdrawn: tasks.filter(({ plan, withdrawal }) => plan === id && withdrawal !== null).length,
      open: tasks.filter(({ plan, withdrawal, ratings }) => plan === id && !withdrawal && ratings.length === 0).length,
    })),
    rows: seen.map((task) => rowOf(task, sheet, viewerOf(visit))),
    unplanned: own ? unplanned.filter(({ county }) => own.includes(county)) : unplanned,
  };
}

export const listMysteryCalls = operation({
  id: "listMysteryCalls",
  method: "GET",
  path: "/mystery-calls",
  summary: "一个月的拨测：计划、评分、异议、定分；县级平台看自己评过的，看不到哪天会拨",
  tag: "拨测",
  permit: COUNTY_READERS,
  query: mysteryQuery,
  answer: mysteryMonth,
  handle: ({ query: { month } }, visit) => monthOfCalls(month, visit),
});
