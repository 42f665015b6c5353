import type { Instant } from "../../domain/calendar/civil.ts";
import { ruleDay } from "../../domain/calendar/month.ts";
import { isComparable, previousPeriod, yearBefore } from "../../domain/calendar/period.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import type { PeriodTopics, TopicCounts } from "../../domain/measure/earlyWarnings.ts";
import type { FurtherCounts } from "../../domain/measure/furtherFigures.ts";
import type { SolvedCounts } from "../../domain/measure/solvedFigures.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import type { Database } from "../database.ts";
import type { Platform } from "../platform.ts";
import { question } from "./ask.ts";
import { type Month, monthOf } from "./month.ts";
import { callCounts } from "./monthCounts.ts";
import { hoursOf } from "./present.ts";
import { sumOf } from "./tally.ts";

const askChannels = question<FurtherCounts["channels"][number]>("./channels.sql");
const askSolved = question<SolvedCounts>("./solved.sql");
const askTopics = question<TopicCounts>("./topics.sql");

const periodOf = ({ platform: { platform }, from, until }: Month) => ({ platform, from, until });

/** 此前各期的诉求: back to the first period without any, as many as the rules look back upon. */
async function topicsBefore(db: Database, { platform, month, rulebook, over }: Month): Promise<PeriodTopics[]> {
  if (!over || !isComparable(month)) return [];
  // the last period at least: requests from businesses are compared with it
  const most = Math.max(1, inForce(rulebook, "threshold", "warningPeriods", ruleDay(month))?.value.value ?? 1);
  const found: PeriodTopics[] = [];
  for (let period = previousPeriod(month); found.length < most; period = previousPeriod(period)) {
    const rows = await askTopics(db, periodOf(monthOf(platform, period, rulebook)));
    if (rows.length === 0) break;
    found.push({ period, rows });
  }
  return found;
}

/** 增选的计数: what sections beyond the usual ones are written from; a period that isn't over is compared with none. */
export async function furtherCounts(
  db: Database,
  platform: Platform,
  month: MonthKey,
  rulebook: Rulebook,
  now?: Instant,
): Promise<FurtherCounts> {
  const asked = monthOf(platform, month, rulebook, now);
  const period = periodOf(asked);
  const then = asked.over ? yearBefore(month) : null;
  const earlier = then === null ? null : monthOf(platform, then, rulebook);
  const offered = earlier ? (await callCounts(db, earlier)).offered : 0;
  const accepted = earlier ? sumOf(await askChannels(db, periodOf(earlier)), "count") : 0;
  return {
    hours: await hoursOf(db, period, platform.zone),
    channels: await askChannels(db, period),
    yearBefore: offered + accepted === 0 ? null : { offered, accepted },
    solved: await askSolved(db, period),
    topics: await askTopics(db, period),
    topicsBefore: await topicsBefore(db, asked),
  };
}
