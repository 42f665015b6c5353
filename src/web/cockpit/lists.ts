/** 数的清单: each number says which list it was counted from, under which filters; they stand in the address. */
import type { Place } from "../shell/place.ts";
import type { Month, Present } from "./data.ts";

export type Kind = "requests" | "orders" | "calls";

/** what narrows each list, as the interface has it */
export const filters: Record<Kind, readonly string[]> = {
  requests: ["from", "until", "outcome", "category", "place", "urgent"],
  orders: [
    "unit",
    "category",
    "age",
    "idle",
    "overdue",
    "stage",
    "urgent",
    "from",
    "until",
    "followedFrom",
    "followedUntil",
    "rating",
    "solved",
  ],
  calls: ["from", "until", "missed"],
};

/** of one list nothing stays in the next */
const none: Place = Object.fromEntries(
  [...Object.values(filters).flat(), "order", "request"].map((name) => [name, undefined]),
);

export const closed: Place = { ...none, list: undefined, of: undefined };

/** `of`: what it is, in words */
export const listOf = (list: Kind, of: string, filter: Record<string, string>): Place => ({
  ...none,
  list,
  of,
  ...filter,
});

/** 受理的: as the month's report counts them, all but the refused */
const ACCEPTED = "pending,firstContact,dispatched,withdrawn,merged";

const period = ({ from, until }: Pick<Month, "from" | "until"> | Present["today"]) => ({ from, until });

export const acceptedIn = (at: Pick<Month, "from" | "until">, of: string, filter: Record<string, string> = {}): Place =>
  listOf("requests", of, { ...period(at), outcome: ACCEPTED, ...filter });
export const callsIn = (at: Present["today"], of: string): Place => listOf("calls", of, period(at));
export const ordersOf = (of: string, filter: Record<string, string>): Place => listOf("orders", of, filter);
/** 回访过的: the cohort of the rates of handling and satisfaction */
export const followedIn = (
  { from, until }: Pick<Month, "from" | "until">,
  of: string,
  filter: Record<string, string> = {},
): Place => listOf("orders", of, { followedFrom: from, followedUntil: until, ...filter });
