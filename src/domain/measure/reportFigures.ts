import { daysIn } from "../calendar/month.ts";
import { previousPeriod } from "../calendar/period.ts";
import { count, mean } from "./figure.ts";
import { largeAndSatisfied } from "./largeAndSatisfied.ts";
import type { Measured } from "./measured.ts";
import type { MonthSource } from "./monthFigures.ts";
import { followUp, openOverdue, responseShares, returns } from "./reportHandling.ts";
import { bulkReturns, leaderDays } from "./reportOccasions.ts";
import { civilized, hotEvents, requests } from "./reportRequests.ts";
import { settingOf } from "./setting.ts";

/** 报告另用的数: everything the report prints beyond the figures file. */
export interface ReportFigures<N> {
  calls: { answered: N; perDay: N };
  requests: { perDay: N; acceptedMoM: N; pending: N; withdrawn: N; mergedRepeats: N };
  /** 参评率, beside each satisfaction rate */
  responseShares: { overall: N; firstContact: N; followUp: N; byUnit: { unit: string; share: N }[] };
  followUp: { satisfactionMoM: N; due: N; rate: N; channels: { channel: "sms" | "phone"; count: N }[] };
  /** 退单 by the instant of the request */
  returns: { requested: N; accepted: N; rejected: N; late: N };
  /** units of either instant, most first */
  openOverdue: { before: N; movement: N; byUnit: { unit: string; count: N; movement: N }[] };
  /** groups and items in configured order */
  civilized: { group: string; count: N; share: N; items: { item: string; count: N; share: N }[] }[];
  largeAndSatisfied: { unit: string; validOrders: N; satisfactionRate: N; responseShare: N }[];
  hotEvents: { event: string; count: N; share: N; leading: { topic: string; count: N; share: N }[] }[];
  leaderDays: {
    date: string;
    unit: string;
    calls: N;
    settledOnTheSpot: N;
    dispatched: N;
    subjects: { topic: string; count: N }[];
  }[];
  bulkReturns: { unit: string; orders: N; topic: string; openSince: string; returnedIn: string }[];
}

export type ReportPart<K extends keyof ReportFigures<Measured>> = ReportFigures<Measured>[K];

/** 报告另用的数, from the same counts and rules as the figures file. */
export function reportFigures({ counts, before, rulebook, platform, month }: MonthSource): ReportFigures<Measured> {
  const setting = settingOf(rulebook, platform, month, counts.soFar !== undefined);
  const earlier = settingOf(rulebook, platform, previousPeriod(month));
  const days = counts.soFar ?? { days: daysIn(month), offered: counts.calls.offered };
  return {
    calls: {
      answered: count(setting, "report.calls.answered", counts.calls.answered),
      perDay: mean(setting, "report.calls.perDay", days.offered, days.days),
    },
    requests: requests(setting, counts, before),
    responseShares: responseShares(setting, counts),
    followUp: followUp(setting, earlier, counts, before),
    returns: returns(setting, counts),
    openOverdue: openOverdue(setting, counts),
    civilized: civilized(setting, counts),
    largeAndSatisfied: largeAndSatisfied(setting, counts),
    hotEvents: hotEvents(setting, counts),
    leaderDays: leaderDays(setting, counts),
    bulkReturns: bulkReturns(setting, counts),
  };
}
