/** 账本: histories written event by event; numbers, ids and versions take care of themselves. */
import type { EventData, EventKind, Id, LedgerEvent, RecordBatch, Subject } from "../../src/domain/ledger/event.ts";

export interface Ledger extends RecordBatch {
  id(): Id;
  /** the next event of a subject */
  add<K extends EventKind>(subject: Subject, id: Id, kind: K, at: number, data: EventData[K]): Id;
  call(at: number, data?: Partial<EventData["callEnded"]>): Id;
  request(at: number, data?: Partial<EventData["requestAccepted"]>): Id;
  /** dispatches a request: its work order with a first assignment */
  order(at: number, request: Id, unit: string, data?: Partial<EventData["orderDispatched"]>): Id;
}

const accepted: EventData["requestAccepted"] = {
  number: "",
  type: "咨询",
  tree: "t1",
  category: "c1",
  channel: "phone",
  place: null,
  urgent: false,
  confidential: false,
  contact: null,
  text: null,
  call: null,
  hotEvent: null,
  leaderDay: null,
  mergedInto: null,
};

const dispatched = { tree: "t1", category: "c1", topic: null, assignment: 1, role: "lead", basis: null } as const;

export function ledger(start = 0): Ledger {
  let made = start;
  const versions = new Map<Id, number>();
  const one: Ledger = {
    events: [],
    contacts: [],
    texts: [],
    id: () => {
      made += 1;
      return `01840000-0000-7000-8000-${made.toString(16).padStart(12, "0")}`;
    },
    add: (subject, id, kind, at, data) => {
      const version = (versions.get(id) ?? 0) + 1;
      versions.set(id, version);
      one.events.push({ subject, id, version, kind, at, by: "test", data } as LedgerEvent);
      return id;
    },
    call: (at, data) => {
      const ended = { offeredAt: at, queuedAt: at, answeredAt: at, endedAt: at, agent: null, contact: null };
      return one.add("call", one.id(), "callEnded", at, { ...ended, leaderDay: null, ...data });
    },
    request: (at, data) => {
      const id = one.id();
      return one.add("request", id, "requestAccepted", at, { ...accepted, number: `N${made}`, ...data });
    },
    order: (at, request, unit, data) => {
      const id = one.id();
      one.add("request", request, "requestDispatched", at, { order: id });
      return one.add("order", id, "orderDispatched", at, { ...dispatched, request, number: `W${made}`, unit, ...data });
    },
  };
  return one;
}
