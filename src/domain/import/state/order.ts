import type { Assignment, Extension, OrderState, ReturnRequest } from "../../order/order.ts";
import { untouched } from "../../order/untouched.ts";
import type { Rating } from "../../rule/rulebook.ts";
import type { Values } from "../column.ts";
import { given, type Identity } from "./given.ts";

const FIELDS = [
  "number",
  "tree",
  "category",
  "topic",
  "urgent",
  "complex",
  "confidential",
  "dispatchedAt",
  "informedAt",
  "resolvedAt",
  "solved",
  "reviewedAt",
  "reworks",
  "reworkedAt",
  "followUpAttempts",
  "round",
  "reopenedAt",
  "reopenDueAt",
  "reopenResolvedAt",
  "reopenInformedAt",
  "reopenFollowedUpAt",
  "reopenRating",
  "remindedAt",
  "supervision",
  "supervisedAt",
  "alarmedAt",
  "notices",
  "formerSubUnits",
  "withdrawnAt",
  "closedAt",
] as const;

const LEAD_FIELDS = ["unit", "dispatchedAt", "acknowledgedAt", "deemed", "dueAt", "contactedAt", "extended"] as const;

const blank: Partial<OrderState> = {
  topic: null,
  urgent: false,
  complex: false,
  confidential: false,
  assignments: [],
  ...untouched,
};

const emptyAssignment = {
  basis: null,
  acknowledgedAt: null,
  deemed: false,
  dueAt: null,
  provisional: false,
  contactedAt: null,
  extended: false,
  subUnit: null,
  handedOnAt: null,
  runsUnder: null,
  reportedAt: null,
  endedAt: null,
  endedBy: null,
};

const emptyReturn = { reason: null, verifications: [], convenedAt: null, arbitrated: false };

/** 派发: the trail where the row has one, else the lead unit and the assisting ones of its own columns. */
export function assignmentsFrom(values: Values, before: Assignment[]): Assignment[] {
  const trail = values.assignments as Assignment[] | null | undefined;
  if (trail) return trail.map((step) => ({ ...emptyAssignment, ...step }));
  const known = before.length > 0 ? before[0] : {};
  const lead = { ...emptyAssignment, ...known, ...given<Assignment>(values, LEAD_FIELDS), no: 1, role: "lead" };
  const assisting = (values.assisting as string[] | undefined) ?? [];
  const others = assisting.map((unit, at) => ({
    ...emptyAssignment,
    no: at + 2,
    role: "assisting",
    unit,
    dispatchedAt: values.dispatchedAt,
  }));
  return [lead, ...(values.assisting === undefined ? before.slice(1) : others)] as Assignment[];
}

/** 退单: the trail where the row has one, else the one return of its own columns. */
export function returnsFrom(values: Values, before: ReturnRequest[]): ReturnRequest[] {
  const trail = values.returns as ReturnRequest[] | null | undefined;
  if (trail) return trail.map((step) => ({ ...emptyReturn, ...step }));
  if (values.returnRequestedAt === undefined) return values.returns === null ? [] : before;
  if (values.returnRequestedAt === null) return [];
  return [
    {
      ...emptyReturn,
      no: 1,
      assignment: 1,
      requestedAt: values.returnRequestedAt as number,
      late: values.returnLate === true,
      bulk: null,
      text: null,
      ruling: (values.returnRuling as ReturnRequest["ruling"]) ?? null,
      ruledAt: (values.returnRuledAt as number | null) ?? null,
    },
  ];
}

/** 延期申请: once in an order's life, so the first of the trail; undefined where the file has no such column. */
export function extensionFrom(values: Values): Extension | null | undefined {
  const trail = values.extension as Extension[] | null | undefined;
  return trail === undefined ? undefined : (trail?.[0] ?? null);
}

/** 工单行 → 工单: over what is known of it already; its category is the request's where the file names none. */
export function orderFrom(
  values: Values,
  identity: Identity,
  of: Pick<OrderState, "request" | "tree" | "category" | "returns" | "extension">,
  before: OrderState | null,
): OrderState {
  const stated = given<OrderState>(values, FIELDS);
  const known = before ?? { tree: of.tree, category: of.category };
  return {
    ...blank,
    ...known,
    ...stated,
    category: stated.category ?? known.category,
    tree: stated.tree ?? known.tree,
    request: of.request,
    assignments: assignmentsFrom(values, before?.assignments ?? []),
    returns: of.returns,
    extension: of.extension,
    ...identity,
  } as OrderState;
}

/** 回访行 → 工单: the order with its first concluded follow-up. */
export const withFollowUp = (order: OrderState, values: Values): OrderState => ({
  ...order,
  followedUpAt: values.followedUpAt as number,
  rating: values.rating as Rating,
  followUpChannel:
    (values.followUpChannel as OrderState["followUpChannel"] | undefined) ?? order.followUpChannel ?? "phone",
  ratedSolved: values.ratedSolved === undefined ? order.ratedSolved : (values.ratedSolved as boolean | null),
  version: order.version + 1,
});
