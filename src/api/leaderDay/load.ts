/** 取一天 with what was heard on it. */
import type { z } from "zod";
import type { leaderDayMonth, leaderDayRow, leaderDayView } from "../../contract/leaderDay/leaderDay.ts";
import { firstDay, lastDay, monthBounds } from "../../domain/calendar/month.ts";
import { localTime } from "../../domain/calendar/zone.ts";
import {
  type LeaderDayPlan,
  type PlanAction,
  personRefusal,
  planRefusal,
  planStateOf,
  planStates,
} from "../../domain/leaderDay/plan.ts";
import { leaderDays as leaderDayFigures } from "../../domain/measure/reportOccasions.ts";
import { settingOf } from "../../domain/measure/setting.ts";
import type { OrderState } from "../../domain/order/order.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { stageOf } from "../../domain/order/stage.ts";
import { refuse } from "../../domain/refusal.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { titleOf } from "../../domain/request/title.ts";
import { plain } from "../../report/phrase/say.ts";
import { held as heldWords } from "../../report/section/leaderDay.ts";
import { timestamp } from "../../store/connection/value.ts";
import type { Database } from "../../store/database.ts";
import { textsOf } from "../../store/desk/requests.ts";
import { type Heard, heardOn } from "../../store/leaderDay/heard.ts";
import { planOf, plansBetween } from "../../store/leaderDay/plans.ts";
import { type HeldDay, heldDays } from "../../store/question/leaderDays.ts";
import { subjects } from "../../store/subject.ts";
import { type Readable, readableOf } from "../access/words.ts";
import { categoryNameOf, unitNameOf } from "../order/names.ts";
import { rowOf as orderRowOf } from "../order/view.ts";
import { textIdOf } from "../request/view.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";

type Row = z.input<typeof leaderDayRow>;
type HeardView = z.input<typeof leaderDayView>["heard"][number];

/** 安排的人 */
export const PLANNING = ["office"] as const;
/** 看的人; an agent's seat is where the leader sits */
export const WATCHING = ["office", "leader", "supervisor", "analyst", "agent"] as const;

export const dayNotFound = refuse("notFound", "没有这一天。", "请从接听日清单打开。");

const nothingHeard = { calls: 0, settledOnTheSpot: 0, dispatched: 0 };
const countsOf = ({ calls, settledOnTheSpot, dispatched }: HeldDay) => ({ calls, settledOnTheSpot, dispatched });

function rowOfPlan(plan: LeaderDayPlan, held: HeldDay | undefined, rules: Rules, at: number): Row {
  const state = planStateOf(plan);
  return {
    ...{ id: plan.id, version: plan.version, date: plan.date, unit: plan.unit, post: plan.post, seat: plan.seat },
    ...{ unitName: unitNameOf(rules, plan.unit, at), state, stateName: planStates[state], reason: plan.reason },
    ...(held ? countsOf(held) : nothingHeard),
  };
}

/** a day that came with imported or rebuilt records */
const rowOfHeld = (day: HeldDay, rules: Rules, at: number): Row => ({
  ...{ id: day.id, version: null, date: day.date, unit: day.unit, unitName: unitNameOf(rules, day.unit, at) },
  ...{ post: null, seat: null, state: "held", stateName: planStates.held, reason: null, ...countsOf(day) },
});

/** 一个时段里开过的 */
export async function heldIn(db: Database, month: string, { platform: { platform, zone } }: Visit): Promise<HeldDay[]> {
  const until = timestamp(monthBounds(month, zone).until);
  return heldDays(db, { platform, until, first_day: firstDay(month), last_day: lastDay(month) });
}

/** 一个月的接听日, the figures as the report counts them and the sentences it writes. */
export async function monthOfDays(month: string, visit: Visit): Promise<z.input<typeof leaderDayMonth>> {
  const rules = await visit.rules();
  const { db, platform, at } = visit;
  const plans = await plansBetween(db, platform.platform, firstDay(month), lastDay(month));
  const held = await heldIn(db, month, visit);
  const planned = new Set(plans.map(({ id }) => id));
  const rows = [
    ...plans.map((plan) =>
      rowOfPlan(
        plan,
        held.find(({ id }) => id === plan.id),
        rules,
        at,
      ),
    ),
    ...held.filter(({ id }) => !planned.has(id)).map((day) => rowOfHeld(day, rules, at)),
  ].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const setting = settingOf(rules.rulebook, platform.name, month);
  const counted = { month, frozen: { at: localTime(at, platform.zone) } };
  const said = leaderDayFigures(setting, { leaderDays: held }).map((day) => plain(heldWords(day, counted)));
  return { month, rows, said };
}

