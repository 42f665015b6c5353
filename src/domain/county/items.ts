/** 月报的各项: which counts a county's month has, as people call them. */
import type { CountyCounts, Ratio } from "../measure/counts.ts";

export type RateKey = "firstContact" | "onTime" | "followUp" | "satisfaction";
export type CountKey = "offered" | "answered";

export const countNames: Record<CountKey, string> = { offered: "接听来电", answered: "接通来电" };

/** 各率 with what their two counts are */
export const rateNames: Record<RateKey, { name: string; numerator: string; denominator: string }> = {
  firstContact: { name: "在线办结率", numerator: "在线办结", denominator: "受理诉求" },
  onTime: { name: "按时办结率", numerator: "按时办结", denominator: "应办结" },
  followUp: { name: "回访率", numerator: "已回访", denominator: "应回访" },
  satisfaction: { name: "满意率", numerator: "满意", denominator: "参评" },
};

export const countKeys = Object.keys(countNames) as CountKey[];
export const rateKeys = Object.keys(rateNames) as RateKey[];

/** 所报的数, without whose it is and how accurate it was found */
export type Delivered = Omit<CountyCounts, "platform" | "accuracy">;

/** 一个数 of the month, by where it stands */
export const figuresOf = (of: Delivered): (number | null)[] => [
  ...countKeys.map((key) => of[key]),
  ...rateKeys.flatMap((key) => [of[key]?.numerator ?? null, of[key]?.denominator ?? null]),
];

/** 能比较的率: both counts, and one to divide by */
export const whole = (ratio: Ratio | null): Ratio | null => (ratio && ratio.denominator > 0 ? ratio : null);
