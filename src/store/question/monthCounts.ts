import { addDays, type Instant } from "../../domain/calendar/civil.ts";
import { firstDay, isMonth, ruleDay } from "../../domain/calendar/month.ts";
import { civilDateOf, startOfDay } from "../../domain/calendar/zone.ts";
import { dueForFollowUpBefore } from "../../domain/followup/due.ts";
import type { CallCounts, ComparedCounts, MonthCounts, MonthKey, SoFar } from "../../domain/measure/counts.ts";
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
import { sumOf } from "./tally.ts";

const askCalls = question<CallCounts & { within: number }>("./calls.sql");
const askDispatched = question<MonthCounts["dispatched"][number]>("./dispatched.sql");
const askReturns = question<MonthCounts["returns"]>("./returns.sql");
const askDue = question<{ count: number }>("./dueForFollowUp.sql");

/** 话务计数 of the asked period. */
export async function callCounts(db: Database, { platform, month, rulebook, from, until }: Month): Promise<CallCounts> {
  const seconds = inForce(rulebook, "answerWithin", "answeredWithin15s", ruleDay(month))?.value.seconds ?? 15;
  const [row] = await askCalls(db, { platform: platform.platform, from, until, seconds });
  return { offered: row!.offered, answered: row!.answered, answeredWithin15s: row!.within };
}

async function dueUnconcluded(db: Database, { platform, rulebook, until }: Month): Promise<number> {
  const before = timestamp(dueForFollowUpBefore(rulebook, platform.zone, Date.parse(until)));
  const [row] = await askDue(db, { platform: platform.platform, until, resolved_before: before });
  return row!.count;
}

/** 过完的几天里的来电和受理 */
async function soFar(db: Database, asked: Month): Promise<SoFar> {
  const { platform, month, days, from } = asked;
  const until = timestamp(startOfDay(addDays(firstDay(month), days), platform.zone));
  const { offered } = await callCounts(db, { ...asked, until });
  const accepted = sumOf((await requests(db, { platform: platform.platform, from, until })).requests, "count");
  return { at: Date.parse(asked.until) - 1, days, offered, accepted };
}

async function compared(db: Database, asked: Month): Promise<ComparedCounts> {
  const { from, until, month } = asked;
  const { platform } = asked.platform;
  return {
    month,
    calls: await callCounts(db, asked),
    requests: (await requests(db, { platform, from, until })).requests,
    units: (await followedUp(db, { platform, from, until })).units,
    counties: isMonth(month) ? await countyMonths(db, platform, month) : [],
  };
}

async function counts(db: Database, asked: Month): Promise<MonthCounts> {
  const { from, until, month } = asked;
  const { platform, zone } = asked.platform;
  // a leader's day that is still to come was not held
  const days = { platform, until, first_day: firstDay(month), last_day: civilDateOf(Date.parse(until) - 1, zone) };
  const concluded = await followedUp(db, { platform, from, until });
  const followUps = concluded.units.reduce((sum, unit) => sum + unit.followUps, 0);
  return {
    month,
    ...(asked.over ? {} : { soFar: await soFar(db, asked) }),
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
 * 月度计数: a month of a platform counted from its records as they stood at the month's last instant, or at `now` while it
 * goes on, in one snapshot. The rulebook says how soon a call counts as answered and when a follow-up is due, and names the
 * topics.
 */
export const monthCounts = (
  db: Database,
  platform: Platform,
  month: MonthKey,
  rulebook: Rulebook,
  now?: Instant,
): Promise<MonthCounts> => db.snapshot((tx) => counts(tx, monthOf(platform, month, rulebook, now)));

/** 环比的计数: of a month that is over what the next one compares itself with, and nothing else; counted as `monthCounts` does. */
export const comparedCounts = (
  db: Database,
  platform: Platform,
  month: MonthKey,
  rulebook: Rulebook,
): Promise<ComparedCounts> => db.snapshot((tx) => compared(tx, monthOf(platform, month, rulebook)));
