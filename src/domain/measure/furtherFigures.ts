/** 增选的数: what sections beyond the usual ones print, counted only for the report. */
import { type Channel, channelNames } from "../request/request.ts";
import type { MonthCounts } from "./counts.ts";
import { count, rate, yearChange } from "./figure.ts";
import type { Measured } from "./measured.ts";
import { acceptedOf } from "./requestFigures.ts";
import type { Setting } from "./setting.ts";
import { ranked, total } from "./tally.ts";

/** 增选的计数 */
export interface FurtherCounts {
  /** calls offered in each hour of the day, 24 of them */
  hours: number[];
  channels: { channel: Channel; count: number }[];
  /** the same days a year before; null: it has no records */
  yearBefore: { offered: number; accepted: number } | null;
}

/** 增选的数 */
export interface FurtherFigures<N> {
  /** [] in a month without calls */
  hours: { hour: string; calls: N }[];
  /** most first */
  channels: { channel: string; count: N; share: N }[];
  yearBefore: { offered: N; offeredYoY: N; accepted: N; acceptedYoY: N } | null;
  repeats: { merged: N; share: N };
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
  { hours, channels: rows, yearBefore }: FurtherCounts,
): FurtherFigures<Measured> {
  const { offered } = counts.calls;
  const accepted = acceptedOf(counts);
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
      offered: count(setting, "further.yearBefore.offered", yearBefore.offered, { of: "上年同期" }),
      offeredYoY: yearChange(setting, "further.yearBefore.offeredYoY", offered, yearBefore.offered),
      accepted: count(setting, "further.yearBefore.accepted", yearBefore.accepted, { of: "上年同期" }),
      acceptedYoY: yearChange(setting, "further.yearBefore.acceptedYoY", accepted, yearBefore.accepted),
    },
    repeats: {
      merged: count(setting, "further.repeats.merged", counts.mergedRepeats),
      share: rate(setting, "further.repeats.share", repeats),
    },
  };
}
