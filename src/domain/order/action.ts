/**
 * 动作: what people and the clock do to a work order. The input is what the actor says; everything else (whose part it is,
 * which return is meant, deadlines, lateness, numbers) is worked out from the order, the actor, the rules and the clock.
 */
import type { RequestState } from "../request/request.ts";
import type { Rating } from "../rule/rulebook.ts";

/** 文字编号: of a reason or an answer, kept apart from the ledger. */
export type TextId = string;

type Nothing = Record<string, never>;

/** Whom a matter is sent to, by what; `complex` gives the longer limit. */
interface Destination {
  unit: string;
  basis: string | null;
  complex?: boolean;
}

export interface ActionInput {
  /** 派发: makes the one work order of a pending request, with its lead; id and number come from outside */
  dispatch: Destination & { request: RequestState; id: string; number: string; topic: string | null };
  /** 加派协办 */
  assist: { unit: string };
  /** 转下级 */
  handOn: { unit: string };
  acknowledge: Nothing;
  /** 视同签收 of every part whose limit has ended */
  deemAcknowledged: Nothing;
  contact: { text: TextId | null };
  /** 退单申请; `bulk` names the one act that returns many */
  requestReturn: { reason: string; text: TextId; bulk: string | null };
  askVerification: { unit: string; text: TextId | null };
  answerVerification: { competent: boolean; text: TextId };
  /** 同意退单; without `to` it waits for 改派 */
  acceptReturn: { to: Destination | null; text: TextId | null };
  rejectReturn: { text: TextId };
  convene: { text: TextId | null };
  /** 会商结论: names the lead; `directory` is the key of the row that is written beside it */
  concludeArbitration: { unit: string; directory: string | null; text: TextId };
  /** 改派: after an accepted return, or of a wrong dispatch */
  redispatch: Destination & { text: TextId | null };
  /** 延期申请: `amount` more of what the limit is counted in */
  requestExtension: { amount: number; text: TextId };
  grantExtension: Nothing;
  refuseExtension: { text: TextId };
  inform: { text: TextId | null };
  resolve: { solved: boolean; internalText: TextId | null; publicText: TextId };
  /** 协办反馈 to the lead */
  reportPart: { text: TextId };
  passReview: Nothing;
  demandRework: { text: TextId };
  /** 回访未接通, or its message sent */
  attemptFollowUp: { channel: "sms" | "phone" };
  concludeFollowUp: { channel: "sms" | "phone"; rating: Rating; solved: boolean | null; text: TextId | null };
  reopen: { text: TextId };
  remind: { text: TextId | null };
  supervise: { level: "blue" | "yellow" | "red" | "summon"; text: TextId | null };
  /** 无人办理报警: by the clock, once for as long as nobody moves it */
  alarm: Nothing;
  /** 登记与单位的联系 */
  logContact: { unit: string; result: "reached" | "notReached" | "refused" | "complained"; text: TextId | null };
  /** 告知撤单或修改诉求 */
  giveNotice: { kind: "withdraw" | "amend"; text: TextId };
  answerNotice: { no: number; receipt: "confirmed" | "refused"; text: TextId | null };
  /** 撤单 of the order and of its request */
  withdraw: { request: RequestState; text: TextId | null };
  /** 上传附件: already received and looked at */
  attach: { attachment: string; digest: string };
  close: Nothing;
}

export type Action = keyof ActionInput;
