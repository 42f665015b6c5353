import { yearBefore } from "../../domain/calendar/period.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import type { FurtherCounts } from "../../domain/measure/furtherFigures.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import type { Database } from "../database.ts";
import type { Platform } from "../platform.ts";
import { question } from "./ask.ts";
import { monthOf } from "./month.ts";
import { callCounts } from "./monthCounts.ts";
import { hoursOf } from "./present.ts";
import { sumOf } from "./tally.ts";

const askChannels = question<FurtherCounts["channels"][number]>("./channels.sql");

/** 增选的计数: what sections beyond the usual ones are written from. */
export async function furtherCounts(
  db: Database,
  platform: Platform,
  month: MonthKey,
  rulebook: Rulebook,
): Promise<FurtherCounts> {
  const periodOf = ({ from, until }: { from: string; until: string }) => ({ platform: platform.platform, from, until });
  const now = periodOf(monthOf(platform, month, rulebook));
  const then = yearBefore(month);
  const earlier = then === null ? null : monthOf(platform, then, rulebook);
  const offered = earlier ? (await callCounts(db, earlier)).offered : 0;
  const accepted = earlier ? sumOf(await askChannels(db, { ...periodOf(earlier) }), "count") : 0;
  return {
    hours: await hoursOf(db, now, platform.zone),
    channels: await askChannels(db, { ...now }),
    yearBefore: offered + accepted === 0 ? null : { offered, accepted },
  };
}
