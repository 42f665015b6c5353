import type { z } from "zod";
import { type orderFilter, orderQuery, orderPage as pageSchema } from "../../contract/order/order.ts";
import { endOfDay } from "../../domain/calendar/zone.ts";
import { dueForFollowUpBefore } from "../../domain/followup/due.ts";
import { pastWindow, soonWindow } from "../../domain/order/clockWindow.ts";
import type { OrderState } from "../../domain/order/order.ts";
import type { WorklistRow } from "../../domain/order/worklist.ts";
import { refuse } from "../../domain/refusal.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { titleOf } from "../../domain/request/title.ts";
import { ageBands, unmovedBefore } from "../../domain/supervision/age.ts";
import { type OrderFilter, orderList, orderPage, placeAt } from "../../store/desk/orders.ts";
import { textsOf } from "../../store/desk/requests.ts";
import { type TurnFilter, turnPage } from "../../store/desk/turns.ts";
import { subjects } from "../../store/subject.ts";
import { readableOf } from "../access/words.ts";
import { countedOf, cursorOf } from "../cursor.ts";
import { operation } from "../operation.ts";
import { subcategoriesOf } from "../request/list.ts";
import { textIdOf } from "../request/view.ts";
import { instantOf } from "../time.ts";
import type { Visit } from "../visit.ts";
import { rowOf } from "./view.ts";

/** 筛选 as the store asks it. */
export async function filterOf(query: z.output<z.ZodObject<typeof orderFilter>>, visit: Visit): Promise<OrderFilter> {
  const { category, overdue, age, idle, from, until, followedFrom, followedUntil, rating, solved, ...same } = query;
  const followed = { from: instantOf(followedFrom), until: instantOf(followedUntil), rating, solved };
  const rules = await visit.rules();
  const band = age && ageBands(visit.at, rules)[age];
  return {
    ...same,
    units: visit.viewer.units ?? undefined,
    from: instantOf(from),
    until: instantOf(until),
    overdueAt: band?.until ?? (overdue ? visit.at : undefined),
    followed: Object.values(followed).some((one) => one !== undefined) ? followed : undefined,
    dueFrom: band?.from ?? undefined,
    unmovedBefore: idle && unmovedBefore(visit.at, rules),
    categories: category === undefined ? undefined : subcategoriesOf(rules, category, visit.at),
  };
}

type Query = z.output<typeof orderQuery>;

/** What only the list of the most pressing is narrowed by. */
export async function turnFilterOf(
  { task, cause, clock, followUp, sort: _, ...query }: Omit<Query, "limit" | "cursor">,
  visit: Visit,
): Promise<TurnFilter> {
  const rules = await visit.rules();
  const { zone } = rules;
  const today = endOfDay(rules.dateOf(visit.at), zone);
  const resolved = followUp && dueForFollowUpBefore(rules.rulebook, zone, today);
  return {
    ...(await filterOf(query, visit)),
    tasks: task,
    causes: cause,
    due: clock === "due" || clock === "overdue" ? pastWindow(clock, visit.at, rules) : undefined,
    soon: clock === "soon" ? soonWindow(visit.at, rules) : undefined,
    resolvedBefore: followUp === "due" ? resolved : undefined,
    resolvedFrom: followUp === "later" ? resolved : undefined,
  };
}

const isTurns = ({ task, cause, clock, followUp, sort }: Query) =>
  sort === "turn" || task !== undefined || cause !== undefined || clock !== undefined || followUp !== undefined;

/** The most pressing first. */
async function turns({ cursor, limit, ...query }: Query, visit: Visit) {
  const { platform } = visit.platform;
  if ((query.task || query.cause) && query.unit === undefined && visit.viewer.units === null)
    return refuse("invalid", "按单位要做的来查，要说明是哪个单位。", "请加上单位。");
  if (query.followUp && visit.viewer.units !== null)
    return refuse("invalid", "等回访的清单由热线看。", "本单位办结的请按阶段查。");
  const filter = await turnFilterOf(query, visit);
  const after = countedOf(cursor);
  const { rows, total, next } = await visit.see((db) => turnPage(db, platform, filter, after, limit));
  const told = after?.total ?? total;
  return { rows: await rowsOf(rows, visit), next: next && cursorOf({ ...next, total: told }), total: told };
}

/** 清单上的各行, each order as it stands now, with what its citizen said first. */
export async function rowsOf(rows: readonly WorklistRow[], visit: Visit): Promise<z.input<typeof pageSchema>["rows"]> {
  const { platform } = visit.platform;
  const rules = await visit.rules();
  const { orders, requests, texts } = await visit.see(async (db) => {
    const [orders, requests] = await db.together([
      () =>
        subjects.order.load(
          db,
          platform,
          rows.map(({ order }) => order),
          "read",
        ),
      () =>
        subjects.request.load(
          db,
          platform,
          rows.map(({ request }) => request),
          "read",
        ),
    ]);
    const ids = (requests as RequestState[]).flatMap((one) => textIdOf(one) ?? []);
    return { orders, requests: requests as RequestState[], texts: await textsOf(db, platform, ids) };
  });
  const readable = await readableOf(visit, requests);
  const [order, request] = [byId(orders as OrderState[]), byId(requests)];
  return rows.flatMap((row) => {
    const [state, matter] = [order.get(row.order), request.get(row.request)];
    if (!state || !matter) return [];
    const title = titleOf(readable(matter, texts.get(textIdOf(matter) ?? "")));
    return [rowOf(state, { title, place: matter.place }, rules, visit)];
  });
}

const byId = <S extends { id: string }>(states: readonly S[]) => new Map(states.map((state) => [state.id, state]));

export const listOrders = operation({
  id: "listOrders",
  method: "GET",
  path: "/orders",
  summary: "工单清单：筛选，最近有动静的在前，限定派发时间的最近派发的在前；或者最急的在前",
  tag: "工单",
  permit: "signedIn",
  query: orderQuery,
  answer: pageSchema,
  handle: async ({ query: whole }, visit) => {
    if (isTurns(whole)) return turns(whole, visit);
    const { cursor, limit, ...query } = whole;
    const filter = await filterOf(query, visit);
    const { platform } = visit.platform;
    const after = countedOf(cursor);
    const { rows, total } = await visit.see(async (db) =>
      after === null
        ? orderList(db, platform, filter, limit)
        : { rows: await orderPage(db, platform, filter, after, limit), total: after.total },
    );
    const last = rows.length === limit ? rows.at(-1)! : null;
    return {
      rows: await rowsOf(rows, visit),
      next: last && cursorOf({ ...placeAt(filter, last), total }),
      total,
    };
  },
});
