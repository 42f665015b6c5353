import type { OrderState } from "./order.ts";

type Given =
  | "id"
  | "version"
  | "request"
  | "number"
  | "tree"
  | "category"
  | "topic"
  | "urgent"
  | "complex"
  | "confidential"
  | "dispatchedAt"
  | "assignments";

/** 尚未办理: what a work order holds as long as nothing has happened to it but its dispatch. */
export const untouched: Omit<OrderState, Given> = {
  returns: [],
  informedAt: null,
  resolvedAt: null,
  solved: null,
  reviewedAt: null,
  reworks: 0,
  reworkedAt: null,
  extension: null,
  followUpAttempts: [],
  followedUpAt: null,
  followUpChannel: null,
  rating: null,
  ratedSolved: null,
  round: 1,
  reopenedAt: null,
  reopenDueAt: null,
  reopenResolvedAt: null,
  reopenInformedAt: null,
  reopenFollowedUpAt: null,
  reopenRating: null,
  remindedAt: null,
  supervision: null,
  supervisedAt: null,
  alarmedAt: null,
  notices: [],
  formerSubUnits: [],
  withdrawnAt: null,
  closedAt: null,
};
