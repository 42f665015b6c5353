/** 短信: the port to whoever sends them, and what stands in one. */
import type { Instant } from "../calendar/civil.ts";
import type { Id } from "../ledger/event.ts";

export interface Sms {
  /** the gateway's key for it as well: what it has taken under one id it doesn't take again */
  id: Id;
  to: string;
  text: string;
}

/**
 * 短信网关: takes a message ('accepted'; also one that it has already), or says that it never will ('refused': no such
 * number). Throws when it can't be reached: the message is offered again later.
 */
export interface SmsGateway {
  send(sms: Sms, at: Instant): Promise<"accepted" | "refused">;
}

/** 短信正文: signed by the platform, with the link to the survey where there is one. */
export const smsText = (platform: string, sentence: string, link: string | null): string =>
  `【${platform}】${sentence}${link === null ? "" : ` ${link}`}`;

/** 没有送到的原因, and how it is said */
export const smsFailures = {
  noNumber: "没有号码",
  sealed: "号码打不开",
  refused: "运营商拒收",
  unreachable: "发不出去",
  dropped: "恢复数据以后作废了",
  expired: "过了时候，没有发",
} as const;
export type SmsFailure = keyof typeof smsFailures;

const MINUTE = 60_000;
const LONGEST = 60 * MINUTE;

/** 最多发送次数, over about four hours */
export const SMS_ATTEMPTS = 8;

/** 多久没人发就不再发: what it tells of is over by then, and whoever sets up a gateway doesn't send out last year's. */
export const SMS_WAITS = 72 * 60 * MINUTE;

/** 再发的时刻 after so many attempts: twice as long each time, an hour at most. */
export const retryAt = (attempts: number, now: Instant): Instant =>
  now + Math.min(MINUTE * 2 ** Math.max(0, attempts - 1), LONGEST);
