import type { RequestState } from "../../request/request.ts";
import type { Values } from "../column.ts";
import { given, type Identity, type References } from "./given.ts";

const FIELDS = [
  "number",
  "acceptedAt",
  "type",
  "tree",
  "category",
  "channel",
  "place",
  "urgent",
  "confidential",
  "hotEvent",
  "outcome",
  "settledAt",
  "rating",
  "ratedAt",
] as const;

const blank: Partial<RequestState> = {
  channel: "phone",
  place: null,
  urgent: false,
  confidential: false,
  contact: null,
  text: null,
  call: null,
  hotEvent: null,
  leaderDay: null,
  outcome: "pending",
  settledAt: null,
  order: null,
  mergedInto: null,
  repeats: [],
  refusal: null,
  amendments: [],
  rating: null,
  ratedAt: null,
};

/** Version of the category tree where the file names none. */
const TREE = "1";

export interface RequestReferences extends References {
  call?: string | null;
  mergedInto?: string | null;
  amendments?: RequestState["amendments"];
}

/** 诉求行 → 诉求: over what is known of it already; an outcome without a time is taken as reached at once. */
export function requestFrom(
  values: Values,
  identity: Identity,
  refs: RequestReferences,
  before: RequestState | null,
): RequestState {
  const state = {
    ...blank,
    ...before,
    ...given<RequestState>(values, FIELDS),
    ...given<RequestState>({ ...refs }, ["contact", "text", "call", "leaderDay", "mergedInto", "amendments"]),
    ...identity,
  } as RequestState;
  const { refusalReason: reason, refusalRoute: route } = values as Record<string, string | null | undefined>;
  const refusal = reason === undefined ? state.refusal : reason === null ? null : { reason, route: route ?? "" };
  const settledAt = state.outcome === "pending" ? state.settledAt : (state.settledAt ?? state.acceptedAt);
  return { ...state, tree: state.tree ?? TREE, refusal, settledAt };
}

/** 诉求已派发: the request as its work order shows it; undefined where it says so already. */
export function withOrder(request: RequestState, order: string, dispatchedAt: number): RequestState | undefined {
  if (request.order === order) return undefined;
  const isPending = request.outcome === "pending";
  return {
    ...request,
    order,
    outcome: isPending ? "dispatched" : request.outcome,
    settledAt: request.settledAt ?? dispatchedAt,
    version: request.version + 1,
  };
}
