import type { z } from "zod";
import { monthInBrief, monthQuery } from "../../contract/cockpit/cockpit.ts";
import { reportReaders } from "../../domain/access/report.ts";
import { lastDay, monthBounds, previousMonth } from "../../domain/calendar/month.ts";
import type { MonthCounts } from "../../domain/measure/counts.ts";
import { byDistrict } from "../../domain/measure/districts.ts";
import { relativeChange } from "../../domain/measure/exact.ts";
import { hotTopics } from "../../domain/measure/hotTopics.ts";
import { monthFigures } from "../../domain/measure/monthFigures.ts";
import { responseShares } from "../../domain/measure/reportHandling.ts";
import { settingOf } from "../../domain/measure/setting.ts";
import { total } from "../../domain/measure/tally.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { timestamp } from "../../store/connection/value.ts";
import { monthCounts } from "../../store/question/monthCounts.ts";
import { monthsWithRecords } from "../../store/question/months.ts";
import { requestPlaces } from "../../store/question/present.ts";
import { requests } from "../../store/question/requests.ts";
import { keptFor } from "../kept.ts";
import { operation } from "../operation.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";
import { figureOf, outcomesOf } from "./figure.ts";

type Brief = z.input<typeof monthInBrief>;

const TOPICS = 8;
/** 上月同期 */
type Earlier = MonthCounts["requests"];

const monthsKept = keptFor<string[]>(60_000);
/** a month takes long to count: once a minute, for all who look */
const briefKept = keptFor<Omit<Brief, "months">>(60_000);

async function countsOf(month: string, visit: Visit, { rulebook }: Rules) {
  const { platform, at } = visit;
  const bounds = monthBounds(month, platform.zone);
  const earlier = monthBounds(previousMonth(month), platform.zone);
  // a month that still runs is compared with as much of the one before
  const elapsed = Math.min(at, bounds.until) - bounds.from;
  const sameDays = at < bounds.until ? Math.min(earlier.from + elapsed, earlier.until) : earlier.until;
  const periodOf = (from: number, until: number) => ({
    ...{ platform: platform.platform, from: timestamp(from), until: timestamp(until) },
  });
  const counted = await visit.see(async (db) => ({
    counts: await monthCounts(db, platform, month, rulebook),
    before: (await requests(db, periodOf(earlier.from, sameDays))).requests,
    places: await requestPlaces(db, periodOf(bounds.from, bounds.until)),
  }));
  return { ...bounds, ...counted };
}

const acceptedOf = (rows: Earlier) => total(rows, ({ count }) => count);

async function briefOf(month: string, visit: Visit): Promise<Omit<Brief, "months">> {
  const rules = await visit.rules();
  const { platform, at } = visit;
  const { counts, before, places, from, until } = await countsOf(month, visit, rules);
  const source = { counts, before: null, rulebook: rules.rulebook, platform: platform.name, month };
  const figures = monthFigures(source);
  const setting = settingOf(rules.rulebook, platform.name, month);
  const outcomes = outcomesOf(counts.requests);
  const last = lastDay(month);
  const { districts, elsewhere } = byDistrict(rules.rulebook, last, places);
  return {
    month,
    current: at >= from && at < until,
    countedAt: iso(at),
    from: iso(from),
    until: iso(until),
    requests: {
      ...outcomes,
      repeats: counts.mergedRepeats,
      change: relativeChange(outcomes.accepted, acceptedOf(before)),
    },
    firstContactRate: figureOf(figures.handling.firstContactRate),
    onTimeRate: figureOf(figures.handling.onTimeRate),
    satisfactionRate: figureOf(figures.followUp.satisfactionRate),
    responseShare: figureOf(responseShares(setting, counts).followUp),
    topics: hotTopics(setting, counts.requests, before, TOPICS),
    districts,
    elsewhere,
  };
}

/** 本月; when it has no records yet, the latest month that has. */
const shown = (asked: string | undefined, current: string, months: readonly string[]): string =>
  asked ?? (months.includes(current) ? current : (months[0] ?? current));

/** 一个月 in brief: its figures are the report's own. */
export const readMonthInBrief = operation({
  id: "readMonthInBrief",
  method: "GET",
  path: "/cockpit/month",
  summary: "驾驶舱：一个月的受理、热点、各地、按时办结率、满意率和参评率，与月报同一口径",
  tag: "驾驶舱",
  permit: reportReaders,
  query: monthQuery,
  answer: monthInBrief,
  handle: async ({ query }, visit) => {
    const { at, platform } = visit;
    const current = (await visit.rules()).dateOf(at).slice(0, 7);
    // past the door: which months there are tells of nobody, and row by row the door would look at every call
    const months = await monthsKept(platform, current, at, () => monthsWithRecords(visit.db, platform.platform));
    const month = shown(query.month, current, months);
    const brief = await briefKept(platform, month, at, () => briefOf(month, visit));
    return { ...brief, months: months.slice(0, 24) };
  },
});
