/** 某一时刻的计数: the events before that instant folded in memory, then counted by the words of spec/metrics.md. */

import type { LedgerEvent } from "../../src/domain/ledger/event.ts";
import type { Ratio } from "../../src/domain/measure/counts.ts";
import { leadAt } from "../../src/domain/order/apply.ts";
import type { OrderState } from "../../src/domain/order/order.ts";
import type { RequestState } from "../../src/domain/request/request.ts";
import { tally } from "../world/count.ts";
import { foldAll, type States } from "../world/fold.ts";
import type { Edges } from "../world/histories.ts";

export const statesBefore = (events: readonly LedgerEvent[], until: number): States =>
  foldAll([{ events: events.filter(({ at }) => at < until), contacts: [], texts: [] }]);

const inside = (at: number | null, { from, until }: Edges) => at !== null && at >= from && at < until;

function outcomeOf(states: States, request: RequestState, seen = new Set<string>()): string {
  if (request.outcome === "refused") return "pending";
  if (request.outcome !== "merged") return request.outcome;
  const matter = states.request.get(request.mergedInto!);
  if (!matter || seen.has(request.id)) return "pending";
  return outcomeOf(states, matter, seen.add(request.id));
}

export function requestRows(states: States, edges: Edges) {
  const accepted = [...states.request.values()].filter(
    ({ acceptedAt, outcome }) => inside(acceptedAt, edges) && outcome !== "refused",
  );
  return {
    requests: tally(
      accepted.map((one) => ({ category: one.category, type: one.type, outcome: outcomeOf(states, one) })),
    ),
    repeats: accepted.filter(({ outcome }) => outcome === "merged").length,
    rated: tally(
      accepted
        .filter(({ outcome }) => outcome === "firstContact")
        .map(({ rating }) => ({ rating: rating ?? "noResponse" })),
    ),
    hot: tally(accepted.filter(({ hotEvent }) => hotEvent).map(({ hotEvent, category }) => ({ hotEvent, category }))),
  };
}

const merged = (states: States, order: OrderState) => states.request.get(order.request)?.outcome === "merged";

export function followUpRows(states: States, edges: Edges) {
  return [...states.order.values()]
    .filter(({ followedUpAt }) => inside(followedUpAt, edges))
    .map((order) => {
      const lead = leadAt(order, order.followedUpAt!)!;
      const returned = lead.endedAt !== null && lead.endedAt <= order.followedUpAt!;
      const valid = order.withdrawnAt === null && !merged(states, order) && !returned;
      const onTime = valid && order.resolvedAt !== null && lead.dueAt !== null && order.resolvedAt < lead.dueAt;
      return {
        unit: lead.unit,
        category: order.category,
        channel: order.followUpChannel,
        rating: order.rating,
        valid,
        onTime,
        informed: valid && order.informedAt !== null,
        rejected: order.returns.filter(({ ruling }) => ruling === "rejected").length,
        late: order.returns.filter(({ late }) => late).length,
      };
    });
}

export const overdueRows = (states: States, until: number) =>
  tally(
    [...states.order.values()]
      .filter((order) => {
        const lead = leadAt(order, until - 1)!;
        const over = order.withdrawnAt !== null || order.closedAt !== null || order.followedUpAt !== null;
        const open = !over && order.resolvedAt === null && !merged(states, order) && lead.endedAt === null;
        return open && lead.dueAt !== null && lead.dueAt < until;
      })
      .map((order) => ({ unit: leadAt(order, until - 1)!.unit, topic: order.topic ?? order.category })),
  );

export const dispatchedRows = (states: States, edges: Edges) =>
  tally(
    [...states.order.values()]
      .filter(({ dispatchedAt }) => inside(dispatchedAt, edges))
      .map((order) => ({ unit: leadAt(order, edges.until - 1)!.unit, category: order.category })),
  );

export function returnRows(states: States, edges: Edges) {
  const asked = [...states.order.values()]
    .flatMap(({ returns }) => returns)
    .filter(({ requestedAt }) => inside(requestedAt, edges));
  const ruled = (ruling: string) => asked.filter((one) => one.ruling === ruling).length;
  return {
    requested: asked.length,
    accepted: ruled("accepted"),
    rejected: ruled("rejected"),
    late: asked.filter(({ late }) => late).length,
  };
}

export const callsAnswered = (states: States, edges: Edges): Ratio & { within: number } => {
  const offered = [...states.call.values()].filter(({ offeredAt }) => inside(offeredAt, edges));
  const answered = offered.filter(({ answeredAt }) => answeredAt !== null);
  const within = answered.filter((one) => one.answeredAt! - (one.queuedAt ?? one.offeredAt) <= 15_000);
  return { numerator: answered.length, denominator: offered.length, within: within.length };
};
