import { anonymous } from "../domain/access/anonymise.ts";
import type { CivilDate, Instant } from "../domain/calendar/civil.ts";
import type { EventData, EventKind, Id, LedgerEvent } from "../domain/ledger/event.ts";
import { applyOrder } from "../domain/order/apply.ts";
import type { OrderState } from "../domain/order/order.ts";
import { leadOf, roundOf, type Stage, stageOf } from "../domain/order/stage.ts";
import type { Rating } from "../domain/rule/rulebook.ts";
import { surnameOnly } from "./surname.ts";

export type TrailKind =
  | "dispatched"
  | "acknowledged"
  | "returnRequested"
  | "returnVerified"
  | "returnAccepted"
  | "returnRejected"
  | "informed"
  | "resolved"
  | "reworkDemanded"
  | "followedUp"
  | "reopened"
  | "withdrawn";

/** 经过的一步 */
export interface TrailStep {
  on: CivilDate;
  what: TrailKind;
  /** printed name of the unit that did it, or to which it was done */
  unit: string | null;
  /** 超期: after the limit that applied */
  late: boolean;
  /** reason, answer or comment, in the words of whoever gave it */
  text: string | null;
  rating?: Rating;
}

/** 案例: one matter as the report may tell it: surname only, place no more precise than the case needs. */
export interface CaseFacts {
  /** the request it tells of */
  id: Id;
  /** the office's own headline; without one it is made from the facts */
  title?: string;
  citizen: string | null;
  acceptedOn: CivilDate;
  topic: string;
  place: string | null;
  request: string | null;
  trail: TrailStep[];
}

/** 写定的案例: as somebody chose and edited it */
export interface WrittenCase {
  id: Id;
  title: string;
  written: string;
}

/** 跟踪的案例: a case that an earlier report told, what happened in this period, and where it stands at its end */
export interface FollowedCase {
  /** the request it tells of */
  id: Id;
  title: string;
  acceptedOn: CivilDate;
  trail: TrailStep[];
  /** to whom it was dispatched before that */
  sentBefore: string[];
  stands: Stage | "merged";
  /** printed name of the unit that leads it */
  unit: string;
  rating: Rating | null;
  /** past its deadline without a resolution */
  overdue: boolean;
}

/** What the ledger and the sealed table hold on one dispatched matter. */
export interface CaseRecord {
  events: LedgerEvent[];
  texts: ReadonlyMap<string, string>;
  contactName: string | null;
}

/** Printed names of codes, and the civil date of an instant in the platform's zone. */
export interface CaseNames {
  unit(code: string): string;
  category(code: string): string;
  place(code: string): string;
  day(at: Instant): CivilDate;
}

/** 案例事实: folds one matter's events into what its case may print. Refuses (null) a matter without an acceptance. */
export function caseFacts(record: CaseRecord, names: CaseNames): CaseFacts | null {
  const accepted = record.events.find(is("requestAccepted"));
  if (!accepted) return null;
  const dispatched = record.events.find(is("orderDispatched"));
  const { category, place, text } = accepted.data;
  const named = dispatched?.data.topic ?? null;
  return {
    id: accepted.id,
    citizen: record.contactName === null ? null : surnameOnly(record.contactName),
    acceptedOn: names.day(accepted.at),
    topic:
      named === null ? names.category(dispatched?.data.category ?? category) : withoutPerson(named, record.contactName),
    place: place === null ? null : names.place(place),
    request: words(text, record),
    trail: trailOf(record, names),
  };
}

