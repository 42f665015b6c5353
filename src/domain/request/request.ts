import type { Instant } from "../calendar/civil.ts";
import type { Rating } from "../rule/rulebook.ts";

/** 受理渠道 */
export type Channel = "phone" | "web" | "app" | "mailbox" | "sms" | "province" | "handover110" | "county" | "leaderDay";

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
  outcome: "pending" | "firstContact" | "dispatched" | "withdrawn" | "merged";
  /** when the outcome was reached */
  settledAt: Instant | null;
  order: string | null;
  mergedInto: string | null;
  /** of a first-contact resolution */
  rating: Rating | null;
  ratedAt: Instant | null;
}
