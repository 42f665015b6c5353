/** 数的构造: makes each Measured from counts, with what the catalogue says of its path. */
import { isComparable, pointersOf, previousPeriod, yearBefore } from "../calendar/period.ts";
import { entryOf } from "./catalogue.ts";
import type { Ratio } from "./counts.ts";
import { average, exceedsWhole, percent, pointsBetween, relativeChange } from "./exact.ts";
import { COHORTS, type Cohort } from "./leaf.ts";
import type { Measured, RuleReference } from "./measured.ts";
import type { Setting } from "./setting.ts";

/** 附带说明: whom it is about, the rule, a remark. */
export interface Attached {
  of?: string;
  rule?: RuleReference | null;
  note?: string;
  leaderDay?: Measured["leaderDay"];
}

const noEarlier = ({ month }: Setting) => `没有${pointersOf(month).last}数据，无法比较`;
const earlierZero = ({ month }: Setting) => `${pointersOf(month).last}为零，无法计算环比`;
const ZERO_DENOMINATOR = "分母为零，没有数值";
const NOT_DELIVERED = "没有数据";
const EXCEEDS_WHOLE = "分子多于分母，不成比率";

/** 不作环比的缘故: a part of a period isn't like a whole one, holidays aren't like other days; null: it is compared */
const uncompared = ({ month, running }: Setting): string | null =>
  !isComparable(month) ? "节假日与平日不可比，不作环比" : running ? "本期还没有过完，不作环比" : null;

/** 统计范围 of the period at hand, as far as it has gone by */
const cohortWords = ({ month, running }: Setting, cohort: Cohort): string =>
  COHORTS[cohort]
    .replaceAll("本月最后时刻", running ? "统计时" : "本月最后时刻")
    .replaceAll("本月", pointersOf(month).this);

function make(
  setting: Setting,
  path: string,
  value: number | null,
  rest: Partial<Measured>,
  attached: Attached,
): Measured {
  const row = entryOf(path);
  if (!row) throw new Error(`no catalogue row for ${path}`);
  const { measure, cohort } = row;
  const kind = row.kind as Measured["kind"];
  const made: Measured = { measure, kind, value, month: setting.month, cohort: cohortWords(setting, cohort), ...rest };
  if (attached.of !== undefined) made.of = attached.of;
  if (attached.rule) made.rule = attached.rule;
  if (attached.note) made.note = attached.note;
  if (attached.leaderDay) made.leaderDay = attached.leaderDay;
  return made;
}

/** 件数, or 得分 in hundredths: a number as it is; null = not delivered. */
export const count = (setting: Setting, path: string, value: number | null, attached: Attached = {}): Measured =>
  make(setting, path, value, value === null ? { reason: NOT_DELIVERED } : {}, attached);

/** 比率或占比 from its two counts; without a ratio or with a zero denominator it has no value. */
export function rate(setting: Setting, path: string, ratio: Ratio | null, attached: Attached = {}): Measured {
  if (ratio === null) return make(setting, path, null, { reason: NOT_DELIVERED }, attached);
  const value = percent(ratio.numerator, ratio.denominator);
  const reason = value === null ? { reason: ZERO_DENOMINATOR } : {};
  return make(setting, path, value, { ...ratio, ...reason }, attached);
}

/** 县级平台所报的比率: more than its whole is none; its counts stay beside the reason. */
export const deliveredRate = (
  setting: Setting,
  path: string,
  ratio: Ratio | null,
  attached: Attached = {},
): Measured =>
  ratio && exceedsWhole(ratio)
    ? make(setting, path, null, { ...ratio, reason: EXCEEDS_WHOLE }, attached)
    : rate(setting, path, ratio, attached);

/** 平均数 as a whole number: the total over so many parts (days); of none it has no value. */
export function mean(setting: Setting, path: string, numerator: number, denominator: number): Measured {
  const value = average(numerator, denominator);
  const reason = value === null ? { reason: ZERO_DENOMINATOR } : {};
  return make(setting, path, value, { numerator, denominator, ...reason }, {});
}

/** 增减: this month's count less the earlier one; negative when it fell. */
export const movement = (
  setting: Setting,
  path: string,
  now: number,
  before: number,
  attached: Attached = {},
): Measured =>
  make(setting, path, now - before, { earlier: { value: before, month: previousPeriod(setting.month) } }, attached);

/** 件数环比: relative change in percent. */
export function countChange(
  setting: Setting,
  path: string,
  now: number | null,
  earlier: number | null,
  attached: Attached = {},
): Measured {
  const why = uncompared(setting);
  if (why !== null) return make(setting, path, null, { reason: why, uncompared: true }, attached);
  const month = previousPeriod(setting.month);
  if (now === null || earlier === null) return make(setting, path, null, { reason: noEarlier(setting) }, attached);
  const value = relativeChange(now, earlier);
  const reason = value === null ? { reason: earlierZero(setting) } : {};
  const ends = { numerator: now, denominator: earlier, earlier: { value: earlier, month } };
  return make(setting, path, value, { ...ends, ...reason }, attached);
}

/** 件数同比: relative change in percent against the same days of the year before. */
export function yearChange(
  setting: Setting,
  path: string,
  now: number,
  earlier: number | null,
  attached: Attached = {},
): Measured {
  const month = yearBefore(setting.month);
  if (earlier === null || month === null)
    return make(setting, path, null, { reason: "没有上年同期数据，无法比较" }, attached);
  const value = relativeChange(now, earlier);
  const reason = value === null ? { reason: "上年同期为零，无法计算同比" } : {};
  const ends = { numerator: now, denominator: earlier, earlier: { value: earlier, month } };
  return make(setting, path, value, { ...ends, ...reason }, attached);
}

/** 比率环比: the difference of the exact rates in percentage points, rounded once. */
export function rateChange(
  setting: Setting,
  path: string,
  now: Ratio | null,
  earlier: Ratio | null,
  attached: Attached = {},
): Measured {
  const why = uncompared(setting);
  if (why !== null) return make(setting, path, null, { reason: why, uncompared: true }, attached);
  const month = previousPeriod(setting.month);
  if (now === null || earlier === null) return make(setting, path, null, { reason: noEarlier(setting) }, attached);
  const value = pointsBetween(now, earlier);
  const reason = value === null ? { reason: earlier.denominator === 0 ? noEarlier(setting) : ZERO_DENOMINATOR } : {};
  const ends = { value: percent(earlier.numerator, earlier.denominator), ...earlier, month };
  return make(setting, path, value, { ...now, earlier: ends, ...reason }, attached);
}
