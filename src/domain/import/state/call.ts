import type { CallState } from "../../call/call.ts";
import type { Values } from "../column.ts";
import { given, type Identity, type References } from "./given.ts";

const FIELDS = ["offeredAt", "queuedAt", "answeredAt", "endedAt", "agent", "callbacks", "rating", "ratedAt"] as const;

const blank: Partial<CallState> = {
  queuedAt: null,
  answeredAt: null,
  agent: null,
  contact: null,
  leaderDay: null,
  callbacks: [],
  rating: null,
  ratedAt: null,
};

/** 话务行 → 来电: over what is known of it already. */
export const callFrom = (values: Values, identity: Identity, refs: References, before: CallState | null): CallState =>
  ({
    ...blank,
    ...before,
    ...given<CallState>(values, FIELDS),
    ...given<CallState>({ ...refs }, ["contact", "leaderDay"]),
    ...identity,
  }) as CallState;
