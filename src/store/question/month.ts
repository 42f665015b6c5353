import type { Instant } from "../../domain/calendar/civil.ts";
import { elapsedOf } from "../../domain/calendar/month.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import { timestamp } from "../connection/value.ts";
import type { Platform } from "../platform.ts";

/** 所问月份: what every question about a month is asked with. */
export interface Month {
  platform: Platform;
  month: MonthKey;
  rulebook: Rulebook;
  /** [from, until) in the platform's zone, as timestamps; of a month that isn't over until it is asked */
  from: string;
  until: string;
  over: boolean;
  /** 过完的天数 */
  days: number;
}

/** 所问月份 of a platform under its rulebook, no further than `now`; without it the whole month, whenever that is. */
export function monthOf(platform: Platform, month: MonthKey, rulebook: Rulebook, now: Instant = Infinity): Month {
  const { from, until, over, days } = elapsedOf(month, platform.zone, now);
  return { platform, month, rulebook, from: timestamp(from), until: timestamp(until), over, days };
}
