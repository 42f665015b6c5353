import { createHash } from "node:crypto";
import type { Instant } from "../../domain/calendar/civil.ts";
import { isMonth } from "../../domain/calendar/month.ts";
import { isComparable, periodName, previousPeriod } from "../../domain/calendar/period.ts";
import { localTime } from "../../domain/calendar/zone.ts";
import type { ComparedCounts, MonthCounts } from "../../domain/measure/counts.ts";
import type { Figures } from "../../domain/measure/figures.ts";
import { furtherFigures } from "../../domain/measure/furtherFigures.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import { type MonthSource, monthFigures } from "../../domain/measure/monthFigures.ts";
import { reportFigures } from "../../domain/measure/reportFigures.ts";
import { settingOf } from "../../domain/measure/setting.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import { type ReportDraft, untouched } from "../../domain/report/draft.ts";
import { draftRefusal } from "../../domain/report/edition.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import type { ReportFacts } from "../../report/facts.ts";
import { wantsFurther } from "../../report/monthly.ts";
import type { Database } from "../../store/database.ts";
import { isDemonstrationOf, ledgerPosition, type Platform } from "../../store/platform.ts";
import { furtherCounts } from "../../store/question/further.ts";
import { monthOf } from "../../store/question/month.ts";
import { callCounts, comparedCounts, monthCounts } from "../../store/question/monthCounts.ts";
import { recordsSince } from "../../store/question/recordsSince.ts";
import { reconstructedMonths } from "../../store/reconstructed.ts";
import { rulebookOf } from "../../store/rules.ts";
import { difficultBefore, monthCases } from "./cases.ts";

/** 一个月的数字, with what they were made from. */
export interface MonthFigures {
  /** made of synthetic records, or in a demonstration's database */
  demonstration: boolean;
  source: MonthSource;
  figures: Figures<Measured>;
}

/** what a month's records may be, each by itself: a month of mystery calls alone has an appendix */
const isEmpty = ({ calls, returns, ...rows }: ComparedCounts & Partial<MonthCounts>): boolean =>
  calls.offered + (returns?.requested ?? 0) === 0 &&
  [rows.requests, rows.units, rows.dispatched, rows.overdue, rows.counties, rows.mysteryCalls, rows.leaderDays].every(
    (some) => some === undefined || some.length === 0,
  );

/** 上期, with what is compared; null: it has no records. */
async function countsBefore(db: Database, platform: Platform, month: string, rulebook: Rulebook) {
  const compared = await comparedCounts(db, platform, month, rulebook);
  // seldom: it may have records of something else
  return isEmpty(compared) && isEmpty(await monthCounts(db, platform, month, rulebook)) ? null : compared;
}

interface Computing {
  /** no further than this; without it the whole month */
  now?: Instant;
  /** what is made of the rules */
  under?(book: Rulebook): Rulebook;
}

/** 计算月度数字 from the records as they are now, under the rules or what `under` makes of them; refuses a month that hasn't begun, or without any. */
export const computeMonth = (
  db: Database,
  platform: Platform,
  month: string,
  { now = Infinity, under = (book) => book }: Computing = {},
): Promise<MonthFigures> =>
  db.snapshot(async (tx) => {
    const early = draftRefusal(month, platform.zone, now);
    if (early) throw new Refusal(early);
    const rulebook = under(await rulebookOf(tx, platform.platform));
    const counts = await monthCounts(tx, platform, month, rulebook, now);
    // a quiet month that was made from a file has figures: zeros
    if (isEmpty(counts) && !(await reconstructedMonths(tx, platform.platform)).includes(month))
      throw new Refusal(
        refuse(
          "emptyMonth",
          `${platform.name}${periodName(month)}没有记录。`,
          isMonth(month) ? "请换一个月份。" : "请换一个时段。",
        ),
      );
    const compared = counts.soFar === undefined && isComparable(month);
    const before = compared ? await countsBefore(tx, platform, previousPeriod(month), rulebook) : null;
    const source = { counts, before, rulebook, platform: platform.name, month };
    return { demonstration: await isDemonstrationOf(tx, platform), source, figures: monthFigures(source) };
  });

/** the same counts under other formulas: of what is counted, only how soon a call counts as answered is a formula */
async function countedUnder<C extends ComparedCounts & Pick<MonthCounts, "soFar">>(
  db: Database,
  platform: Platform,
  counts: C,
  rulebook: Rulebook,
): Promise<C> {
  return { ...counts, calls: await callCounts(db, monthOf(platform, counts.month, rulebook, counts.soFar?.at)) };
}

/** 换一种算法 for what a month was computed from: what doesn't hang on a formula isn't counted again. */
export async function sourceUnder(
  db: Database,
  platform: Platform,
  { counts, before, ...source }: MonthSource,
  rulebook: Rulebook,
): Promise<MonthSource> {
  const now = await countedUnder(db, platform, counts, rulebook);
  const earlier = before && (await countedUnder(db, platform, before, rulebook));
  return { ...source, rulebook, counts: now, before: earlier };
}

export const recomputedUnder = async (
  db: Database,
  platform: Platform,
  source: MonthSource,
  rulebook: Rulebook,
): Promise<Figures<Measured>> => monthFigures(await sourceUnder(db, platform, source, rulebook));

/** 增选的数, counted only for a report that prints one */
const furtherOf = async (db: Database, platform: Platform, { counts, rulebook, month }: MonthSource, now: Instant) =>
  furtherFigures(
    settingOf(rulebook, platform.name, month, counts.soFar !== undefined),
    counts,
    await furtherCounts(db, platform, month, rulebook, now),
  );

/** 月报的事实, with what they were made from */
export interface ComputedReport {
  facts: ReportFacts;
  source: MonthSource;
}

/** 月报的事实: figures, cases, and the ledger position they were taken at, all of one moment; nothing is counted that `draft` doesn't print. */
export const computeReport = async (
  db: Database,
  platform: Platform,
  month: string,
  now: Instant,
  draft: ReportDraft = untouched,
): Promise<ReportFacts> =>
  (await computeWithSource(db, platform, month, now, (rulebook) => wantsFurther({ month, rulebook }, draft))).facts;

export const computeWithSource = (
  db: Database,
  platform: Platform,
  month: string,
  now: Instant,
  wanted: (rulebook: Rulebook) => boolean,
): Promise<ComputedReport> =>
  db.snapshot(async (tx) => {
    const { source, figures, demonstration } = await computeMonth(tx, platform, month, { now });
    const further = wanted(source.rulebook);
    const facts: ReportFacts = {
      platform: platform.name,
      month,
      demonstration,
      recordsSince: await recordsSince(tx, platform),
      figures,
      more: reportFigures(source),
      further: further ? await furtherOf(tx, platform, source, now) : null,
      cases: await monthCases(tx, platform, month, source.rulebook),
      difficultBefore: further ? await difficultBefore(tx, platform, month, source.rulebook, now) : [],
      rulebook: source.rulebook,
      frozen: {
        instant: now,
        position: await ledgerPosition(tx, platform.platform),
        at: localTime(now, platform.zone),
        digest: createHash("sha256").update(JSON.stringify(figures)).digest("hex"),
      },
      issued: null,
    };
    return { facts, source };
  });
