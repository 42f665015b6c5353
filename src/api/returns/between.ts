import { returnsBetween as betweenSchema, sinceQuery } from "../../contract/returns/between.ts";
import { bulkActs, type HandOvers, returnsBetween } from "../../store/supervision/returnsBetween.ts";
import { operation } from "../operation.ts";
import { categoryNameOf, unitNameOf } from "../order/names.ts";
import { STOCK_READERS } from "../overdue/stock.ts";
import { iso } from "../time.ts";

const DAY = 86_400_000;
/** 若干天前 */
export const daysBefore = (at: number, days: number): number => at - days * DAY;

/** 有来往的单位: those that returned most first, then those that only received. */
function unitsOf(pairs: readonly HandOvers[]): string[] {
  const returned = new Map<string, number>();
  for (const { from, to, returns } of pairs) {
    returned.set(from, (returned.get(from) ?? 0) + returns);
    if (to !== null) returned.set(to, returned.get(to) ?? 0);
  }
  return [...returned].toSorted((one, other) => other[1] - one[1]).map(([unit]) => unit);
}

/** 互推图: what no unit's own figures show. */
export const readReturnsBetween = operation({
  id: "readReturnsBetween",
  method: "GET",
  path: "/returns-between-units",
  summary: "单位之间的退单：谁退出、改派到谁、各多少次；批量退单另列",
  tag: "工单",
  permit: STOCK_READERS,
  query: sinceQuery,
  answer: betweenSchema,
  handle: async ({ query: { days } }, { see, at, rules, platform: { platform } }) => {
    const book = await rules();
    const since = daysBefore(at, days);
    const { pairs, bulk } = await see(async (db) => ({
      pairs: await returnsBetween(db, platform, since),
      bulk: await bulkActs(db, platform, since),
    }));
    return {
      since: iso(since),
      units: unitsOf(pairs).map((unit) => ({ unit, name: unitNameOf(book, unit, at) })),
      pairs,
      bulk: bulk.map((act) => ({
        ...act,
        unitName: unitNameOf(book, act.unit, at),
        categoryName: categoryNameOf(book, act.category, at),
        requestedAt: iso(act.requestedAt),
        openSince: iso(act.openSince),
      })),
    };
  },
});