/** 跟踪一件: folds its events up to an instant; its trail from `first` on. Null for a matter that was never dispatched. */
export function followedCase(
  record: CaseRecord,
  names: CaseNames,
  { title, first, until }: { title: string; first: CivilDate; until: Instant },
): FollowedCase | null {
  const facts = caseFacts(record, names);
  const order = record.events.filter(({ subject }) => subject === "order").reduce<OrderState | null>(applyOrder, null);
  if (facts === null || order === null) return null;
  const { resolvedAt, rating } = roundOf(order);
  const dueAt = order.reopenedAt === null ? leadOf(order).dueAt : order.reopenDueAt;
  return {
    ...{ id: facts.id, title, acceptedOn: facts.acceptedOn, rating },
    trail: facts.trail.filter(({ on }) => on >= first),
    sentBefore: facts.trail.flatMap(({ on, what, unit }) => (on < first && what === "dispatched" ? (unit ?? []) : [])),
    stands: record.events.some(is("requestMerged")) ? "merged" : stageOf(order),
    unit: names.unit(leadOf(order).unit),
    overdue: resolvedAt === null && dueAt !== null && dueAt < until,
  };
}

/** 隐去个人信息: the citizen's full name becomes the surname; the rest as nobody can tell who it was. */
function words(id: string | null | undefined, { texts, contactName }: CaseRecord): string | null {
  const text = id == null ? null : (texts.get(id) ?? null);
  return text === null ? null : withoutPerson(text, contactName);
}

/** 隐去个人信息 in a text that a report may tell; the same when somebody has written it anew. */
export function withoutPerson(text: string, contactName: string | null): string {
  const unnamed = contactName ? text.replaceAll(contactName, surnameOnly(contactName)) : text;
  return anonymous(unnamed);
}

const is =
  <K extends EventKind>(kind: K) =>
  (event: LedgerEvent): event is LedgerEvent<K> =>
    event.kind === kind;

function trailOf(record: CaseRecord, names: CaseNames): TrailStep[] {
  const units = new Map<number, string>();
  const dueAt = new Map<number, Instant>();
  let lead: number | null = null;
  return record.events.flatMap((event) => {
    const data = event.data as Partial<EventData["orderDispatched"] & EventData["orderAcknowledged"]>;
    if (event.kind === "orderDispatched") {
      units.set(data.assignment!, names.unit(data.unit!));
      if (data.role === "lead") lead = data.assignment!;
    }
    if (data.assignment !== undefined && data.dueAt !== undefined) dueAt.set(data.assignment, data.dueAt);
    const read = readers[event.kind];
    if (!read) return [];
    const { what, late, text, unit, rating } = read(event.data as never, event.at, dueAt);
    const named = unit === undefined ? units.get(data.assignment ?? lead ?? 0) : names.unit(unit);
    return [
      {
        on: names.day(event.at),
        what,
        unit: named ?? null,
        late: late ?? false,
        text: words(text, record),
        ...(rating && { rating }),
      },
    ];
  });
}

interface Reading {
  what: TrailKind;
  late?: boolean;
  text?: string | null;
  unit?: string;
  rating?: Rating;
}

/** which events a trail tells, and what each of them says */
const readers: { [K in EventKind]?: (data: EventData[K], at: Instant, dueAt: Map<number, Instant>) => Reading } = {
  orderDispatched: ({ unit }) => ({ what: "dispatched", unit }),
  orderAcknowledged: () => ({ what: "acknowledged" }),
  returnRequested: ({ late, text }) => ({ what: "returnRequested", late, text }),
  returnVerified: ({ unit, text }) => ({ what: "returnVerified", unit, text }),
  returnAccepted: ({ text }) => ({ what: "returnAccepted", text }),
  returnRejected: ({ text }) => ({ what: "returnRejected", text }),
  citizenInformed: () => ({ what: "informed" }),
  orderResolved: ({ assignment, publicText }, at, dueAt) => ({
    what: "resolved",
    late: at >= (dueAt.get(assignment) ?? Number.POSITIVE_INFINITY),
    text: publicText,
  }),
  reworkDemanded: ({ text }) => ({ what: "reworkDemanded", text }),
  followUpConcluded: ({ rating, text }) => ({ what: "followedUp", rating, text }),
  orderReopened: () => ({ what: "reopened" }),
  orderWithdrawn: ({ text }) => ({ what: "withdrawn", text }),
};
