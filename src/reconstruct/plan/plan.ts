import type {
  BulkReturnCounts,
  CallCounts,
  CategoryCode,
  CountyCounts,
  LeaderDayCounts,
  MonthKey,
  MysteryCallSheet,
  OverdueCounts,
  RatingCounts,
  RequestCounts,
  UnitCode,
} from "../../domain/measure/counts.ts";
import type { RuleRow } from "../../domain/rule/rulebook.ts";
import type { Conflict } from "./conflicts.ts";

/** 计划: how many records of which kind must exist so that the figures computed from them are the stated ones. */
export interface Plan {
  platform: string;
  month: MonthKey;
  before: MonthKey;
  /** what the file says beyond the rulebook, to be stored with origin = reconstructed */
  rules: RuleRow[];
  current: MonthPlan;
  previous: MonthPlan;
  /** what can't hold together; the leaves `dropped` were not asked for */
  conflicts: Conflict[];
}

/** 一个月的计划 */
export interface MonthPlan {
  calls: CallCounts;
  /** requests accepted in the month; `hot` of them belong to the hot event */
  requests: (RequestCounts & { hot: number })[];
  /** key of its rule row */
  hotEvent: string | null;
  firstContactRatings: RatingCounts;
  /** work orders first dispatched in the month: as many per category as requests with outcome dispatched */
  dispatched: { unit: UnitCode; category: CategoryCode; count: number }[];
  followUps: UnitFollowUpPlan[];
  followUpChannel: "sms" | "phone";
  /** unanswered past the deadline at the month's end; dispatched in an earlier month, in no cohort of the month */
  overdue: (OverdueCounts & { category: CategoryCode })[];
  counties: CountyCounts[];
  mysteryCalls: MysteryCallSheet[];
  leaderDays: LeaderDayCounts[];
  bulkReturns: (BulkReturnCounts & { category: CategoryCode })[];
}

/** 一单位的回访: its follow-ups concluded in the month, by when the work order was dispatched. */
export interface UnitFollowUpPlan extends RatingCounts {
  unit: UnitCode;
  onTime: number;
  informed: number;
  returnsRejected: number;
  /** adds up to the unit's follow-ups; `dissatisfied` of `count` rated so */
  orders: { category: CategoryCode; dispatched: DispatchedIn; count: number; dissatisfied: number }[];
}
export type DispatchedIn = "thisMonth" | "previousMonth" | "earlier";
