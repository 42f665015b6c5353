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
  /** 紧急: its clock runs in hours */
  urgent: boolean;
  /** 复杂事项: the dispatcher gave it the longer limit */
  complex: boolean;
  /** 保密: units don't see who raised it */
  confidential: boolean;
  dispatchedAt: Instant; // first dispatch
  assignments: Assignment[];
  returns: ReturnRequest[];
  /** first citizen informed of the result, before the first concluded follow-up */
  informedAt: Instant | null;
  /** 办结反馈: the last before the first concluded follow-up */
  resolvedAt: Instant | null;
  solved: boolean | null;
  /** 审核通过 of the current round's resolution; null again after a rework or a reopening */
  reviewedAt: Instant | null;
  /** 返工次数 */
  reworks: number;
  /** 最近一次返工 */
  reworkedAt: Instant | null;
  extension: Extension | null;
  /** 未接通或已发出的回访 of the current round */
  followUpAttempts: FollowUpAttempt[];
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
  reopenInformedAt: Instant | null;
  reopenFollowedUpAt: Instant | null;
  reopenRating: Rating | null;
  /** 最近一次催办 */
  remindedAt: Instant | null;
  /** 最近一次督办颜色 */
  supervision: "blue" | "yellow" | "red" | "summon" | null;
  supervisedAt: Instant | null;
  /** 最近一次无人办理报警 */
  alarmedAt: Instant | null;
  notices: CitizenNotice[];
  /** 曾转的下级: whom a unit took the matter from again, to hand it on to another */
  formerSubUnits: FormerSubUnit[];
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
  /** 转下级: the sub-unit that handles it for the unit */
  subUnit: string | null;
  handedOnAt: Instant | null;
  /** the limit its deadline was worked out from: in force when its clock started */
  runsUnder: RunningLimit | null;
  /** 协办反馈: an assisting unit's part as reported to the lead */
  reportedAt: Instant | null;
  /** ended by an accepted return, a withdrawal or a new lead */
  endedAt: Instant | null;
  endedBy: "return" | "redispatch" | null;
}

/** 曾转的下级单位: it sees the matter as it stood when it was taken from it. */
export interface FormerSubUnit {
  unit: string;
  seenUntil: Instant;
}

/** 所依时限: key of the limit's rule, and what it said. */
export interface RunningLimit {
  rule: string;
  amount: number;
  in: "workingDays" | "calendarDays" | "hours";
}

/** 延期申请: the last one; each lead asks once. */
export interface Extension {
  assignment: number;
  amount: number;
  askedAt: Instant;
  text: string | null;
  ruling: "granted" | "refused" | null;
  ruledAt: Instant | null;
}

/** 回访未果: an attempt that reached nobody, or a message sent and not yet answered. */
export interface FollowUpAttempt {
  at: Instant;
  channel: "sms" | "phone";
}

/** 撤单或修改诉求的告知: the citizen's wish as told to the liaison, with receipt or refusal. */
export interface CitizenNotice {
  no: number;
  kind: "withdraw" | "amend";
  text: string | null;
  at: Instant;
  receipt: "confirmed" | "refused" | null;
  answeredAt: Instant | null;
}

/** 第三方核实: a unit asked whether the matter is the returning unit's; `competent` = that unit is. */
export interface Verification {
  unit: string;
  askedAt: Instant;
  answeredAt: Instant | null;
  competent: boolean | null;
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
  /** 退单原因代码 */
  reason: string | null;
  verifications: Verification[];
  /** 提请会商 */
  convenedAt: Instant | null;
  /** ruled by 会商 instead of the dispatcher */
  arbitrated: boolean;
  ruling: "accepted" | "rejected" | null;
  ruledAt: Instant | null;
}
