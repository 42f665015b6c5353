/** 派发工单的发放: every work order that the plan counts in a month, unit by unit. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { UnitCode } from "../../domain/measure/counts.ts";
import type { MonthPlan, UnitFollowUpPlan } from "../plan/plan.ts";
import { wander } from "./again.ts";
import type { Desk, Made } from "./desk.ts";
import { type FollowUpSlot, followUpSlots } from "./followUps.ts";
import { full } from "./full.ts";
import { carryOn, type OpenDrawer } from "./given.ts";
import { leaderTime, takeSeat } from "./leaderDay.ts";
import { acceptanceTimes, type MonthDraw, type Span } from "./month.ts";
import { type FollowUp, makeOrder, type OrderSpec } from "./order.ts";
import { shuffled } from "./random.ts";
import { acknowledgedOrder } from "./stock.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The months that work orders are dispatched and followed up in. */
export interface Months {
  /** before all months that figures are computed for */
  earlier: Span;
  previous: MonthDraw;
  current: MonthDraw;
  /** ends of the months at which nothing but the planned stock may be overdue */
  ends: Instant[];
  /** open orders of months made before */
  given: OpenDrawer | null;
  /** dispatches of the previous and of the current month, used up one by one */
  cells: { before: Cells; own: Cells };
}

/** Counts by unit and category that are used up one by one. */
export function cells(rows: MonthPlan["dispatched"]) {
  const left = new Map<UnitCode, Map<string, number>>();
  for (const { unit, category, count } of rows) {
    const of = left.get(unit) ?? new Map<string, number>();
    left.set(unit, of.set(category, (of.get(category) ?? 0) + count));
  }
  return {
    take(unit: UnitCode, category: string): boolean {
      const count = left.get(unit)?.get(category) ?? 0;
      if (count > 0) left.get(unit)!.set(category, count - 1);
      return count > 0;
    },
    /** of that unit, whatever the category: one of those it has most of; null: none is left */
    takeAny(unit: UnitCode): string | null {
      const of = left.get(unit) ?? new Map<string, number>();
      const [category, count] = [...of].reduce((most, cell) => (cell[1] > most[1] ? cell : most), ["", 0]);
      if (count > 0) of.set(category, count - 1);
      return count > 0 ? category : null;
    },
    rest: () => [...left].flatMap(([unit, of]) => [...of].map(([category, count]) => ({ unit, category, count }))),
  };
}
export type Cells = ReturnType<typeof cells>;

const countOf = (rows: { count: number }[]) => rows.reduce((sum, row) => sum + row.count, 0);

/** Days at the end of a month in which what is left over from it was dispatched: a week, or as many as its share asks for. */
function tail(desk: Desk, month: Span, part: number, whole: number): () => Instant {
  const length = month.until - month.from;
  const days = Math.max(7 * DAY, Math.ceil((length * part * 11) / (Math.max(whole, 1) * 10)));
  return acceptanceTimes(desk, Math.max(month.from, month.until - days), month.until - 5 * 60_000);
}

/** Where a follow-up's order comes from: times of acceptance and the month it was dispatched in. */
interface Source {
  acceptedAt: () => Instant;
  dispatch: Span;
  /** the month that the request counts in; null: no month that is counted */
  month: MonthDraw | null;
}

interface Sources {
  sameMonth: Source;
  carried: Source;
  earlier: Source;
}

function followUpSources(desk: Desk, { earlier, previous, cells }: Months, month: MonthDraw): Sources {
  const sameMonth = { acceptedAt: acceptanceTimes(desk, month.from, month.until - 36 * HOUR), dispatch: month, month };
  const old: Source = { acceptedAt: tail(desk, earlier, 0, 1), dispatch: earlier, month: null };
  if (month === previous) return { sameMonth, carried: old, earlier: old };
  const acceptedAt = tail(desk, previous, countOf(cells.before.rest()), countOf(previous.plan.dispatched));
  return { sameMonth, carried: { acceptedAt, dispatch: previous, month: previous }, earlier: old };
}

type Known = Pick<OrderSpec, "unit" | "category" | "followUp" | "open"> & { canSeat: boolean };

function orderOf(desk: Desk, source: Source, checkpoints: Instant[], known: Known): void {
  const { month } = source;
  const { canSeat, ...rest } = known;
  const seat = month && canSeat ? takeSeat(month.leaders, "dispatched", known.category) : null;
  const kind = month?.kindOf(known.category) ?? { type: "求助", hot: false };
  const call = seat ? month!.phoneCall() : (month?.nextCall() ?? null);
  makeOrder(desk, {
    ...rest,
    type: kind.type,
    topic: null,
    hotEvent: kind.hot ? (month?.hotEvent ?? null) : null,
    leaderDay: seat?.id ?? null,
    acceptedAt: seat ? () => leaderTime(desk, seat) : source.acceptedAt,
    dispatch: source.dispatch,
    checkpoints,
    call,
    channel: month ? undefined : "phone",
  });
}

