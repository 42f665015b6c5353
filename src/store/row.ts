/** 行: how the state of each kind of subject is laid out in its table. A field is its column in snake_case. */
import type { CallState } from "../domain/call/call.ts";
import type { CountyMonthState, LeaderDayState, MysteryCallState } from "../domain/county/county.ts";
import type { Ratio } from "../domain/measure/counts.ts";
import type { Assignment, OrderState, ReturnRequest } from "../domain/order/order.ts";
import type { OrderUnit, WorklistRow } from "../domain/order/worklist.ts";
import type { RequestState } from "../domain/request/request.ts";
import { timestamp, type Value } from "./connection/value.ts";

interface Codec {
  write(value: never): Value;
  read(value: never): unknown;
}

const plain: Codec = { write: (value) => value, read: (value) => value };
/** Read as an Instant already. */
const instant: Codec = { write: (at: number | null) => (at === null ? null : timestamp(at)), read: (at) => at };
const ratio: Codec = {
  write: (value: Ratio | null) => value && [value.numerator, value.denominator],
  read: (value: [number, number] | null) => value && { numerator: value[0], denominator: value[1] },
};

const json: Codec = { write: (value) => value && JSON.stringify(value), read: (value) => value };
const nested = new Set([
  "amendments",
  "callbacks",
  "days",
  "extension",
  "followUpAttempts",
  "notices",
  "objections",
  "formerSubUnits",
  "refusal",
  "repeats",
  "runsUnder",
  "verdict",
  "verifications",
]);

interface Field {
  field: string;
  column: string;
  codec: Codec;
}

export interface Layout<T> {
  table: string;
  columns: string[];
  fields: Field[];
  /** never set: carries the type of what the rows hold */
  of?: T;
}

/** `order` can't be a column's bare name in SQL. */
const columnOf = (field: string): string =>
  field === "order" ? "work_order" : field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const codecOf = (field: string, ratios: readonly string[]): Codec =>
  ratios.includes(field) ? ratio : nested.has(field) ? json : /(At|Until)$/.test(field) ? instant : plain;

/** Naming every field of T by a record lets the compiler see one that was forgotten. */
function layout<T>(table: string, names: Record<keyof T, 0>, ratios: readonly (keyof T & string)[] = []): Layout<T> {
  const fields = Object.keys(names).map((field) => ({ field, column: columnOf(field), codec: codecOf(field, ratios) }));
  return { table, columns: fields.map(({ column }) => column), fields };
}

export const callLayout = layout<CallState>("call", {
  id: 0,
  version: 0,
  offeredAt: 0,
  queuedAt: 0,
  answeredAt: 0,
  endedAt: 0,
  agent: 0,
  contact: 0,
  leaderDay: 0,
  callbacks: 0,
  rating: 0,
  ratedAt: 0,
});

export const requestLayout = layout<RequestState>("service_request", {
  id: 0,
  version: 0,
  number: 0,
  acceptedAt: 0,
  type: 0,
  tree: 0,
  category: 0,
  channel: 0,
  place: 0,
  urgent: 0,
  confidential: 0,
  contact: 0,
  text: 0,
  call: 0,
  hotEvent: 0,
  leaderDay: 0,
  outcome: 0,
  settledAt: 0,
  order: 0,
  mergedInto: 0,
  repeats: 0,
  refusal: 0,
  amendments: 0,
  rating: 0,
  ratedAt: 0,
});

