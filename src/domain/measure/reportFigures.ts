import { daysIn, previousMonth } from "../calendar/month.ts";
import { sumOfUnits } from "./appendix1.ts";
import type { MonthCounts, RatingCounts } from "./counts.ts";
import { count, countChange, mean, movement, rate, rateChange } from "./figure.ts";
import { largeAndSatisfied } from "./largeAndSatisfied.ts";
import type { Measured } from "./measured.ts";
import type { MonthSource } from "./monthFigures.ts";
import { acceptedOf, civilizedRows, outcomeOf } from "./requestFigures.ts";
import { changeOfRule, pooled, responseRatio, sampleNote, satisfactionOf } from "./satisfaction.ts";
import { categoryName, categoryOrder, type Setting, settingOf, unitName, unitOrder } from "./setting.ts";
import { ranked, tally, total } from "./tally.ts";

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

type Part<K extends keyof ReportFigures<Measured>> = ReportFigures<Measured>[K];

function requests(setting: Setting, counts: MonthCounts, before: MonthCounts | null): Part<"requests"> {
  const accepted = acceptedOf(counts);
  const one = (key: "pending" | "withdrawn") => count(setting, `report.requests.${key}`, outcomeOf(counts, key));
  return {
    perDay: mean(setting, "report.requests.perDay", accepted, daysIn(setting.month)),
    acceptedMoM: countChange(setting, "report.requests.acceptedMoM", accepted, before && acceptedOf(before)),
    pending: one("pending"),
    withdrawn: one("withdrawn"),
    mergedRepeats: count(setting, "report.requests.mergedRepeats", counts.mergedRepeats),
  };
}

function responseShares(setting: Setting, counts: MonthCounts): Part<"responseShares"> {
  const followedUp = sumOfUnits(counts.units);
  const share = (key: string, ratings: RatingCounts, of?: string) =>
    rate(setting, `report.responseShares.${key}`, responseRatio(ratings), { of, note: sampleNote(setting, ratings) });
  const byUnit = counts.units.toSorted((a, b) => unitOrder(setting, a.unit) - unitOrder(setting, b.unit));
  return {
    overall: share("overall", pooled(counts.firstContactRatings, followedUp)),
    firstContact: share("firstContact", counts.firstContactRatings),
    followUp: share("followUp", followedUp),
    byUnit: byUnit.map((row) => {
      const unit = unitName(setting, row.unit);
      return { unit, share: share("byUnit[].share", row, unit) };
    }),
  };
}

function followUp(
  setting: Setting,
  earlier: Setting,
  counts: MonthCounts,
  before: MonthCounts | null,
): Part<"followUp"> {
  const sum = sumOfUnits(counts.units);
  const now = satisfactionOf(setting, sum);
  const then = before && satisfactionOf(earlier, sumOfUnits(before.units)).ratio;
  const note = changeOfRule(setting, earlier) ?? undefined;
  const { dueForFollowUp } = counts;
  return {
    satisfactionMoM: rateChange(setting, "report.followUp.satisfactionMoM", now.ratio, then, { rule: now.rule, note }),
    due: count(setting, "report.followUp.due", dueForFollowUp),
    rate: rate(setting, "report.followUp.rate", { numerator: sum.followUps, denominator: dueForFollowUp }),
    channels: counts.followUpChannels.map((row) => ({
      channel: row.channel,
      count: count(setting, "report.followUp.channels[].count", row.count),
    })),
  };
}

const overdueByUnit = (rows: MonthCounts["overdue"]) =>
  tally(
    rows,
    (row) => row.unit,
    (row) => row.count,
  );

function openOverdue(setting: Setting, counts: MonthCounts): Part<"openOverdue"> {
  const sum = (rows: MonthCounts["overdue"]) => total(rows, (row) => row.count);
  const [now, then] = [overdueByUnit(counts.overdue), overdueByUnit(counts.overdueBefore)];
  const either = [...new Set([...now.keys(), ...then.keys()])].toSorted(
    (a, b) => (now.get(b) ?? 0) - (now.get(a) ?? 0) || unitOrder(setting, a) - unitOrder(setting, b),
  );
  return {
    before: count(setting, "report.openOverdue.before", sum(counts.overdueBefore)),
    movement: movement(setting, "report.openOverdue.movement", sum(counts.overdue), sum(counts.overdueBefore)),
    byUnit: either.map((code) => {
      const [of, here, was] = [unitName(setting, code), now.get(code) ?? 0, then.get(code) ?? 0];
      return {
        unit: of,
        count: count(setting, "report.openOverdue.byUnit[].count", here, { of }),
        movement: movement(setting, "report.openOverdue.byUnit[].movement", here, was, { of }),
      };
    }),
  };
}

