import type { MonthKey } from "./counts.ts";

/**
 * 一个可打开的数: a printed number together with all that a reader needs to check it.
 * `value` is an integer: a count as it is; a percentage, a point difference, a relative change or a score in hundredths
 * (8911 = 89.11), already rounded half up, away from zero. `null` means there is no value; `reason` says why in Chinese.
 */
export interface Measured {
  measure: string; // id from the catalogue: 'calls.answerRate'
  /** what `value` is: 件数, 百分比, 个百分点, 相对变化(%), 分 */
  kind: "count" | "percent" | "points" | "change" | "score";
  value: number | null;
  numerator?: number;
  denominator?: number;
  /** the two ends of a comparison, each with its own counts */
  earlier?: { value: number | null; numerator?: number; denominator?: number; month: MonthKey };
  /** 不作环比: of a period that isn't compared at all; a sentence says nothing of it */
  uncompared?: true;
  /** whom or what it is about, as printed: a unit, a place, a subcategory, a county */
  of?: string;
  /** the one day with a leader at the telephone that it is about, by its date and the unit's code */
  leaderDay?: { date: string; unit: string };
  month: MonthKey;
  /** how the cohort was chosen, in words: '按受理时间计入本月的诉求' */
  cohort: string;
  rule?: RuleReference;
  reason?: string;
  /** 说明: what a reader must know beside the figure: a small sample, a comparison across a change of formula */
  note?: string;
}

/** 是不是一个可打开的数, among whatever figures are made of */
export const isMeasured = (value: object): value is Measured =>
  "measure" in value && "kind" in value && "value" in value;

/** 口径出处: the rule row a figure was computed under. */
export interface RuleReference {
  kind: string;
  key: string;
  from: string; // civil date since which it is in force
  source: string;
  assumption: boolean;
  words: string; // the formula in Chinese: '满意量 ÷（回访总量 − 未评价量）'
}