type Served = { source: Source; category: string };

/** A dispatch of that category or, where nothing is printed of it, of any. */
function taken(cells: Cells | null, unit: UnitCode, { category, rating }: FollowUpSlot): string | null {
  if (!cells || cells.take(unit, category)) return cells && category;
  return rating === "dissatisfied" ? null : cells.takeAny(unit);
}

/**
 * Which order serves a slot: the longest waiting first, that is one left from the month before; then what the plan says.
 * Where earlier months stay as they are (`given`), nothing that they would have owed a follow-up is added to them.
 */
function served(
  slot: FollowUpSlot,
  unit: UnitCode,
  sources: Sources,
  { own, before, given }: { own: Cells; before: Cells | null; given: boolean },
): Served {
  const carried = taken(before, unit, slot);
  if (carried !== null) return { source: sources.carried, category: carried };
  const { category } = slot;
  if (slot.dispatched === "thisMonth" && own.take(unit, category)) return { source: sources.sameMonth, category };
  const instead = given ? taken(own, unit, slot) : null;
  return instead === null ? { source: sources.earlier, category } : { source: sources.sameMonth, category: instead };
}

/** One from before all counted months that was still open when this month began: sent from unit to unit meanwhile. */
function wandered(desk: Desk, months: Months, { from }: Span, unit: UnitCode, category: string, followUp: FollowUp) {
  const matter = { type: "求助", topic: null, unit, category, channel: "phone" } as const;
  const acceptedAt = tail(desk, months.earlier, 0, 1)();
  const { acts, ...sent } = acknowledgedOrder(desk, matter, acceptedAt, months.earlier);
  const other = months.current.plan.followUps.find((one) => one.unit !== unit)?.unit ?? unit;
  wander(desk, { acts, ...sent }, unit, { ends: months.ends.filter((end) => end <= from), other });
  carryOn(desk, acts, followUp);
}

/** 本月回访的工单 */
function* followedUp(desk: Desk, months: Months, month: MonthDraw, own: Cells, before: Cells | null): Iterable<Made> {
  const sources = followUpSources(desk, months, month);
  const { from, until } = month;
  const open = { checkpoint: until, settled: false };
  const serve = (unit: UnitFollowUpPlan, slot: FollowUpSlot) => {
    const { category: _, dispatched: __, ...result } = slot;
    const followUp = { from, until, ...result, channel: month.plan.followUpChannel };
    if (months.given?.followUp(unit.unit, slot, followUp)) return;
    const { source, category } = served(slot, unit.unit, sources, { own, before, given: months.given !== null });
    if (months.given && source === sources.earlier) return wandered(desk, months, month, unit.unit, category, followUp);
    orderOf(desk, source, months.ends, {
      unit: unit.unit,
      category,
      followUp,
      open,
      canSeat: slot.onTime && source.month === month,
    });
  };
  // the dissatisfied first: their categories are printed, so they can't take just any order
  const chosenFirst = (slots: FollowUpSlot[]) =>
    slots.toSorted((one, other) => Number(other.rating === "dissatisfied") - Number(one.rating === "dissatisfied"));
  for (const unit of month.plan.followUps)
    for (const slot of chosenFirst(shuffled(desk.random, followUpSlots(desk.random, unit)))) {
      serve(unit, slot);
      yield* full(desk);
    }
}

/** 未回访的工单: still in hand at the month's end; those of the previous month were resolved since, and never rated. */
function* notFollowedUp(desk: Desk, month: MonthDraw, own: Cells, settled: boolean): Iterable<Made> {
  const rest = own.rest();
  const acceptedAt = tail(desk, month, countOf(rest), countOf(month.plan.dispatched));
  const open = { checkpoint: month.until, settled };
  for (const { unit, category, count } of rest)
    for (let made = 0; made < count; made += 1) {
      orderOf(desk, { acceptedAt, dispatch: month, month }, [month.until], {
        unit,
        category,
        followUp: null,
        open,
        canSeat: true,
      });
      yield* full(desk);
    }
}

/** 两个月的全部派发工单 */
export function* workOrders(desk: Desk, months: Months): Iterable<Made> {
  const { previous, current } = months;
  const { before, own } = months.cells;
  yield* followedUp(desk, months, previous, before, null);
  yield* followedUp(desk, months, current, own, before);
  yield* notFollowedUp(desk, previous, before, true);
  yield* notFollowedUp(desk, current, own, false);
}
