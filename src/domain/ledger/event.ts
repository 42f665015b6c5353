/**
 * 事件: what happened, once and for all. The ledger is append-only; rows are folds of events. Events carry ids and codes,
 * never a name, a phone number or free text: those live in `contact` and `free_text`, so that a person can be forgotten
 * while the ledger holds.
 */
import type { Instant } from "../calendar/civil.ts";
import type { CallState } from "../call/call.ts";
import type { CountyDay, DeliveredMonth, LeaderDayState, MysteryCallState } from "../county/county.ts";
import type { FindingKind } from "../county/findings.ts";
import type { OrderState, RunningLimit } from "../order/order.ts";
import type { RequestState } from "../request/request.ts";
import type { Rating } from "../rule/rulebook.ts";

export type Id = string; // uuid, time-ordered (version 7), opaque

export interface EventData {
  /** 通话结束: the exchange's record of a finished call, answered or abandoned */
  callEnded: Omit<CallState, "id" | "version" | "callbacks" | "rating" | "ratedAt">;
  /** 回拨: phoning back a missed call */
  callbackAttempted: { reached: boolean };
  /** 通话评价: of the call itself, not of the handling */
  callRated: { rating: Rating };
  /** 受理 */
  requestAccepted: Omit<
    RequestState,
    | "id"
    | "version"
    | "acceptedAt"
    | "outcome"
    | "rating"
    | "ratedAt"
    | "settledAt"
    | "order"
    | "refusal"
    | "amendments"
    | "repeats"
  >;
  /** 不予受理: with the reason, and the lawful route that the citizen was told */
  requestRefused: { reason: string; route: string; text: Id | null };
  /** 修改诉求: the words as they now are */
  requestAmended: { text: Id };
  /** 在线办结 */
  requestResolved: { text: Id | null };
  /** 在线办结的评价; also recorded when the invitation lapsed (noResponse) */
  requestRated: { rating: Rating };
  /** 撤单 */
  requestWithdrawn: { text: Id | null };
  /** 并单: this repeat is handled with another request's matter */
  requestMerged: { into: Id };
  /** 并入: another request tells this matter again; its citizen is answered too */
  repeatMerged: { repeat: Id };
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
    /** what the dispatcher told the unit when he sent it again */
    text?: Id;
    /** absent = no */
    urgent?: boolean;
    complex?: boolean;
    confidential?: boolean;
  };
  /** 转下级: the unit hands its part on to one of its sub-units */
  assignmentHandedOn: { assignment: number; unit: string };
  /** 改派: the dispatcher takes a wrong dispatch back without a return */
  assignmentTakenBack: { assignment: number; text: Id | null };
  /** 协办反馈 */
  partReported: { assignment: number; text: Id | null };
  /** 与单位的联系: calls to and from units, refused and complaining ones included */
  unitContactLogged: { unit: string; result: "reached" | "notReached" | "refused" | "complained"; text: Id | null };
  /** 签收 (deemed: 视同签收 at the end of the limit); starts the unit's clock */
  orderAcknowledged: {
    assignment: number;
    deemed: boolean;
    dueAt: Instant;
    provisional: boolean;
    runsUnder?: RunningLimit;
  };
  /** 先行联系 */
  citizenContacted: { assignment: number; text?: Id };
  /** 退单申请 */
  returnRequested: {
    returnNo: number;
    assignment: number;
    late: boolean;
    bulk: Id | null;
    text: Id | null;
    reason?: string | null;
  };
  /** 请第三方单位核实 */
  verificationAsked: { returnNo: number; unit: string; text: Id | null };
  /** 第三方核实答复 */
  returnVerified: { returnNo: number; unit: string; text: Id | null; competent?: boolean };
  /** 提请会商 */
  arbitrationConvened: { returnNo: number; text: Id | null };
  /** 会商结论: names the lead; `directory` is the key of the dated row that says so from now on */
  arbitrationConcluded: { returnNo: number; unit: string; directory: string | null; text: Id | null };
  /** 同意退单: ends the assignment */
  returnAccepted: { returnNo: number; text: Id | null };
  /** 驳回退单: the clock never stopped */
  returnRejected: { returnNo: number; text: Id | null };
  /** 延期申请: `amount` more of what its limit is counted in */
  extensionRequested: { assignment: number; amount: number; text: Id | null };
  /** 不同意延期 */
  extensionRefused: { assignment: number; text: Id | null };
  /** 同意延期 */
  extensionGranted: { assignment: number; dueAt: Instant; provisional: boolean };
  /** 联系反馈当事人 */
  citizenInformed: { assignment: number; text?: Id };
  /** 办结反馈 */
  orderResolved: { assignment: number; solved: boolean; internalText: Id | null; publicText: Id | null };
  /** 审核通过 */
  resolutionPassed: { round: number };
  /** 返工 */
  reworkDemanded: { text: Id | null };
  /** 回访未接通, or its message sent */
  followUpAttempted: { round: number; channel: "sms" | "phone" };
  /** 回访结束: rated, or its window lapsed */
  followUpConcluded: {
    round: number;
    channel: "sms" | "phone";
    rating: Rating;
    solved: boolean | null;
    text: Id | null;
  };
  /** 重办: a new round with its own deadline */
  orderReopened: { round: number; dueAt: Instant; provisional: boolean; text?: Id | null };
  /** 催办 */
  orderReminded: { unit: string; text?: Id | null };
  /** 督办: 蓝黄红、约谈 */
  orderSupervised: { level: "blue" | "yellow" | "red" | "summon"; text?: Id | null };
  /** 无人办理报警: nobody has moved it since then */
  alarmRaised: { since: Instant };
  /** 上传附件: of a request or an order; the file is known by its digest */
  attachmentAdded: { attachment: Id; digest: string };
  /** 告知联络员: the citizen withdraws or amends */
  noticeGiven: { no: number; kind: "withdraw" | "amend"; text: Id | null };
  /** 联络员回执: confirmed or refused */
  noticeAnswered: { no: number; receipt: "confirmed" | "refused"; text: Id | null };
  /** 撤单 of a dispatched matter */
  orderWithdrawn: { text: Id | null };
  /** 归档 */
  orderClosed: Record<string, never>;
  /** 县级平台交来月报; `unchanged`: the numbers of the delivery before, once more */
  countyReported: Omit<DeliveredMonth, "id" | "version" | "deliveredAt"> & { days?: CountyDay[]; unchanged?: true };
  /** 对县级月报提异议 */
  dataObjectionRaised: { no: number; finding: FindingKind | null; text: Id };
  /** 县级平台答复异议 */
  dataObjectionAnswered: { no: number; text: Id };
  /** 异议处理完: upheld or dropped; `accuracy`: points that had been given hold no longer */
  dataObjectionSettled: { no: number; upheld: boolean; text: Id; accuracy?: null };
  /** 评定数据准确度: points in hundredths; the last verdict stands */
  accuracyJudged: { points: number; text: Id };
  /** 拨测打分 */
  mysteryCallScored: Omit<MysteryCallState, "id" | "version" | "calledAt">;
  /** 领导接听日 */
  leaderDayHeld: Omit<LeaderDayState, "id" | "version">;
  /** 导入: the state an old system's export showed; only `import` writes it */
  imported: { call: CallState } | { request: RequestState } | { order: OrderState } | { countyMonth: DeliveredMonth };
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
