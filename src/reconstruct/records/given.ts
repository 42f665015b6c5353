/**
 * 接续: months that were made before stay as they are. What they left unconcluded is carried on: followed up where the plan asks
 * for a follow-up, kept where it is the plan's overdue stock, and otherwise resolved, so that it enters no figure of the new
 * month.
 */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { MonthKey, UnitCode } from "../../domain/measure/counts.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { leadOf, pendingReturn, stageOf } from "../../domain/order/stage.ts";
import type { MonthPlan } from "../plan/plan.ts";
import { answerText, rulingText } from "../text/write.ts";
import { officeTime } from "../timing/pattern.ts";
import { type OrderActs, orderActs } from "./acts.ts";
import type { Desk, Made } from "./desk.ts";
import type { FollowUpSlot } from "./followUps.ts";
import { full } from "./full.ts";
import { spanOf } from "./month.ts";
import { concluded, dispatcher, type FollowUp, rejectedReturns } from "./order.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 未办完的工单 of the months made before, as it stands, under the topic that it is printed with. */
export interface OpenOrder {
  order: OrderState;
  topic: string;
}
export interface Given {
  /** the earliest first */
  months: MonthKey[];
  /** not followed up yet, the oldest first */
  open: OpenOrder[];
}

const dueAtOf = (order: OrderState): Instant => leadOf(order).dueAt ?? Number.POSITIVE_INFINITY;
const rejectedOf = (order: OrderState) => order.returns.filter(({ ruling }) => ruling === "rejected").length;

function resolve(desk: Desk, acts: OrderActs, at: Instant, informed: boolean) {
  const { category, informedAt } = acts.state();
  const by = `unit:${leadOf(acts.state()).unit}`;
  if (informed && informedAt === null) acts.act("inform", at, by, { text: null });
  const words = answerText(desk.voice(category), { random: desk.random, place: "" });
  acts.act("resolve", at, by, { solved: true, internalText: null, publicText: desk.text(at, words) });
}

/** 办结: between the beginning of the month, or the deadline, and the end of the follow-up's window. */
function resolveFor(desk: Desk, acts: OrderActs, { onTime, from, until, ...followUp }: FollowUp): void {
  const dueAt = dueAtOf(acts.state());
  const end = until - 20 * MINUTE;
  const low = (onTime ? from : Math.max(dueAt, from)) + MINUTE;
  const at = officeTime(desk.random, desk.line, low, Math.min(onTime ? Math.min(dueAt, end) : end, low + 5 * DAY));
  const returns = followUp.rejectedReturns - rejectedOf(acts.state());
  if (returns > 0) rejectedReturns(desk, acts, "", returns, { from, until: at });
  resolve(desk, acts, at, followUp.informed);
}

/** 接着办完并回访 */
export function carryOn(desk: Desk, acts: OrderActs, followUp: FollowUp): void {
  if (acts.state().resolvedAt === null) resolveFor(desk, acts, followUp);
  const earliest = Math.max(acts.state().resolvedAt!, followUp.from) + 10 * MINUTE;
  concluded(
    desk,
    acts,
    officeTime(desk.random, desk.line, earliest, Math.min(followUp.until, earliest + 3 * DAY)),
    followUp,
  );
}

/** Whether an order can still come to what this slot says of it. */
function fits({ order }: OpenOrder, slot: FollowUpSlot, { from, until }: FollowUp): boolean {
  if (slot.rating === "dissatisfied" && order.category !== slot.category) return false;
  const [dueAt, rejected] = [dueAtOf(order), rejectedOf(order)];
  const informed = order.informedAt !== null;
  if (order.resolvedAt !== null)
    return (
      order.resolvedAt < from &&
      slot.onTime === order.resolvedAt < dueAt &&
      slot.informed === informed &&
      slot.rejectedReturns === rejected
    );
  return (
    stageOf(order) === "handling" &&
    dueAt > from + HOUR &&
    (slot.onTime || dueAt < until - HOUR) &&
    (slot.informed || !informed) &&
    slot.rejectedReturns >= rejected
  );
}

const stockKey = ({ unit, topic }: { unit: string; topic: string }) => JSON.stringify([unit, topic]);

/** 接续的工单, given out one by one. */
export function openDrawer(desk: Desk, { months, open }: Given) {
  const lastEnd = spanOf(desk, months.at(-1)!).until;
  const left = new Map<UnitCode, OpenOrder[]>();
  for (const one of open) {
    const { unit } = leadOf(one.order);
    const of = left.get(unit) ?? [];
    left.set(unit, of);
    of.push(one);
  }
  return {
    /** follows up an open order for this slot; false: none fits */
    followUp(unit: UnitCode, slot: FollowUpSlot, followUp: FollowUp): boolean {
      const of = left.get(unit) ?? [];
      const at = of.findIndex((one) => fits(one, slot, followUp));
      if (at < 0) return false;
      carryOn(desk, orderActs(desk, of.splice(at, 1)[0]!.order), followUp);
      return true;
    },
    /** lets overdue ones lie that are in the plan's stock, and says how many of each */
    keep(stock: MonthPlan["overdue"]): Map<string, number> {
      const wanted = new Map(stock.map((row) => [stockKey(row), row.count]));
      const kept = new Map<string, number>();
      for (const [unit, of] of left) {
        const lies = ({ order, topic }: OpenOrder) => {
          const key = stockKey({ unit, topic });
          if (order.resolvedAt !== null || dueAtOf(order) >= lastEnd) return false;
          if ((wanted.get(key) ?? 0) === (kept.get(key) ?? 0)) return false;
          kept.set(key, (kept.get(key) ?? 0) + 1);
          return true;
        };
        left.set(
          unit,
          of.filter((one) => !lies(one)),
        );
      }
      return kept;
    },
    /** resolves all others, in time where they still can be */
    *settle(): Iterable<Made> {
      for (const { order } of [...left.values()].flat()) {
        if (order.resolvedAt === null) settle(desk, order, lastEnd);
        yield* full(desk);
      }
      left.clear();
    },
  };
}
export type OpenDrawer = ReturnType<typeof openDrawer>;

function settle(desk: Desk, order: OrderState, lastEnd: Instant): void {
  const acts = orderActs(desk, order);
  const dueAt = dueAtOf(order);
  const until = dueAt > lastEnd + HOUR ? dueAt : lastEnd + 6 * DAY;
  const at = officeTime(desk.random, desk.line, lastEnd + 2 * MINUTE, Math.min(until, lastEnd + 6 * DAY));
  if (pendingReturn(order)) {
    const text = desk.text(at, rulingText("rejected", { random: desk.random, place: "" }));
    acts.act("rejectReturn", at - MINUTE, dispatcher(desk), { text });
  }
  resolve(desk, acts, at, true);
}

/** 已留在库存里的件数 */
export const keptOf = (kept: Map<string, number>, row: { unit: string; topic: string }): number =>
  kept.get(stockKey(row)) ?? 0;
