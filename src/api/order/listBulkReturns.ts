import { openBulkReturns as schema } from "../../contract/order/bulkReturn.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { textsOf } from "../../store/desk/requests.ts";
import { type OpenBulkReturn, openBulkReturns } from "../../store/question/openBulkReturns.ts";
import { subjects } from "../../store/subject.ts";
import { readableOf } from "../access/words.ts";
import { operation } from "../operation.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";
import { categoryNameOf, unitNameOf } from "./names.ts";

/** more acts than these nobody leaves lying */
const MOST = 100;

interface Said {
  act: OpenBulkReturn;
  /** of the order by which its words are read */
  request: RequestState | null;
  words: string | undefined;
}

const said = ({ see, platform: { platform } }: Visit): Promise<Said[]> =>
  see(async (db) => {
    const acts = await openBulkReturns(db, platform, MOST);
    const ids = acts.flatMap(({ text }) => text ?? []);
    const words = await textsOf(db, platform, ids);
    const samples = acts.map(({ request }) => request);
    const requests = (await subjects.request.load(db, platform, samples, "read")) as RequestState[];
    const known = new Map(requests.map((one) => [one.id, one]));
    return acts.map((act) => ({ act, request: known.get(act.request) ?? null, words: words.get(act.text ?? "") }));
  });

export const listBulkReturns = operation({
  id: "listBulkReturns",
  method: "GET",
  path: "/bulk-returns",
  summary: "待裁定的批量退单，早的在前",
  tag: "工单",
  permit: ["dispatcher", "supervisor", "office"],
  answer: schema,
  handle: async (_, visit) => {
    const rules = await visit.rules();
    const all = await said(visit);
    const readable = await readableOf(
      visit,
      all.flatMap(({ request }) => request ?? []),
    );
    return all.map(({ act, request, words }) => ({
      ...{ id: act.bulk, unit: act.unit, reason: act.reason, orders: act.orders, late: act.late },
      unitName: unitNameOf(rules, act.unit, visit.at),
      text: readable(request ?? { contact: null }, words),
      requestedAt: iso(act.requestedAt),
      openSince: iso(act.openSince),
      categoryNames: act.categories.map((one) => categoryNameOf(rules, one, visit.at)),
      sample: act.workOrder,
    }));
  },
});
