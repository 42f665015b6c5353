import { callQuery, callPage as pageSchema } from "../../contract/call/call.ts";
import { callPage } from "../../store/desk/calls.ts";
import { cursorOf, placeOf } from "../cursor.ts";
import { operation } from "../operation.ts";
import { instantOf } from "../time.ts";
import { viewOf } from "./view.ts";

/** 话务由热线自己的人看 */
export const CALLS = [
  "agent",
  "dispatcher",
  "followUp",
  "supervisor",
  "inspector",
  "analyst",
  "office",
  "leader",
] as const;

export const listCalls = operation({
  id: "listCalls",
  method: "GET",
  path: "/calls",
  summary: "来电清单，最新的在前；也是待回拨的清单",
  tag: "来电",
  permit: CALLS,
  query: callQuery,
  answer: pageSchema,
  handle: async ({ query: { cursor, limit, missed, from, until } }, visit) => {
    const rules = await visit.rules();
    const filter = { missed, from: instantOf(from), until: instantOf(until) };
    const { rows, total } = await visit.see((db) =>
      callPage(db, visit.platform.platform, filter, placeOf(cursor), limit),
    );
    const last = rows.length === limit ? rows.at(-1)! : null;
    return {
      rows: rows.map((call) => viewOf(call, rules)),
      next: last && cursorOf({ at: last.offeredAt, id: last.id }),
      total,
    };
  },
});
