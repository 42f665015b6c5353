/** 短信模拟器: a gateway that shows instead of sending. */
import type { Instant } from "../domain/calendar/civil.ts";
import type { Sms, SmsGateway } from "../domain/notice/sms.ts";

/** 收下一条: once under one id. */
export type KeepSms = (sms: Sms, at: Instant) => Promise<unknown>;

const MOBILE = /^1\d{10}$/;

/** 138****5678 */
const masked = (number: string): string => `${number.slice(0, 3)}****${number.slice(-4)}`;

/** 模拟网关: takes what a mobile phone can receive and refuses the rest; what it keeps names nobody. */
export const simulatedGateway = (keep: KeepSms): SmsGateway => ({
  async send(sms, at) {
    const number = sms.to
      .normalize("NFKC")
      .replace(/[\s()-]/g, "")
      .replace(/^(\+|00)86/, "");
    if (!MOBILE.test(number)) return "refused";
    await keep({ ...sms, to: masked(number) }, at);
    return "accepted";
  },
});
