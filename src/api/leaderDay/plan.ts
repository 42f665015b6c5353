/** 安排、改期、开始、结束、取消: each in one transaction, one at a time. */

import type { z } from "zod";
import { cancelling, leaderDayView, newPlan, planParams } from "../../contract/leaderDay/leaderDay.ts";
import { dateWords } from "../../domain/calendar/civil.ts";
import {
  type LeaderDayPlan,
  type PlanAction,
  personRefusal,
  planRefusal,
  seatTaken,
} from "../../domain/leaderDay/plan.ts";
import type { LedgerEvent } from "../../domain/ledger/event.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { inUse } from "../../domain/rule/retired.ts";
import { accountNumbered } from "../../store/access/account.ts";
import { holdPlans, keepPlan, planOf, plansBetween } from "../../store/leaderDay/plans.ts";
import { operation } from "../operation.ts";
import { save } from "../save.ts";
import { staleVersion } from "../version.ts";
import type { Visit } from "../visit.ts";
import { dayNotFound, dayView, PLANNING } from "./load.ts";

type Given = z.output<typeof newPlan>;

async function givenRefusal(given: Given & { id: string }, visit: Visit): Promise<Refused | null> {
  const { rulebook, dateOf } = await visit.rules();
  const { platform } = visit.platform;
  if (given.date < dateOf(visit.at))
    return refuse("invalid", `${dateWords(given.date)}已经过去。`, "请写今天或以后的日期。");
  if (!inUse(rulebook, "unit", given.unit, given.date))
    return refuse("unknownUnit", `没有代码为“${given.unit}”的承办单位。`, "请从单位表中选择。");
  const seat = await accountNumbered(visit.db, platform, given.seat);
  if (seat?.role !== "agent" || seat.disabledAt !== null)
    return refuse("unknownSeat", `没有工号为“${given.seat}”、在用的话务席位。`, "请写话务员的工号。");
  return seatTaken(given, await plansBetween(visit.db, platform, given.date, given.date));
}

const answerOf = async (plan: LeaderDayPlan, visit: Visit) =>
  visit.promised({ version: plan.version, answer: (await dayView(plan.id, visit))! });

export const planLeaderDay = operation({
  id: "planLeaderDay",
  method: "POST",
  path: "/leader-days",
  summary: "安排一个领导接听日：哪天、哪个单位、什么职务、在哪个席位；不写姓名",
  tag: "领导接听日",
  permit: PLANNING,
  body: newPlan,
  answer: leaderDayView,
  handle: ({ body }, visit) =>
    visit.decide(async (inside) => {
      await holdPlans(inside.db);
      const plan: LeaderDayPlan = {
        ...{ id: inside.newId(), version: 1, ...body, startedAt: null, endedAt: null, cancelledAt: null, reason: null },
        ...{ plannedAt: inside.at, plannedBy: inside.actor.by },
      };
      const refused = await givenRefusal(plan, inside);
      if (refused) return refused;
      await keepPlan(inside.db, inside.platform.platform, plan);
      return answerOf(plan, inside);
    }),
});

type Changed = (plan: LeaderDayPlan, visit: Visit) => Promise<LeaderDayPlan | Refused>;

/** 改一天: refuses what was changed since it was seen, and what its state doesn't let. */
const step = (action: PlanAction, id: string, visit: Visit, changed: Changed) =>
  visit.decide(async (inside) => {
    await holdPlans(inside.db);
    const plan = await planOf(inside.db, inside.platform.platform, id);
    if (plan === null) return dayNotFound;
    const { dateOf } = await inside.rules();
    const refused =
      personRefusal(action, plan, inside.viewer) ??
      staleVersion(plan, inside) ??
      planRefusal(action, plan, dateOf(inside.at));
    if (refused) return refused;
    const after = await changed({ ...plan, version: plan.version + 1 }, inside);
    if ("refused" in after) return after;
    await keepPlan(inside.db, inside.platform.platform, after);
    return answerOf(after, inside);
  });

const changing = {
  tag: "领导接听日",
  params: planParams,
  answer: leaderDayView,
  changes: true,
  method: "POST",
} as const;

export const changeLeaderDay = operation({
  ...changing,
  id: "changeLeaderDay",
  path: "/leader-days/{id}/change",
  summary: "改一个还没有开始的接听日",
  permit: PLANNING,
  body: newPlan,
  handle: ({ params: { id }, body }, visit) =>
    step("change", id, visit, async (plan, inside) => {
      const after = { ...plan, ...body };
      return (await givenRefusal(after, inside)) ?? after;
    }),
});

const heldEvent = ({ id, date, unit }: LeaderDayPlan, { at, actor }: Visit): LedgerEvent => ({
  ...{ subject: "leaderDay", id, version: 1, kind: "leaderDayHeld", at, by: actor.by },
  data: { date, unit },
});

export const startLeaderDay = operation({
  ...changing,
  id: "startLeaderDay",
  path: "/leader-days/{id}/start",
  summary: "开始接听：从此刻到结束，这个席位接的来电、登记的诉求都记在这一天",
  permit: [...PLANNING, "agent"],
  handle: ({ params: { id } }, visit) =>
    step("start", id, visit, async (plan, inside) => {
      await save(inside, { events: [heldEvent(plan, inside)] });
      return { ...plan, startedAt: inside.at };
    }),
});

export const endLeaderDay = operation({
  ...changing,
  id: "endLeaderDay",
  path: "/leader-days/{id}/end",
  summary: "结束接听",
  permit: [...PLANNING, "agent"],
  handle: ({ params: { id } }, visit) =>
    step("end", id, visit, async (plan, inside) => ({ ...plan, endedAt: inside.at })),
});

export const cancelLeaderDay = operation({
  ...changing,
  id: "cancelLeaderDay",
  path: "/leader-days/{id}/cancellation",
  summary: "取消一个还没有开始的接听日，写明为什么",
  permit: PLANNING,
  body: cancelling,
  handle: ({ params: { id }, body: { reason } }, visit) =>
    step("cancel", id, visit, async (plan, inside) => ({ ...plan, cancelledAt: inside.at, reason })),
});