export const orderLayout = layout<Omit<OrderState, "assignments" | "returns">>("work_order", {
  id: 0,
  version: 0,
  request: 0,
  number: 0,
  tree: 0,
  category: 0,
  topic: 0,
  urgent: 0,
  complex: 0,
  confidential: 0,
  dispatchedAt: 0,
  informedAt: 0,
  resolvedAt: 0,
  solved: 0,
  reviewedAt: 0,
  reworks: 0,
  reworkedAt: 0,
  extension: 0,
  followUpAttempts: 0,
  followedUpAt: 0,
  followUpChannel: 0,
  rating: 0,
  ratedSolved: 0,
  round: 0,
  reopenedAt: 0,
  reopenDueAt: 0,
  reopenResolvedAt: 0,
  reopenInformedAt: 0,
  reopenFollowedUpAt: 0,
  reopenRating: 0,
  remindedAt: 0,
  supervision: 0,
  supervisedAt: 0,
  alarmedAt: 0,
  notices: 0,
  formerSubUnits: 0,
  withdrawnAt: 0,
  closedAt: 0,
});

export const assignmentLayout = layout<Assignment & { order: string }>("assignment", {
  order: 0,
  no: 0,
  unit: 0,
  role: 0,
  basis: 0,
  dispatchedAt: 0,
  acknowledgedAt: 0,
  deemed: 0,
  dueAt: 0,
  provisional: 0,
  contactedAt: 0,
  extended: 0,
  subUnit: 0,
  handedOnAt: 0,
  runsUnder: 0,
  reportedAt: 0,
  endedAt: 0,
  endedBy: 0,
});

export const returnLayout = layout<ReturnRequest & { order: string }>("return_request", {
  order: 0,
  no: 0,
  assignment: 0,
  requestedAt: 0,
  late: 0,
  bulk: 0,
  text: 0,
  reason: 0,
  verifications: 0,
  convenedAt: 0,
  arbitrated: 0,
  ruling: 0,
  ruledAt: 0,
});

export const worklistLayout = layout<WorklistRow>("worklist", {
  order: 0,
  request: 0,
  number: 0,
  stage: 0,
  lead: 0,
  category: 0,
  urgent: 0,
  supervision: 0,
  dispatchedAt: 0,
  dueAt: 0,
  movedAt: 0,
  extensionPending: 0,
  returnedAgain: 0,
  turnAt: 0,
  limitIn: 0,
  limitAmount: 0,
});

export const orderUnitLayout = layout<OrderUnit>("order_unit", {
  unit: 0,
  order: 0,
  request: 0,
  seenUntil: 0,
  stage: 0,
  category: 0,
  movedAt: 0,
  dispatchedAt: 0,
  dueAt: 0,
  turnAt: 0,
  limitIn: 0,
  limitAmount: 0,
  task: 0,
  cause: 0,
});

export const countyMonthLayout = layout<CountyMonthState>(
  "county_month",
  {
    id: 0,
    version: 0,
    county: 0,
    month: 0,
    deliveredAt: 0,
    offered: 0,
    answered: 0,
    firstContact: 0,
    onTime: 0,
    followUp: 0,
    satisfaction: 0,
    accuracy: 0,
    days: 0,
    objections: 0,
    verdict: 0,
  },
  ["firstContact", "onTime", "followUp", "satisfaction"],
);

export const mysteryCallLayout = layout<MysteryCallState>("mystery_call", {
  id: 0,
  version: 0,
  county: 0,
  calledAt: 0,
  secondsToAnswer: 0,
  voiceMenu: 0,
  connection: 0,
  etiquette: 0,
  knowledge: 0,
  followUp: 0,
});

export const leaderDayLayout = layout<LeaderDayState>("leader_day", { id: 0, version: 0, date: 0, unit: 0 });

/** 写成一行: the platform first, then the fields in the layout's order. */
export function toRow<T>({ fields }: Layout<T>, platform: string, state: T): Value[] {
  const row: Value[] = [platform];
  for (const { field, codec } of fields)
    row.push(codec.write(((state as Record<string, unknown>)[field] ?? null) as never));
  return row;
}

/** 读成状态: the fields of one row. */
export function fromRow<T>({ fields }: Layout<T>, row: Record<string, unknown>): T {
  const state: Record<string, unknown> = {};
  for (const { field, column, codec } of fields) state[field] = codec.read(row[column] as never);
  return state as T;
}
