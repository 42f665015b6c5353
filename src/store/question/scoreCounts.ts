import type { MonthKey, ScoreCounts } from "../../domain/measure/counts.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import type { Database } from "../database.ts";
import type { Platform } from "../platform.ts";
import { countyMonths, mysteryCalls } from "./counties.ts";
import { followedUp } from "./followedUp.ts";
import { monthOf } from "./month.ts";

/** 评分计数 of a month: the follow-ups by unit, what county platforms delivered, the mystery calls; in one snapshot. */
export const scoreCounts = (
  db: Database,
  platform: Platform,
  month: MonthKey,
  rulebook: Rulebook,
): Promise<ScoreCounts> =>
  db.snapshot(async (tx) => {
    const { from, until } = monthOf(platform, month, rulebook);
    const period = { platform: platform.platform, from, until };
    const { units } = await followedUp(tx, period);
    return {
      units,
      counties: await countyMonths(tx, platform.platform, month),
      mysteryCalls: await mysteryCalls(tx, period),
    };
  });
