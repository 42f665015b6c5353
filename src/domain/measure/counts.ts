/**
 * 计数: everything a month's figures are made from, as plain integer counts of records. SQL (store/question) produces it,
 * `figuresOf` turns it into figures; nothing here is a rate. Codes, not printed names, identify units, categories and places.
 */

import type { Instant } from "../calendar/civil.ts";

export type MonthKey = string; // 'YYYY-MM', in the platform's zone; figures are computed of any other period in its place
export type UnitCode = string;
export type CategoryCode = string; // code of a subcategory (小类); its parent is in the rulebook's tree

/** 四种评价: how citizens rated, as counts. `noResponse` is 未评价. */
export interface RatingCounts {
  satisfied: number;
  neutral: number;
  dissatisfied: number;
  noResponse: number;
}

/** 话务: calls whose `offeredAt` lies in the month. */
export interface CallCounts {
  offered: number;
  answered: number;
  answeredWithin15s: number;
}

/** 诉求: requests whose `acceptedAt` lies in the month; one row per (subcategory, type, outcome). */
export interface RequestCounts {
  category: CategoryCode;
  type: string;
  outcome: "firstContact" | "dispatched" | "pending" | "withdrawn";
  count: number;
}

/** 附件1 一行: work orders whose first follow-up was concluded in the month, under the unit that leads at that instant. */
export interface UnitFollowUpCounts extends RatingCounts {
  unit: UnitCode;
  validOrders: number;
  returnsRequested: number;
  returnsAccepted: number;
  returnsRejected: number;
  returnsLate: number;
  onTime: number;
  informed: number;
  followUps: number;
}

/** 超期未反馈: unanswered past the deadline at the period's last instant, by unit and printed topic. */
export interface OverdueCounts {
  unit: UnitCode;
  topic: string; // the order's own label, or its category's name
  count: number;
}

/** 县级平台月报: one numerator and one denominator per rate, as delivered; null where the platform delivered none. */
export interface CountyCounts {
  platform: string; // name of the county platform
  offered: number | null;
  answered: number | null; // of offered
  firstContact: Ratio | null;
  onTime: Ratio | null;
  followUp: Ratio | null;
  satisfaction: Ratio | null;
  /** 数据准确度: the inspection's verdict in points (hundredths: 3000 = 30.00). */
  accuracy: number | null;
}

/** A rate's two counts; a rate is only ever made from these (add counts, divide once). */
export interface Ratio {
  numerator: number;
  denominator: number;
}

/** 拨测一通: one mystery call; points in hundredths (875 = 8.75). */
export interface MysteryCallSheet {
  platform: string;
  secondsToAnswer: number | null; // null: never answered
  voiceMenu: number;
  connection: number;
  etiquette: number;
  knowledge: number;
  followUp: number;
}

/** 领导接听日: one day held. */
export interface LeaderDayCounts {
  date: string; // 'YYYY-MM-DD'
  unit: UnitCode;
  calls: number;
  settledOnTheSpot: number;
  dispatched: number;
  /** subcategories asked about, most first */
  subjects: { category: CategoryCode; count: number }[];
}

/** 批量退单: orders of one topic returned by one act. */
export interface BulkReturnCounts {
  unit: UnitCode;
  orders: number;
  topic: string;
  openSince: MonthKey; // month of the earliest dispatch among them
  returnedIn: MonthKey;
}

/** 未过完的一期: when it was counted, and what came in on the days that are wholly gone by. */
export interface SoFar {
  at: Instant;
  days: number;
  offered: number;
  accepted: number;
}

export interface MonthCounts {
  month: MonthKey;
  /** only of a period that isn't over */
  soFar?: SoFar;
  calls: CallCounts;
  requests: RequestCounts[];
  /** repeats merged into another matter, counted once more as a repeat */
  mergedRepeats: number;
  /** ratings of first-contact resolutions accepted in the month */
  firstContactRatings: RatingCounts;
  hotEvents: { event: string; count: number; categories: { category: CategoryCode; count: number }[] }[];
  /** work orders by first `dispatchedAt` in the month, under the lead unit of the as-of instant */
  dispatched: { unit: UnitCode; category: CategoryCode; count: number }[];
  /** 附件1 cohort; only units with a row */
  units: UnitFollowUpCounts[];
  /** 不满意 of the follow-up cohort, by subcategory */
  dissatisfied: { category: CategoryCode; count: number }[];
  /** 应回访: work orders due for follow-up in the month, for followUp.rate */
  dueForFollowUp: number;
  /** 回访方式 of the month's concluded follow-ups, most first */
  followUpChannels: { channel: "sms" | "phone"; count: number }[];
  overdue: OverdueCounts[];
  /** the same stock at the previous period's last instant */
  overdueBefore: OverdueCounts[];
  /** 退单 requested in the month (by the instant of the request), over all orders */
  returns: { requested: number; accepted: number; rejected: number; late: number };
  counties: CountyCounts[];
  mysteryCalls: MysteryCallSheet[];
  leaderDays: LeaderDayCounts[];
  bulkReturns: BulkReturnCounts[];
}

/** 环比的计数: what the month after compares itself with */
export type ComparedCounts = Pick<MonthCounts, "month" | "calls" | "requests" | "units" | "counties">;

/** 评分的计数: what a month's scores are made of */
export type ScoreCounts = Pick<MonthCounts, "units" | "counties" | "mysteryCalls">;
