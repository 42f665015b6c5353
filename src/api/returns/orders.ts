import type { z } from "zod";
import { pairQuery, returnedOrders } from "../../contract/returns/between.ts";
import { matterClock } from "../../domain/order/clock.ts";
import { matterDay } from "../../domain/order/clockWords.ts";
import type { OrderState } from "../../domain/order/order.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { pendingReturn } from "../../domain/order/stage.ts";
import { worklistRow } from "../../domain/order/worklist.ts";
import { subjects } from "../../store/subject.ts";
import { returnedBetween } from "../../store/supervision/returnsBetween.ts";
import { operation } from "../operation.ts";
import { rowsOf } from "../order/list.ts";
import { unitNameOf } from "../order/names.ts";
import { STOCK_READERS } from "../overdue/stock.ts";
import { iso, isoOrNull } from "../time.ts";
import { daysBefore } from "./between.ts";

const MOST = 50;

type Leg = z.input<typeof returnedOrders>["rows"][number]["legs"][number];

/** 一段段经手: the lead units one after the other; which returned it, and how late. */
const legsOf = ({ assignments, returns }: OrderState, rules: Rules, at: number): Leg[] =>
  assignments
    .filter(({ role }) => role === "lead")
    .map(({ no, unit, dispatchedAt, endedAt, endedBy }) => {
      const last = returns.findLast(({ assignment }) => assignment === no);
      return {
        unit,
        unitName: unitNameOf(rules, unit, at),
        from: iso(dispatchedAt),
        until: isoOrNull(endedAt),
        returned: endedBy === "return" && last ? (last.late ? "late" : "inTime") : null,
      };
    });

/** 两家之间的工单, each with its way. */
export const listReturnedOrders = operation({
  id: "listReturnedOrders",
  method: "GET",
  path: "/returns-between-units/orders",
  summary: "两个单位之间退过的工单，连同各自的经手经过",
  tag: "工单",
  permit: STOCK_READERS,
  query: pairQuery,
  answer: returnedOrders,
  handle: async ({ query: { unit, other, days } }, visit) => {
    const { at, platform } = visit;
    const rules = await visit.rules();
    const { found, states } = await visit.see(async (db) => {
      const found = await returnedBetween(db, platform.platform, [unit, other], daysBefore(at, days), MOST);
      const ids = found.map(({ order }) => order);
      return { found, states: (await subjects.order.load(db, platform.platform, ids, "read")) as OrderState[] };
    });
    const orders = new Map(states.map((state) => [state.id, state]));
    const known = found.flatMap(({ order }) => orders.get(order) ?? []);
    const rows = await rowsOf(known.map(worklistRow), visit);
    return {
      rows: rows.map((row) => {
        const order = orders.get(row.id)!;
        return {
          ...row,
          legs: legsOf(order, rules, at),
          pending: pendingReturn(order) !== null,
          matterDay: matterDay(matterClock(order, at, rules), at, rules),
        };
      }),
      open: found.filter(({ open }) => open).length,
      total: found[0]?.total ?? 0,
    };
  },
});
