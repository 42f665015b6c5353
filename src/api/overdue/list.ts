import { snapshotPage, snapshotQuery } from "../../contract/overdue/snapshot.ts";
import { startOfDay } from "../../domain/calendar/zone.ts";
import { keptSnapshots } from "../../store/clock/snapshot.ts";
import { operation } from "../operation.ts";
import { unitNameOf } from "../order/names.ts";
import { iso } from "../time.ts";

/** 月末留存: one row a month, the latest first; units by the names they had in that month. */
export const listOverdueSnapshots = operation({
  id: "listOverdueSnapshots",
  method: "GET",
  path: "/overdue-snapshots",
  summary: "月末超期未反馈的留存，一月一行，新的在前",
  tag: "工单",
  permit: ["dispatcher", "supervisor", "inspector", "analyst", "office", "leader"],
  query: snapshotQuery,
  answer: snapshotPage,
  handle: async ({ query: { cursor, limit } }, { db, platform: { platform, zone }, rules }) => {
    const book = await rules();
    const kept = await keptSnapshots(db, platform, cursor ?? null, limit);
    return {
      rows: kept.map(({ month, takenAt, units }) => ({
        month,
        takenAt: iso(takenAt),
        orders: units.reduce((sum, { orders }) => sum + orders, 0),
        units: units.map((one) => ({ ...one, unitName: unitNameOf(book, one.unit, startOfDay(`${month}-01`, zone)) })),
      })),
      next: kept.length === limit ? kept.at(-1)!.month : null,
    };
  },
});
