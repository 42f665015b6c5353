/**
 * 时钟: the unit's clock (restarts when another unit gets the work order) and the matter's clock (from the first dispatch,
 * never restarts), as they stand at an instant.
 */
import type { Instant } from "../calendar/civil.ts";
import type { OrderState, RunningLimit } from "./order.ts";
import { acknowledgeBy, type Rules, resolveLimit } from "./rules.ts";
import { leadOf, roundOf } from "./stage.ts";

/** 督办颜色, the weakest first */
export const levels = ["blue", "yellow", "red", "summon"] as const;
export type Level = (typeof levels)[number];

export type ClockState = "toAcknowledge" | "running" | Level | "done" | "doneLate" | "stopped";

export interface Clock {
  state: ClockState;
  from: Instant;
  dueAt: Instant;
  /** 暂定: runs past the published calendar */
  provisional: boolean;
  in: RunningLimit["in"];
  /** when it stopped: resolved, withdrawn or returned; null = running */
  stoppedAt: Instant | null;
}

type Running = Pick<Clock, "from" | "dueAt" | "provisional" | "in"> & { amount: number | null };

/** 单位的时钟 once it runs; null before the acknowledgement. */
function running(order: OrderState, rules: Rules): Running | null {
  const lead = leadOf(order);
  if (order.reopenedAt !== null) {
    const limit = resolveLimit(rules, order, order.reopenedAt);
    const dueAt = order.reopenDueAt ?? rules.end(limit, order.reopenedAt).instant;
    return { from: order.reopenedAt, dueAt, provisional: false, in: limit.in, amount: limit.amount };
  }
  if (lead.acknowledgedAt === null || lead.dueAt === null) return null;
  const more = order.extension?.assignment === lead.no && lead.extended ? order.extension.amount : 0;
  const amount = lead.runsUnder && lead.runsUnder.amount + more;
  const { acknowledgedAt: from, dueAt, provisional } = lead;
  return { from, dueAt, provisional, in: lead.runsUnder?.in ?? "workingDays", amount };
}

/** 各颜色的起点, by the rules in force when the clock started. */
function marks({ from, dueAt, amount, in: unit }: Running, rules: Rules): [Level, Instant][] {
  const percent = rules.threshold("superviseBlue", from);
  const part =
    unit === "hours" || amount === null
      ? from + Math.floor(((dueAt - from) * percent) / 100)
      : rules.end({ in: unit, amount: Math.floor((amount * percent) / 100) }, from).instant;
  const after = (rule: string) => {
    const limit = rules.limit(rule, from);
    return rules.end(limit, limit.in === "hours" ? dueAt : dueAt - 1).instant;
  };
  return [
    ["blue", Math.min(part, dueAt)],
    ["yellow", dueAt],
    ["red", after("superviseRed")],
    ["summon", after("superviseSummon")],
  ];
}

/** 到了哪种颜色: the strongest whose instant has come; null = none. */
function levelAt(run: Running, now: Instant, rules: Rules): Level | null {
  return marks(run, rules).findLast(([, at]) => now >= at)?.[0] ?? null;
}

const stateOf = (run: Running, stoppedAt: Instant | null, now: Instant, rules: Rules): ClockState =>
  stoppedAt === null ? (levelAt(run, now, rules) ?? "running") : stoppedAt < run.dueAt ? "done" : "doneLate";

/** 本单位时钟 at an instant: first the acknowledgement's, then the handling's. */
export function unitClock(order: OrderState, now: Instant, rules: Rules): Clock {
  const lead = leadOf(order);
  const run = running(order, rules);
  const endedAt = order.withdrawnAt ?? (order.reopenedAt === null ? lead.endedAt : null);
  if (run === null) {
    const { instant, provisional } = acknowledgeBy(rules, order, lead.dispatchedAt);
    const state = endedAt === null ? "toAcknowledge" : "stopped";
    const unit = rules.limit(order.urgent ? "acknowledgeUrgent" : "acknowledge", lead.dispatchedAt).in;
    return { state, from: lead.dispatchedAt, dueAt: instant, provisional, in: unit, stoppedAt: endedAt };
  }
  const { amount: _, ...clock } = run;
  const resolvedAt = roundOf(order).resolvedAt;
  if (resolvedAt === null && endedAt !== null) return { ...clock, state: "stopped", stoppedAt: endedAt };
  return { ...clock, state: stateOf(run, resolvedAt, now, rules), stoppedAt: resolvedAt };
}

/** 事项时钟: as if the first dispatch had started the limit; what the province measures. */
export function matterClock(order: OrderState, now: Instant, rules: Rules): Clock {
  const from = order.dispatchedAt;
  const limit = resolveLimit(rules, order, from);
  const { instant: dueAt, provisional } = rules.end(limit, from);
  const run = { from, dueAt, provisional, in: limit.in, amount: limit.amount };
  const { amount: _, ...clock } = run;
  const stoppedAt = order.resolvedAt ?? order.withdrawnAt;
  if (order.resolvedAt === null && stoppedAt !== null) return { ...clock, state: "stopped", stoppedAt };
  return { ...clock, state: stateOf(run, stoppedAt, now, rules), stoppedAt };
}

/** 时钟是否已到某种颜色 */
export function hasReached(order: OrderState, level: Level, now: Instant, rules: Rules): boolean {
  const run = running(order, rules);
  const reached = run && levelAt(run, now, rules);
  return reached !== null && levels.indexOf(reached) >= levels.indexOf(level);
}

/** 是否已这样督办: since the present clock belongs to the present unit and round. */
export function isIssued(order: OrderState, level: Level): boolean {
  const since = order.reopenedAt ?? leadOf(order).dispatchedAt;
  if (order.supervision === null || (order.supervisedAt ?? 0) < since) return false;
  return levels.indexOf(order.supervision) >= levels.indexOf(level);
}

/** 下一种颜色的起点 after an instant, of those not yet issued; null: the clock doesn't run, or has shown them all. */
export function nextMark(order: OrderState, after: Instant, rules: Rules): Instant | null {
  const run = running(order, rules);
  const open = run ? marks(run, rules).filter(([level, at]) => at > after && !isIssued(order, level)) : [];
  return open.length === 0 ? null : Math.min(...open.map(([, at]) => at));
}
