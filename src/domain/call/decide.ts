/** 来电之后: phoning a missed caller back, and the citizen's rating of the call. */
import type { Actor } from "../access/role.ts";
import type { Instant } from "../calendar/civil.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import type { Rules } from "../order/rules.ts";
import { type Refused, refuse } from "../refusal.ts";
import type { Rating } from "../rule/rulebook.ts";
import type { CallState } from "./call.ts";

const next = ({ id, version }: CallState) => ({ subject: "call", id, version: version + 1 }) as const;

/** 待回拨: a missed call whose caller nobody has reached, nor tried as often as the rule asks. */
export const owesCallback = ({ answeredAt, endedAt, callbacks }: CallState, rules: Rules): boolean =>
  answeredAt === null &&
  callbacks.length < rules.threshold("callbackAttempts", endedAt) &&
  !callbacks.some(({ reached }) => reached);

/** 回拨期限: from the limit in force when the call ended. */
export const callbackBy = ({ endedAt }: CallState, rules: Rules): Instant =>
  rules.end(rules.limit("callback", endedAt), endedAt).instant;

/** 登记回拨 */
export function callBack(
  call: CallState,
  reached: boolean,
  by: Actor,
  now: Instant,
  rules: Rules,
): LedgerEvent[] | Refused {
  if (by.role !== "agent") return refuse("otherRole", "回拨由话务员办理。", "请转给话务员。");
  if (!owesCallback(call, rules)) return refuse("noCallbackOwed", "这个来电不需要回拨了。", "请看最新情况。");
  return [{ ...next(call), kind: "callbackAttempted", at: now, by: by.by, data: { reached } }];
}

/** 评价通话: once, by the citizen, of a call that was answered. */
export function rateCall(call: CallState, rating: Rating, by: Actor, now: Instant): LedgerEvent[] | Refused {
  if (by.role !== "citizen") return refuse("otherRole", "通话由来电人评价。", "请等来电人评价。");
  if (call.answeredAt === null) return refuse("notAnswered", "这个来电没有接通。", "请先回拨。");
  if (call.rating !== null) return refuse("notRated", "这个来电已经评价过了。", "有新的情况请登记诉求。");
  return [{ ...next(call), kind: "callRated", at: now, by: by.by, data: { rating } }];
}
