import type { z } from "zod";
import { proposalQuery, proposals } from "../../contract/request/proposal.ts";
import { lifecycle } from "../../domain/order/lifecycle.ts";
import { type LimitAhead, limitsAhead } from "../../domain/order/limitsAhead.ts";
import type { OrderState } from "../../domain/order/order.ts";
import type { Rules } from "../../domain/order/rules.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { subjects } from "../../store/subject.ts";
import { operation } from "../operation.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";
import { proposedFor } from "./proposed.ts";

type Limits = z.input<typeof proposals>[number]["limits"];

/** 所问的诉求: by the class that its order has, where there is one */
async function mattersOf(ids: readonly string[], { see, platform: { platform } }: Visit) {
  const { requests, orders } = await see(async (db) => {
    const requests = (await subjects.request.load(db, platform, ids, "read")) as RequestState[];
    const sent = requests.flatMap(({ order }) => order ?? []);
    return { requests, orders: (await subjects.order.load(db, platform, sent, "read")) as OrderState[] };
  });
  const own = new Map(orders.map(({ id, category }) => [id, category]));
  return requests.map((request) => ({
    request,
    category: own.get(request.order ?? "") ?? request.category,
    place: request.place,
  }));
}

const limitOf = ({ words, instant }: LimitAhead) => ({ words, dueAt: iso(instant) });

function limitsOf(request: RequestState, at: number, rules: Rules): Limits {
  const { acknowledge, resolve, resolveComplex } = limitsAhead(request, at, rules);
  return {
    acknowledge: limitOf(acknowledge),
    resolve: limitOf(resolve),
    resolveComplex: limitOf(resolveComplex),
  };
}

export const proposeDispatch = operation({
  id: "proposeDispatch",
  method: "GET",
  path: "/dispatch-proposals",
  summary: "派发建议：派给谁、凭什么（派单目录、先例、属地），期限到哪天；查不到的诉求不在其中",
  tag: "诉求",
  permit: lifecycle.dispatch.who,
  query: proposalQuery,
  answer: proposals,
  handle: async ({ query: { requests } }, visit) => {
    const rules = await visit.rules();
    const matters = await mattersOf([...new Set(requests)], visit);
    const proposed = await proposedFor(matters, visit);
    return matters.map(({ request }, no) => ({
      request: request.id,
      ...proposed[no]!,
      limits: limitsOf(request, visit.at, rules),
    }));
  },
});
