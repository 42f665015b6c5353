/** 承办单位台: how long its queues are, and how the unit stands this month. */
import type { z } from "zod";
import { unitDeskView, unitFigures, unitFiguresQuery } from "../../contract/order/unitDesk.ts";
import { monthBounds } from "../../domain/calendar/month.ts";
import { settingOf } from "../../domain/measure/setting.ts";
import { onTimeSoFar, ratedSoFar } from "../../domain/measure/soFar.ts";
import { pastWindow, soonWindow } from "../../domain/order/clockWindow.ts";
import { timestamp } from "../../store/connection/value.ts";
import { type TurnFilter, turnCounts } from "../../store/desk/turns.ts";
import { unitMonth } from "../../store/question/unitMonth.ts";
import { rateView } from "../measure.ts";
import { operation } from "../operation.ts";
import type { Visit } from "../visit.ts";

type Queues = z.input<typeof unitDeskView>["queues"];

/** 各队列 of the unit: its list asks for the same. */
async function queuesOf(visit: Visit): Promise<Record<keyof Queues, TurnFilter>> {
  const rules = await visit.rules();
  const { at } = visit;
  return {
    urgent: { urgent: true, tasks: ["acknowledge", "handle"] },
    acknowledge: { tasks: ["acknowledge"] },
    soon: { soon: soonWindow(at, rules) },
    due: { due: pastWindow("due", at, rules) },
    overdue: { due: pastWindow("overdue", at, rules) },
    handle: { tasks: ["handle"] },
    verify: { tasks: ["verify"] },
    rejected: { causes: ["rejected"] },
    again: { causes: ["rework", "reopened"] },
    ruling: { tasks: ["ruling"] },
  };
}

export const readUnitDesk = operation({
  id: "readUnitDesk",
  method: "GET",
  path: "/unit-desk",
  summary: "承办单位台：各队列的件数",
  tag: "工单",
  permit: ["liaison"],
  answer: unitDeskView,
  handle: async (_, visit) => {
    const queues = await queuesOf(visit);
    const units = visit.viewer.units!;
    const names = Object.keys(queues) as (keyof Queues)[];
    const filters = names.map((name) => ({ ...queues[name], units }));
    const totals = await visit.see((db) => turnCounts(db, visit.platform.platform, filters));
    return { queues: Object.fromEntries(names.map((name, no) => [name, totals[no]!])) as Queues };
  },
});

export const readUnitFigures = operation({
  id: "readUnitFigures",
  method: "GET",
  path: "/unit-desk/figures",
  summary: "本单位一个月的按时办结率、满意率和参评率，按回访时间计",
  tag: "工单",
  permit: ["liaison"],
  query: unitFiguresQuery,
  answer: unitFigures,
  handle: async ({ query }, { db, at, platform: { platform, zone }, rules, viewer: { units } }) => {
    const { rulebook, dateOf } = await rules();
    const month = query.month ?? dateOf(at).slice(0, 7);
    const { from, until } = monthBounds(month, zone);
    const counts = await unitMonth(db, { platform, from: timestamp(from), until: timestamp(until) }, units!);
    const setting = settingOf(rulebook, platform, month);
    const { satisfaction, response } = ratedSoFar(setting, counts);
    return {
      month,
      onTime: rateView(onTimeSoFar(setting, counts)),
      satisfaction: rateView(satisfaction),
      response: rateView(response),
    };
  },
});
