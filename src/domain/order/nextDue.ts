/** 下次到时: until when the clock asks nothing of a work order, so that nobody need look before. */
import type { Instant } from "../calendar/civil.ts";
import { startOfDay } from "../calendar/zone.ts";
import { nextMark, unitClock } from "./clock.ts";
import { upToDate } from "./decide.ts";
import { due } from "./due.ts";
import type { OrderState } from "./order.ts";
import { acknowledgeBy, type Rules } from "./rules.ts";
import { liveParts, type Stage, stageOf } from "./stage.ts";
import { alarmAt, isAlarmed } from "./unmoved.ts";

const HOUR = 3_600_000;

type Candidates = (order: OrderState, now: Instant, rules: Rules) => (Instant | null)[];

/** The limits to acknowledge of every part still waiting, assisting ones included. */
const lapses: Candidates = (order, _, rules) =>
  liveParts(order)
    .filter(({ acknowledgedAt }) => acknowledgedAt === null)
    .map(({ dispatchedAt }) => acknowledgeBy(rules, order, dispatchedAt).instant);

const reminder: Candidates = (order, now, rules) => {
  const { from, dueAt } = unitClock(order, now, rules);
  const reminded = order.remindedAt !== null && order.remindedAt >= from;
  return [reminded ? null : dueAt - rules.limit("remindAcknowledge", from).amount * HOUR];
};

const alarm: Candidates = (order, _, rules) => [isAlarmed(order) ? null : alarmAt(order, rules)];

const colours: Candidates = (order, now, rules) => [nextMark(order, now, rules)];

/** While one phones, a row that brings the SMS may come into force on a later day. */
const modeChanges: Candidates = (_, now, { rulebook, zone }) =>
  (rulebook.rows.followUpMode ?? [])
    .flatMap(({ from, until }) => [from, ...(until === null ? [] : [until])])
    .map((date) => startOfDay(date, zone))
    .filter((at) => at > now);

const followUp: Candidates = (order, now, rules) => {
  const [first, last] = [order.followUpAttempts[0], order.followUpAttempts.at(-1)];
  if (!first || !last) return modeChanges(order, now, rules);
  const { attempts, windowHours } = rules.followUpMode(first.at);
  return [order.followUpAttempts.length < attempts ? null : last.at + windowHours * HOUR];
};

/** 各阶段等的是什么 */
const waitedFor: Partial<Record<Stage, Candidates>> = {
  unacknowledged: reminder,
  handling: colours,
  returning: colours,
  arbitrating: colours,
  resolved: followUp,
  reviewed: followUp,
};

const ENDED: readonly Stage[] = ["withdrawn", "closed"];

function firstAfter(order: OrderState, now: Instant, rules: Rules): Instant | null {
  const all = [
    ...lapses(order, now, rules),
    ...alarm(order, now, rules),
    ...(waitedFor[stageOf(order)]?.(order, now, rules) ?? []),
  ];
  const later = all.filter((at) => at !== null && at > now) as Instant[];
  return later.length === 0 ? null : Math.min(...later);
}

/**
 * 下次到时: `now` where something is due already, else the first instant at which the clock alone can make anything due; before
 * it `due` gives nothing unless somebody acts. Null: the clock will ask nothing more.
 */
export function nextDueAt(order: OrderState, now: Instant, rules: Rules): Instant | null {
  if (ENDED.includes(stageOf(order))) return null;
  return due(order, now, rules).length > 0 ? now : firstAfter(order, now, rules);
}

/** 此后首次到时: what fell due up to `since` is past and not asked again. Null: nothing falls due later. */
export const firstDueAfter = (order: OrderState, since: Instant, rules: Rules): Instant | null =>
  ENDED.includes(stageOf(order)) ? null : firstAfter(upToDate(order, since, rules), since, rules);
