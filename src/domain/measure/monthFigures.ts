import type { Rulebook } from "../rule/rulebook.ts";
import { appendix1 } from "./appendix1.ts";
import { appendix2 } from "./appendix2.ts";
import { callFigures } from "./callFigures.ts";
import type { BulkReturnCounts, ComparedCounts, LeaderDayCounts, MonthCounts, MonthKey } from "./counts.ts";
import { countyFigures } from "./countyFigures.ts";
import { count } from "./figure.ts";
import type { Figures } from "./figures.ts";
import { followUpFigures, openOverdue } from "./followUpFigures.ts";
import { handlingFigures } from "./handlingFigures.ts";
import type { Measured } from "./measured.ts";
import { civilizedCity, hotEvent, requestFigures, topCategories, topSubcategories } from "./requestFigures.ts";
import { type Setting, settingOf, unitName } from "./setting.ts";
import { districtsTop, unitsTop } from "./topicFigures.ts";
import { categoriesNote, placesNote } from "./vocabulary.ts";

/** 月度数字的来源: the month's counts and those that it is compared with (null where the month before has none), under one platform's rules. */
export interface MonthSource {
  counts: MonthCounts;
  before: ComparedCounts | null;
  rulebook: Rulebook;
  platform: string;
  month: MonthKey;
}

function leaderDayFigures(setting: Setting, days: LeaderDayCounts[]): Figures<Measured>["leaderDay"] {
  const [first] = days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  if (!first) return null;
  const unit = unitName(setting, first.unit);
  return { date: first.date, unit, calls: count(setting, "leaderDay.calls", first.calls, { of: unit }) };
}

function bulkReturnFigures(setting: Setting, acts: BulkReturnCounts[]): Figures<Measured>["bulkReturn"] {
  const [largest] = acts.toSorted((a, b) => b.orders - a.orders);
  if (!largest) return null;
  const { orders, topic, openSince, returnedIn } = largest;
  const unit = unitName(setting, largest.unit);
  return { unit, orders: count(setting, "bulkReturn.orders", orders, { of: unit }), topic, openSince, returnedIn };
}

/**
 * 月度数字: every figure of a month's report file, computed from counts under the rules in force on the month's first day.
 * A figure without a value says why.
 */
export function monthFigures({ counts, before, rulebook, platform, month }: MonthSource): Figures<Measured> {
  const setting = settingOf(rulebook, platform, month, counts.soFar !== undefined);
  return {
    platform,
    period: month,
    calls: callFigures(setting, counts, before),
    requests: requestFigures(setting, counts),
    topCategories: topCategories(setting, counts),
    topSubcategories: topSubcategories(setting, counts),
    hotEvent: hotEvent(setting, counts),
    districtsTop3: districtsTop(setting, counts),
    unitsTop3: unitsTop(setting, counts),
    civilizedCity: civilizedCity(setting, counts),
    handling: handlingFigures(setting, counts, before),
    followUp: followUpFigures(setting, counts),
    openOverdue: openOverdue(setting, counts),
    countyPlatforms: countyFigures(setting, counts, before),
    leaderDay: leaderDayFigures(setting, counts.leaderDays),
    bulkReturn: bulkReturnFigures(setting, counts.bulkReturns),
    appendix1: appendix1(setting, counts),
    appendix2: appendix2(setting, counts),
    categories: categoriesNote(setting),
    places: placesNote(setting),
  };
}
