import { firstDay, isMonth, lastDay } from "../../domain/calendar/month.ts";
import { dueForFollowUpBefore } from "../../domain/followup/due.ts";
import type { CallCounts, MonthCounts, MonthKey } from "../../domain/measure/counts.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import type { Platform } from "../platform.ts";
import { question } from "./ask.ts";
import { bulkReturns } from "./bulkReturns.ts";
import { countyMonths, mysteryCalls } from "./counties.ts";
import { followedUp } from "./followedUp.ts";
import { leaderDays } from "./leaderDays.ts";
import { type Month, monthOf } from "./month.ts";
import { overdueAt } from "./overdue.ts";
import { requests } from "./requests.ts";

const askCalls = question<CallCounts & { within: number }>("./calls.sql");
const askDispatched = question<MonthCounts["dispatched"][number]>("./dispatched.sql");
const askReturns = question<MonthCounts["returns"]>("./returns.sql");
const askDue = question<{ count: number }>("./dueForFollowUp.sql");

/** 话务计数 of the asked period. */
export async function callCounts(db: Database, { platform, month, rulebook, from, until }: Month): Promise<CallCounts> {
  const seconds = inForce(rulebook, "answerWithin", "answeredWithin15s", firstDay(month))?.value.seconds ?? 15;
  const [row] = await askCalls(db, { platform: platform.platform, from, until, seconds });
  return { offered: row!.offered, answered: row!.answered, answeredWithin15s: row!.within };
}

async function dueUnconcluded(db: Database, { platform, rulebook, until }: Month): Promise<number> {
  const before = timestamp(dueForFollowUpBefore(rulebook, platform.zone, Date.parse(until)));
  const [row] = await askDue(db, { platform: platform.platform, until, resolved_before: before });
  return row!.count;
}

async function counts(db: Database, asked: Month): Promise<MonthCounts> {
  const { from, until, month } = asked;
  const { platform } = asked.platform;
  const days = { platform, until, first_day: firstDay(month), last_day: lastDay(month) };
  const concluded = await followedUp(db, { platform, from, until });
  const followUps = concluded.units.reduce((sum, unit) => sum + unit.followUps, 0);
  return {
    month,
    calls: await callCounts(db, asked),
    ...(await requests(db, { platform, from, until })),
    dispatched: await askDispatched(db, { platform, from, until }),
    ...concluded,
    dueForFollowUp: followUps + (await dueUnconcluded(db, asked)),
    overdue: await overdueAt(db, asked, until),
    overdueBefore: await overdueAt(db, asked, from),
    returns: (await askReturns(db, { platform, from, until }))[0]!,
    // counties deliver by the month, and are called and ranked by the month
    counties: isMonth(month) ? await countyMonths(db, platform, month) : [],
    mysteryCalls: isMonth(month) ? await mysteryCalls(db, { platform, from, until }) : [],
    leaderDays: await leaderDays(db, days),
    bulkReturns: await bulkReturns(db, asked),
  };
}

/**
 * 月度计数: a month of a platform counted from its records as they stood at the month's last instant, in one snapshot. The
 * rulebook says how soon a call counts as answered and when a follow-up is due, and names the topics.
 */
export const monthCounts = (db: Database, platform: Platform, month: MonthKey, rulebook: Rulebook) =>
  db.snapshot((tx) => counts(tx, monthOf(platform, month, rulebook)));