function civilized(setting: Setting, counts: MonthCounts): Part<"civilized"> {
  const rows = civilizedRows(setting);
  const counted = tally(
    counts.requests,
    (row) => row.category,
    (row) => row.count,
  );
  const sum = (some: typeof rows) => total(some, (row) => counted.get(row.code) ?? 0);
  const all = sum(rows);
  const pair = (at: string, numerator: number, of: string) => ({
    count: count(setting, `${at}.count`, numerator, { of }),
    share: rate(setting, `${at}.share`, { numerator, denominator: all }, { of }),
  });
  return [...new Set(rows.map((row) => row.group))].map((group) => {
    const inGroup = rows.filter((row) => row.group === group);
    const items = [...new Set(inGroup.map((row) => row.item))].map((item) => {
      const inItem = inGroup.filter((row) => row.item === item);
      return { item, ...pair("report.civilized[].items[]", sum(inItem), item) };
    });
    return { group, ...pair("report.civilized[]", sum(inGroup), group), items };
  });
}

function hotEvents(setting: Setting, counts: MonthCounts): Part<"hotEvents"> {
  const events = counts.hotEvents.filter((event) => event.count > 0).toSorted((a, b) => b.count - a.count);
  return events.map(({ event, count: size, categories }) => {
    const byCode = tally(
      categories,
      (row) => row.category,
      (row) => row.count,
    );
    const leading = ranked(byCode, (code) => categoryOrder(setting, code), 3).map((entry) => {
      const topic = categoryName(setting, entry.key, "hotEvent");
      const ratio = { numerator: entry.count, denominator: size };
      return {
        topic,
        count: count(setting, "report.hotEvents[].leading[].count", entry.count, { of: topic }),
        share: rate(setting, "report.hotEvents[].leading[].share", ratio, { of: topic }),
      };
    });
    const ratio = { numerator: size, denominator: acceptedOf(counts) };
    return {
      event,
      count: count(setting, "report.hotEvents[].count", size, { of: event }),
      share: rate(setting, "report.hotEvents[].share", ratio, { of: event }),
      leading,
    };
  });
}

function leaderDays(setting: Setting, counts: MonthCounts): Part<"leaderDays"> {
  const at = "report.leaderDays[]";
  return counts.leaderDays
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map((day) => {
      const of = unitName(setting, day.unit);
      const one = (key: "calls" | "settledOnTheSpot" | "dispatched") =>
        count(setting, `${at}.${key}`, day[key], { of });
      const subjects = day.subjects.map((subject) => {
        const topic = categoryName(setting, subject.category, "leaderDay");
        return { topic, count: count(setting, `${at}.subjects[].count`, subject.count, { of: topic }) };
      });
      const numbers = { calls: one("calls"), settledOnTheSpot: one("settledOnTheSpot"), dispatched: one("dispatched") };
      return { date: day.date, unit: of, ...numbers, subjects };
    });
}

const bulkReturns = (setting: Setting, counts: MonthCounts): Part<"bulkReturns"> =>
  counts.bulkReturns
    .toSorted((a, b) => b.orders - a.orders)
    .map(({ unit, orders, ...rest }) => {
      const of = unitName(setting, unit);
      return { ...rest, unit: of, orders: count(setting, "report.bulkReturns[].orders", orders, { of }) };
    });

function returns(setting: Setting, counts: MonthCounts): Part<"returns"> {
  const one = (key: keyof MonthCounts["returns"]) => count(setting, `report.returns.${key}`, counts.returns[key]);
  return { requested: one("requested"), accepted: one("accepted"), rejected: one("rejected"), late: one("late") };
}

/** 报告另用的数, from the same counts and rules as the figures file. */
export function reportFigures({ counts, before, rulebook, platform, month }: MonthSource): ReportFigures<Measured> {
  const setting = settingOf(rulebook, platform, month);
  const earlier = settingOf(rulebook, platform, previousMonth(month));
  return {
    calls: {
      answered: count(setting, "report.calls.answered", counts.calls.answered),
      perDay: mean(setting, "report.calls.perDay", counts.calls.offered, daysIn(month)),
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