interface Matters {
  requests: Map<string, RequestState>;
  orders: Map<string, OrderState>;
  texts: Map<string, string>;
}

const byId = <S extends { id: string }>(states: readonly S[]) => new Map(states.map((state) => [state.id, state]));

/** 听到的诉求 and what became of them, as this viewer may see them */
const mattersOf = (heard: readonly Heard[], { see, platform: { platform } }: Visit): Promise<Matters> =>
  see(async (db) => {
    const ids = heard.flatMap(({ request }) => request ?? []);
    const requests = (await subjects.request.load(db, platform, ids, "read")) as RequestState[];
    const orders = requests.flatMap(({ order }) => order ?? []);
    const answers = heard.flatMap(({ answer }) => answer ?? []);
    const texts = [...requests.flatMap((one) => textIdOf(one) ?? []), ...answers];
    return {
      requests: byId(requests),
      orders: byId((await subjects.order.load(db, platform, orders, "read")) as OrderState[]),
      texts: await textsOf(db, platform, texts),
    };
  });

function heardView(
  one: Heard,
  { requests, orders, texts }: Matters,
  readable: Readable,
  rules: Rules,
  visit: Visit,
): HeardView {
  const request = requests.get(one.request ?? "") ?? null;
  const order = orders.get(request?.order ?? "");
  const row = order && orderRowOf(order, { title: null, place: null }, rules, visit);
  const spoke = one.answeredAt !== null && one.endedAt !== null;
  return {
    ...{ call: one.call, at: iso(one.at), request: request?.id ?? null, number: request?.number ?? null },
    seconds: spoke ? Math.round((one.endedAt! - one.answeredAt!) / 1000) : null,
    title: request && titleOf(readable(request, texts.get(textIdOf(request) ?? ""))),
    categoryName: request && categoryNameOf(rules, request.category, visit.at),
    outcome: request?.outcome ?? null,
    answer: request && readable(request, texts.get(one.answer ?? "")),
    order: row
      ? {
          ...{ id: row.id, stageName: row.stageName, leadName: row.leadName, clock: row.clock },
          closed: stageOf(order) === "closed",
        }
      : null,
  };
}

const actions = ["change", "start", "end", "cancel"] as const satisfies PlanAction[];

/** 能做什么 of a day, by this visitor. */
function allowedOn(plan: LeaderDayPlan | null, { viewer, at }: Visit, { dateOf }: Rules): PlanAction[] {
  if (plan === null) return [];
  return actions.filter(
    (action) => personRefusal(action, plan, viewer) === null && planRefusal(action, plan, dateOf(at)) === null,
  );
}

/** 一天, whole; null: there is none. */
export async function dayView(id: string, visit: Visit): Promise<z.input<typeof leaderDayView> | null> {
  const { db, platform, at } = visit;
  const rules = await visit.rules();
  const plan = await planOf(db, platform.platform, id);
  const date = plan?.date ?? (await dateOfHeld(db, platform.platform, id));
  if (date === null) return null;
  const held = (await heldIn(db, date.slice(0, 7), visit)).find((day) => day.id === id);
  if (!plan && !held) return null;
  const heard = await heardOn(db, platform.platform, id);
  const matters = await mattersOf(heard, visit);
  const readable = await readableOf(visit, [...matters.requests.values()]);
  return {
    ...(plan ? rowOfPlan(plan, held, rules, at) : rowOfHeld(held!, rules, at)),
    allowed: allowedOn(plan, visit, rules),
    heard: heard.map((one) => heardView(one, matters, readable, rules, visit)),
  };
}

const dateOfHeld = async (db: Database, platform: string, id: string): Promise<string | null> => {
  const [day] = (await subjects.leaderDay.load(db, platform, [id], "read")) as unknown as { date: string }[];
  return day?.date ?? null;
};
