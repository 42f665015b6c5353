/**
 * 接续: months that were made before stay as they are. What they left open is carried on: followed up where the plan asks for
 * it, kept where it is the plan's overdue stock, and otherwise resolved, so that it enters no figure of the new month.
 */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import type { MonthKey, UnitCode } from "../../domain/measure/counts.ts";
import type { MonthPlan } from "../plan/plan.ts";
import { answerText, returnText, rulingText } from "../text/write.ts";
import { officeTime } from "../timing/pattern.ts";
import { dueAfter } from "../timing/timeline.ts";
import { type Desk, history, type Made } from "./desk.ts";
import type { FollowUpSlot } from "./followUps.ts";
import { full } from "./full.ts";
import { spanOf } from "./month.ts";
import { conclusion, dispatcher, type FollowUp } from "./order.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** 未办结工单 of the months made before, as they stand. */
export interface OpenOrder {
  id: Id;
  version: number;
  unit: UnitCode;
  category: string;
  topic: string;
  assignment: number;
  returns: number;
  acknowledgedAt: Instant;
  dueAt: Instant;
}
export interface Given {
  /** the earliest first */
  months: MonthKey[];
  open: OpenOrder[];
}

function resolved(desk: Desk, order: OpenOrder, add: ReturnType<typeof history>, at: Instant, informed: boolean) {
  const by = `unit:${order.unit}`;
  const words = answerText(desk.voice(order.category), { random: desk.random, place: "" });
  if (informed) add("citizenInformed", at, by, { assignment: order.assignment });
  add("orderResolved", at, by, {
    assignment: order.assignment,
    solved: true,
    internalText: null,
    publicText: desk.text(at, words),
  });
}

/** Requested and rejected in turn before the resolution. */
function returnsRejected(
  desk: Desk,
  order: OpenOrder,
  add: ReturnType<typeof history>,
  count: number,
  from: Instant,
  until: Instant,
) {
  const step = Math.floor((until - from) / (2 * count + 1));
  const scene = { random: desk.random, place: "" };
  const limit = dueAfter(desk.line, desk.limits(order.acknowledgedAt).returnRequest, order.acknowledgedAt).dueAt;
  for (let no = 1; no <= count; no += 1) {
    const at = from + (2 * no - 1) * step;
    const returnNo = order.returns + no;
    const asked = { returnNo, assignment: order.assignment, late: at > limit, bulk: null };
    add("returnRequested", at, `unit:${order.unit}`, {
      ...asked,
      text: desk.text(at, returnText(desk.voice(order.category), scene)),
    });
    add("returnRejected", at + step, dispatcher(desk), {
      returnNo,
      text: desk.text(at + step, rulingText("rejected", scene)),
    });
  }
}

/** 接着办完并回访 */
function carryOn(desk: Desk, order: OpenOrder, followUp: FollowUp): void {
  const { random, line } = desk;
  const add = history(desk, "order", order.id, order.version);
  const low = followUp.onTime ? followUp.from + MINUTE : Math.max(order.dueAt, followUp.from) + MINUTE;
  const high = followUp.onTime ? Math.min(order.dueAt, followUp.until - 20 * MINUTE) : followUp.until - 20 * MINUTE;
  const resolvedAt = officeTime(random, line, low, Math.min(high, low + 5 * DAY));
  if (followUp.rejectedReturns > 0)
    returnsRejected(desk, order, add, followUp.rejectedReturns, followUp.from, resolvedAt);
  resolved(desk, order, add, resolvedAt, followUp.informed);
  const earliest = resolvedAt + 10 * MINUTE;
  const at = officeTime(random, line, earliest, Math.min(followUp.until, earliest + 3 * DAY));
  const { by, result } = conclusion(desk, followUp);
  add("followUpConcluded", at, by, { round: 1, ...result });
  if (followUp.rating !== "dissatisfied") add("orderClosed", at, "system", {});
}

const stockKey = ({ unit, topic }: { unit: string; topic: string }) => JSON.stringify([unit, topic]);

/** 接续的工单, given out one by one. */
export function openDrawer(desk: Desk, { months, open }: Given) {
  const lastEnd = spanOf(desk, months.at(-1)!).until;
  const left = new Map<UnitCode, OpenOrder[]>();
  for (const order of open) {
    const of = left.get(order.unit) ?? [];
    left.set(order.unit, of);
    of.push(order);
  }
  const fits = (order: OpenOrder, slot: FollowUpSlot, { from, until }: FollowUp) =>
    order.dueAt > from + 60 * MINUTE &&
    (slot.onTime || order.dueAt < until - 60 * MINUTE) &&
    (slot.rating !== "dissatisfied" || order.category === slot.category);
  return {
    /** follows up an open order for this slot; false: none fits */
    followUp(unit: UnitCode, slot: FollowUpSlot, followUp: FollowUp): boolean {
      const of = left.get(unit) ?? [];
      const at = of.findIndex((order) => fits(order, slot, followUp));
      if (at < 0) return false;
      carryOn(desk, of.splice(at, 1)[0]!, followUp);
      return true;
    },
    /** lets overdue ones lie that are in the plan's stock, and says how many of each */
    keep(stock: MonthPlan["overdue"]): Map<string, number> {
      const wanted = new Map(stock.map((row) => [stockKey(row), row.count]));
      const kept = new Map<string, number>();
      for (const [unit, of] of left) {
        const lies = (order: OpenOrder) => {
          const key = stockKey(order);
          if (order.dueAt >= lastEnd || (wanted.get(key) ?? 0) === (kept.get(key) ?? 0)) return false;
          kept.set(key, (kept.get(key) ?? 0) + 1);
          return true;
        };
        left.set(
          unit,
          of.filter((order) => !lies(order)),
        );
      }
      return kept;
    },
    /** resolves all others, in time where they still can be */
    *settle(): Iterable<Made> {
      for (const order of [...left.values()].flat()) {
        const until = order.dueAt > lastEnd + 60 * MINUTE ? order.dueAt : lastEnd + 6 * DAY;
        const at = officeTime(desk.random, desk.line, lastEnd + MINUTE, Math.min(until, lastEnd + 6 * DAY));
        resolved(desk, order, history(desk, "order", order.id, order.version), at, true);
        yield* full(desk);
      }
      left.clear();
    },
  };
}
export type OpenDrawer = ReturnType<typeof openDrawer>;

/** 已留在库存里的件数 */
export const keptOf = (kept: Map<string, number>, row: { unit: string; topic: string }): number =>
  kept.get(stockKey(row)) ?? 0;
