import { monthBounds } from "../../domain/calendar/month.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import { timestamp } from "../connection/value.ts";
import type { Platform } from "../platform.ts";

/** 所问月份: what every question about a month is asked with. */
export interface Month {
  platform: Platform;
  month: MonthKey;
  rulebook: Rulebook;
  /** [from, until) in the platform's zone, as timestamps */
  from: string;
  until: string;
}

/** 所问月份 of a platform under its rulebook. */
export function monthOf(platform: Platform, month: MonthKey, rulebook: Rulebook): Month {
  const { from, until } = monthBounds(month, platform.zone);
  return { platform, month, rulebook, from: timestamp(from), until: timestamp(until) };
}
