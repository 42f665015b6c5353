import { requestPage as pageSchema, requestQuery } from "../../contract/request/request.ts";
import { placesWithin } from "../../domain/directory/area.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { allInForce } from "../../domain/rule/inForce.ts";
import { requestList, requestPage } from "../../store/desk/requests.ts";
import { readableOf } from "../access/words.ts";
import { countedOf, cursorOf } from "../cursor.ts";
import { operation } from "../operation.ts";
import { instantOf } from "../time.ts";
import type { Visit } from "../visit.ts";
import { rowOf } from "./view.ts";

/** 大类 stands for all its subcategories */
export function subcategoriesOf({ rulebook, dateOf }: Rules, category: string, at: number): string[] {
  const under = allInForce(rulebook, "category", dateOf(at)).filter(({ value }) => value.parent === category);
  return [category, ...under.map(({ key }) => key)];
}

/** 筛选 as the store asks it. */
export async function filterOf(query: Omit<typeof requestQuery._output, "limit" | "cursor">, visit: Visit) {
  const { q, category, place, from, until, ...same } = query;
  const rules = await visit.rules();
  return {
    ...same,
    units: visit.viewer.units ?? undefined,
    from: instantOf(from),
    until: instantOf(until),
    words: q,
    categories: category && [...new Set(category.flatMap((one) => subcategoriesOf(rules, one, visit.at)))],
    places: place === undefined ? undefined : placesWithin(rules.rulebook, place, rules.dateOf(visit.at)),
  };
}

export const listRequests = operation({
  id: "listRequests",
  method: "GET",
  path: "/requests",
  summary: "诉求清单：筛选、全文检索，最新的在前",
  tag: "诉求",
  permit: "signedIn",
  query: requestQuery,
  answer: pageSchema,
  handle: async ({ query: { cursor, limit, ...query } }, visit) => {
    const filter = await filterOf(query, visit);
    const { platform } = visit.platform;
    const after = countedOf(cursor);
    const { rows, last, total } = await visit.see(async (db) =>
      after === null
        ? requestList(db, platform, filter, limit)
        : { ...(await requestPage(db, platform, filter, after, limit)), total: after.total },
    );
    const readable = await readableOf(visit, rows);
    const naming = { rules: await visit.rules(), at: visit.at };
    return {
      rows: rows.map((row) => rowOf(row, row.words, readable, naming)),
      next: last && cursorOf({ ...last, total }),
      total,
    };
  },
});
