/** 超期的长短: how long work orders are past their deadlines, in the colours that the rules of the day give them. */
import { addDays, type Instant } from "../calendar/civil.ts";
import { endOfDay } from "../calendar/zone.ts";
import { limitUnits, limitWords } from "../order/limitWords.ts";
import type { RunningLimit } from "../order/order.ts";
import type { Rules } from "../order/rules.ts";

const HOUR = 3_600_000;

/** 超期的颜色, the shortest first: those of the levels that follow a deadline */
export const ages = ["yellow", "red", "summon"] as const;
export type Age = (typeof ages)[number];

/** 期限落在 [from, until) 的: null: however early. */
export interface Band {
  from: Instant | null;
  until: Instant;
}

/** 在此之前开始的都已到头: whatever began before that instant has had its limit by now. */
export function lapsedBefore(limit: RunningLimit, now: Instant, rules: Rules): Instant {
  if (limit.in === "hours") return now - limit.amount * HOUR + 1;
  let day = rules.dateOf(now);
  while (rules.end(limit, endOfDay(day, rules.zone) - 1).instant > now) day = addDays(day, -1);
  return endOfDay(day, rules.zone);
}

/** A deadline ends a day: the days after it are counted from that day on, as the clock does. */
function dueBefore(rule: string, now: Instant, rules: Rules): Instant {
  const limit = rules.limit(rule, now);
  return lapsedBefore(limit, now, rules) + (limit.in === "hours" ? 0 : 1);
}

/** 各颜色的期限范围 by the limits in force now: past the deadline, then past 'superviseRed', then past 'superviseSummon'. */
export function ageBands(now: Instant, rules: Rules): Record<Age, Band> {
  const red = dueBefore("superviseRed", now, rules);
  const summon = dueBefore("superviseSummon", now, rules);
  return {
    yellow: { from: Math.max(red, summon), until: now },
    red: { from: summon, until: Math.max(red, summon) },
    summon: { from: null, until: summon },
  };
}

/** 无人动过的界线: what no unit has touched since before that instant has lain for longer than 'unmoved' allows. */
export const unmovedBefore = (now: Instant, rules: Rules): Instant =>
  lapsedBefore(rules.limit("unmoved", now), now, rules);

/** 各颜色的说法, by the limits in force now: '超 2 至 4 个工作日'. */
export function ageNames(now: Instant, rules: Rules): Record<Age, string> {
  const [red, summon] = [rules.limit("superviseRed", now), rules.limit("superviseSummon", now)];
  const upTo = (limit: RunningLimit) => (limit.in === "hours" ? `不到 ${limit.amount}` : `至 ${limit.amount - 1}`);
  const between = red.in === summon.in ? `${red.amount} ${upTo(summon)}` : red.amount;
  return {
    yellow: `到期${upTo(red)} ${limitUnits[red.in]}`,
    red: `超 ${between} ${limitUnits[red.in]}`,
    summon: `超 ${limitWords(summon)}以上，约谈`,
  };
}
