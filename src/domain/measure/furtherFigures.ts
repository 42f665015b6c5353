/** 增选的数: what sections beyond the usual ones print, counted only for the report. */
import { yearBefore as yearBeforeOf } from "../calendar/period.ts";
import { type Channel, channelNames } from "../request/request.ts";
import { type BusinessFigures, businessFigures } from "./businessFigures.ts";
import type { MonthCounts } from "./counts.ts";
import { type EarlyWarnings, earlyWarnings, type PeriodTopics, type TopicCounts } from "./earlyWarnings.ts";
import { count, rate, yearChange } from "./figure.ts";
import type { Measured } from "./measured.ts";
import { acceptedOf } from "./requestFigures.ts";
import type { Setting } from "./setting.ts";
import { type SolvedCounts, type SolvedFigures, solvedFigures } from "./solvedFigures.ts";
import { ranked, total } from "./tally.ts";

/** 增选的计数 */
export interface FurtherCounts {
  /** calls offered in each hour of the day, 24 of them */
  hours: number[];
  channels: { channel: Channel; count: number }[];
  /** the same days a year before; null: it has no records */
  yearBefore: { offered: number; accepted: number } | null;
  solved: SolvedCounts[];
  /** accepted requests by subcategory and place */
  topics: TopicCounts[];
  /** those of the periods just before, the latest first, as far back as there are records and the rules look; [] of what isn't compared */
  topicsBefore: PeriodTopics[];
}

/** 增选的数 */
export interface FurtherFigures<N> {
  /** [] in a month without calls */
  hours: { hour: string; calls: N }[];
  /** most first */
  channels: { channel: string; count: N; share: N }[];
  yearBefore: { offered: N; offeredYoY: N; accepted: N; acceptedYoY: N } | null;
  repeats: { merged: N; share: N };
  solved: SolvedFigures<N>;
  business: BusinessFigures<N> | null;
  earlyWarnings: EarlyWarnings<N> | null;
}

export const hourName = (hour: number): string => `${hour}时至${hour + 1}时`;

function channels(setting: Setting, rows: FurtherCounts["channels"]): FurtherFigures<Measured>["channels"] {
  const names = Object.keys(channelNames);
  const counted = new Map<string, number>(rows.map((row) => [row.channel, row.count]));
  const all = total(rows, (row) => row.count);
  return ranked(counted, (key) => names.indexOf(key)).map(({ key, count: size }) => {
    const channel = channelNames[key as Channel];
    const ratio = { numerator: size, denominator: all };
    return {
      channel,
      count: count(setting, "further.channels[].count", size, { of: channel }),
      share: rate(setting, "further.channels[].share", ratio, { of: channel }),
    };
  });
}

/** 增选的数 of a month, from its counts and those that only they need. */
export function furtherFigures(
  setting: Setting,
  counts: MonthCounts,
  { hours, channels: rows, yearBefore, solved, topics, topicsBefore }: FurtherCounts,
): FurtherFigures<Measured> {
  const { offered } = counts.calls;
  const accepted = acceptedOf(counts);
  const then = { ...setting, month: yearBeforeOf(setting.month) ?? setting.month };
  const repeats = { numerator: counts.mergedRepeats, denominator: accepted };
  return {
    hours:
      offered === 0
        ? []
        : hours.map((calls, hour) => {
            const of = hourName(hour);
            return { hour: of, calls: count(setting, "further.hours[].calls", calls, { of }) };
          }),
    channels: channels(setting, rows),
    yearBefore: yearBefore && {
      offered: count(then, "further.yearBefore.offered", yearBefore.offered, { of: "上年同期" }),
      offeredYoY: yearChange(setting, "further.yearBefore.offeredYoY", offered, yearBefore.offered),
      accepted: count(then, "further.yearBefore.accepted", yearBefore.accepted, { of: "上年同期" }),
      acceptedYoY: yearChange(setting, "further.yearBefore.acceptedYoY", accepted, yearBefore.accepted),
    },
    repeats: {
      merged: count(setting, "further.repeats.merged", counts.mergedRepeats),
      share: rate(setting, "further.repeats.share", repeats),
    },
    solved: solvedFigures(setting, solved),
    business: businessFigures(setting, counts, topicsBefore[0]?.rows ?? null),
    earlyWarnings: earlyWarnings(setting, topics, topicsBefore),
  };
}
