/**
 * 事件: what happened, once and for all. The ledger is append-only; rows are folds of events. Events carry ids and codes,
 * never a name, a phone number or free text: those live in `contact` and `free_text`, so that a person can be forgotten
 * while the ledger holds.
 */
import type { Instant } from "../calendar/civil.ts";
import type { CallState } from "../call/call.ts";
import type { CountyMonthState, LeaderDayState, MysteryCallState } from "../county/county.ts";
import type { OrderState } from "../order/order.ts";
import type { RequestState } from "../request/request.ts";
import type { Rating } from "../rule/rulebook.ts";

export type Id = string; // uuid, time-ordered (version 7), opaque

export interface EventData {
  /** 通话结束: the exchange's record of a finished call, answered or abandoned */
  callEnded: Omit<CallState, "id" | "version">;
  /** 受理 */
  requestAccepted: Omit<
    RequestState,
    "id" | "version" | "acceptedAt" | "outcome" | "rating" | "ratedAt" | "settledAt" | "order"
  >;
  /** 在线办结 */
  requestResolved: { text: Id | null };
  /** 在线办结的评价; also recorded when the invitation lapsed (noResponse) */
  requestRated: { rating: Rating };
  /** 撤单 */
  requestWithdrawn: { text: Id | null };
  /** 并单: this repeat is handled with another request's matter */
  requestMerged: { into: Id };
  /** 派发 of the request: names its one work order */
  requestDispatched: { order: Id };
  /** 派发/再次派发: a numbered assignment on the work order; the first creates it */
  orderDispatched: {
    request: Id;
    number: string;
    tree: string;
    category: string;
    topic: string | null;
    assignment: number;
    role: "lead" | "assisting";
    unit: string;
    basis: string | null;
  };
  /** 签收 (deemed: 视同签收 at the end of the limit); starts the unit's clock */
  orderAcknowledged: { assignment: number; deemed: boolean; dueAt: Instant; provisional: boolean };
  /** 先行联系 */
  citizenContacted: { assignment: number };
  /** 退单申请 */
  returnRequested: { returnNo: number; assignment: number; late: boolean; bulk: Id | null; text: Id | null };
  /** 请第三方单位核实 and its answer */
  returnVerified: { returnNo: number; unit: string; text: Id | null };
  /** 同意退单: ends the assignment */
  returnAccepted: { returnNo: number; text: Id | null };
  /** 驳回退单: the clock never stopped */
  returnRejected: { returnNo: number; text: Id | null };
  /** 同意延期 */
  extensionGranted: { assignment: number; dueAt: Instant; provisional: boolean };
  /** 联系反馈当事人 */
  citizenInformed: { assignment: number };
  /** 办结反馈 */
  orderResolved: { assignment: number; solved: boolean; internalText: Id | null; publicText: Id | null };
  /** 返工 */
  reworkDemanded: { text: Id | null };
  /** 回访结束: rated, or its window lapsed */
  followUpConcluded: {
    round: number;
    channel: "sms" | "phone";
    rating: Rating;
    solved: boolean | null;
    text: Id | null;
  };
  /** 重办: a new round with its own deadline */
  orderReopened: { round: number; dueAt: Instant; provisional: boolean };
  /** 催办 */
  orderReminded: { unit: string };
  /** 督办: 蓝黄红、约谈 */
  orderSupervised: { level: "blue" | "yellow" | "red" | "summon" };
  /** 撤单 of a dispatched matter */
  orderWithdrawn: { text: Id | null };
  /** 归档 */
  orderClosed: Record<string, never>;
  /** 县级平台交来月报 */
  countyReported: Omit<CountyMonthState, "id" | "version" | "deliveredAt">;
  /** 拨测打分 */
  mysteryCallScored: Omit<MysteryCallState, "id" | "version" | "calledAt">;
  /** 领导接听日 */
  leaderDayHeld: Omit<LeaderDayState, "id" | "version">;
  /** 导入: the state an old system's export showed; only `import` writes it */
  imported: { call: CallState } | { request: RequestState } | { order: OrderState } | { countyMonth: CountyMonthState };
}

export type EventKind = keyof EventData;
export type Subject = "call" | "request" | "order" | "countyMonth" | "mysteryCall" | "leaderDay";

export interface LedgerEvent<K extends EventKind = EventKind> {
  subject: Subject;
  id: Id;
  /** 1, 2, 3 … within the subject */
  version: number;
  kind: K;
  /** when it happened; the ledger also keeps when it was recorded */
  at: Instant;
  /** who: 'agent:17', 'unit:u09', 'dispatcher:3', 'citizen', 'system', 'import' */
  by: string;
  data: EventData[K];
}

/** 个人信息: sealed at rest, in a table of its own. */
export interface Contact {
  id: Id;
  name: string | null;
  phone: string | null;
  address: string | null;
  identityNumber: string | null;
}

/** 文字: a request's words, a reason, an answer; stored in clear, masked by role, deletable. */
export interface FreeText {
  id: Id;
  text: string;
}

/** 一批记录: what one write brings: events with the texts and contacts they point to. */
export interface RecordBatch {
  events: LedgerEvent[];
  contacts: Contact[];
  texts: FreeText[];
}
