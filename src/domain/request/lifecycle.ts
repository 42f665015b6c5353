/** 诉求流程: the whole life of a request on one page; what happens to a dispatched one stands in order/lifecycle.ts. */
import type { Role } from "../access/role.ts";
import type { EventKind } from "../ledger/event.ts";
import type { OrderState } from "../order/order.ts";
import type { Rating } from "../rule/rulebook.ts";
import type { RequestCheck, RequestCondition } from "./conditions.ts";
import type { Outcome, RequestState } from "./request.ts";

export interface RequestInput {
  /** 在线办结, with the answer and the article that it came from */
  resolve: { text: string | null };
  /** 派发: see order/dispatch.ts, which writes both sides */
  dispatch: Record<string, never>;
  /** 不予受理: `route` is one of request/routes.ts */
  refuse: { reason: string; route: string; text: string | null };
  /** 并单: into an open matter, with its work order where it has one */
  merge: { into: RequestState; order: OrderState | null };
  withdraw: { text: string | null };
  amend: { text: string };
  rate: { rating: Rating };
  /** 上传附件: already received and looked at */
  attach: { attachment: string; digest: string };
}

export type RequestAction = keyof RequestInput;

export interface RequestStep {
  term: string;
  who: readonly Role[];
  from: readonly Outcome[];
  when: readonly RequestCondition[];
  checks: readonly RequestCheck[];
  leaves: readonly EventKind[];
  trace: string;
}

const DESK = ["agent", "dispatcher", "office"] as const;
/** 当事人也可以, on his own page */
const OWN = [...DESK, "citizen"] as const;

/** 流程表 */
// biome-ignore format: one line a step, so that it reads as a table
export const requestLifecycle: Record<RequestAction, RequestStep> = {
  resolve:  { term: "在线办结", who: DESK, from: ["pending"], when: [], checks: [], leaves: ["requestResolved"], trace: "在线办结" },
  dispatch: { term: "派发", who: ["dispatcher", "office"], from: ["pending"], when: [], checks: [], leaves: ["requestDispatched", "orderDispatched"], trace: "转办" },
  refuse:   { term: "不予受理", who: DESK, from: ["pending"], when: ["noRepeats"], checks: ["lawfulRoute"], leaves: ["requestRefused"], trace: "不予受理，已告知去处" },
  merge:    { term: "并单", who: DESK, from: ["pending"], when: ["noRepeats"], checks: ["otherMatter", "openMatter"], leaves: ["requestMerged", "repeatMerged"], trace: "并单" },
  withdraw: { term: "撤单", who: OWN, from: ["pending"], when: ["noRepeats"], checks: [], leaves: ["requestWithdrawn"], trace: "撤单" },
  amend:    { term: "修改诉求", who: OWN, from: ["pending", "dispatched"], when: ["orderOpen"], checks: [], leaves: ["requestAmended"], trace: "修改诉求" },
  attach:   { term: "上传附件", who: OWN, from: ["pending", "dispatched"], when: ["orderOpen"], checks: [], leaves: ["attachmentAdded"], trace: "上传附件" },
  rate:     { term: "评价", who: ["citizen", "agent", "followUp", "system"], from: ["firstContact"], when: ["notRated"], checks: ["onlyLapses"], leaves: ["requestRated"], trace: "评价在线办结" },
};
