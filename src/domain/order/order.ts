import type { Instant } from "../calendar/civil.ts";
import type { Rating } from "../rule/rulebook.ts";

/** 派发工单: the handling of one dispatched request, for life; units hang on it as numbered assignments. */
export interface OrderState {
  id: string;
  version: number;
  request: string;
  number: string; // printed
  tree: string;
  category: string; // the order's own, apart from the request's
  /** printed label of the matter where it differs from the category's name (宽带断网) */
  topic: string | null;
  dispatchedAt: Instant; // first dispatch
  assignments: Assignment[];
  returns: ReturnRequest[];
  /** first citizen informed of the result, before the first concluded follow-up */
  informedAt: Instant | null;
  /** 办结反馈: the last before the first concluded follow-up */
  resolvedAt: Instant | null;
  solved: boolean | null;
  /** the first concluded follow-up */
  followedUpAt: Instant | null;
  followUpChannel: "sms" | "phone" | null;
  rating: Rating | null;
  ratedSolved: boolean | null;
  /** 1 before any reopening */
  round: number;
  /** of the reopened round */
  reopenedAt: Instant | null;
  reopenDueAt: Instant | null;
  reopenResolvedAt: Instant | null;
  /** 最近一次督办颜色 */
  supervision: "blue" | "yellow" | "red" | "summon" | null;
  withdrawnAt: Instant | null;
  closedAt: Instant | null;
}

/** 主办/协办: a unit's part in a work order. */
export interface Assignment {
  no: number;
  unit: string;
  role: "lead" | "assisting";
  basis: string | null;
  dispatchedAt: Instant;
  acknowledgedAt: Instant | null;
  deemed: boolean;
  dueAt: Instant | null;
  provisional: boolean;
  /** 先行联系 */
  contactedAt: Instant | null;
  extended: boolean;
  /** ended by an accepted return, a withdrawal or a new lead */
  endedAt: Instant | null;
}

/** 退单申请 and what became of it. */
export interface ReturnRequest {
  no: number;
  assignment: number;
  requestedAt: Instant;
  late: boolean;
  /** one act that returned many orders */
  bulk: string | null;
  text: string | null;
  ruling: "accepted" | "rejected" | null;
  ruledAt: Instant | null;
}
