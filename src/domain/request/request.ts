import type { Instant } from "../calendar/civil.ts";
import type { Rating } from "../rule/rulebook.ts";

/** 受理渠道 */
export const channelNames = {
  phone: "电话",
  web: "网站",
  app: "小程序、客户端",
  mailbox: "信箱",
  sms: "短信",
  province: "省平台",
  handover110: "110 移交",
  county: "县级平台",
  leaderDay: "领导接听日",
} as const;
export type Channel = keyof typeof channelNames;

/** 办理方式; 'refused' = 不予受理 */
export type Outcome = "pending" | "firstContact" | "dispatched" | "withdrawn" | "merged" | "refused";

/** 诉求: one matter raised by a citizen and accepted. */
export interface RequestState {
  id: string;
  version: number;
  number: string; // printed
  acceptedAt: Instant;
  type: string; // 咨询 求助 投诉 …: key of a requestType row
  tree: string; // version of the category tree
  category: string; // code of a subcategory in it
  channel: Channel;
  place: string | null;
  urgent: boolean;
  confidential: boolean;
  contact: string | null;
  text: string | null;
  call: string | null;
  hotEvent: string | null; // key of a hotEvent row
  leaderDay: string | null;
  outcome: Outcome;
  /** when the outcome was reached */
  settledAt: Instant | null;
  order: string | null;
  mergedInto: string | null;
  /** 并入它的诉求: repeats of this matter, each with a citizen to answer */
  repeats: string[];
  /** 不予受理: why, and where the citizen was told to go; both are codes */
  refusal: { reason: string; route: string } | null;
  /** 修改诉求: words as amended, the latest last */
  amendments: { at: Instant; text: string }[];
  /** of a first-contact resolution */
  rating: Rating | null;
  ratedAt: Instant | null;
}
