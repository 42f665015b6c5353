import type { EventData, EventKind, LedgerEvent } from "../ledger/event.ts";
import type { Assignment, OrderState, ReturnRequest } from "./order.ts";

type Change = Partial<OrderState>;
type Fold<K extends EventKind> = (order: OrderState, data: EventData[K], at: number) => Change;

const assignment = (order: OrderState, no: number, change: Partial<Assignment>): Change => ({
  assignments: order.assignments.map((one) => (one.no === no ? { ...one, ...change } : one)),
});

const ruled = (order: OrderState, no: number, ruling: ReturnRequest["ruling"], at: number): Change => ({
  returns: order.returns.map((one) => (one.no === no ? { ...one, ruling, ruledAt: at } : one)),
});

/** An accepted return ends the assignment it was asked for. */
function accept(order: OrderState, returnNo: number, at: number): Change {
  const of = order.returns.find((one) => one.no === returnNo)?.assignment ?? 0;
  return { ...ruled(order, returnNo, "accepted", at), ...assignment(order, of, { endedAt: at }) };
}

const assigned = (data: EventData["orderDispatched"], at: number): Assignment => ({
  no: data.assignment,
  unit: data.unit,
  role: data.role,
  basis: data.basis,
  dispatchedAt: at,
  acknowledgedAt: null,
  deemed: false,
  dueAt: null,
  provisional: false,
  contactedAt: null,
  extended: false,
  endedAt: null,
});

const beforeFollowUp = (order: OrderState, change: Change): Change => (order.followedUpAt === null ? change : {});

const folds: { [K in EventKind]?: Fold<K> } = {
  orderDispatched: (order, data, at) => ({ assignments: [...order.assignments, assigned(data, at)] }),
  orderAcknowledged: (order, data, at) =>
    assignment(order, data.assignment, {
      acknowledgedAt: at,
      deemed: data.deemed,
      dueAt: data.dueAt,
      provisional: data.provisional,
    }),
  citizenContacted: (order, data, at) => assignment(order, data.assignment, { contactedAt: at }),
  returnRequested: (order, data, at) => ({
    returns: [
      ...order.returns,
      {
        no: data.returnNo,
        assignment: data.assignment,
        requestedAt: at,
        late: data.late,
        bulk: data.bulk,
        text: data.text,
        ruling: null,
        ruledAt: null,
      },
    ],
  }),
  returnVerified: () => ({}),
  returnAccepted: (order, data, at) => accept(order, data.returnNo, at),
  returnRejected: (order, data, at) => ruled(order, data.returnNo, "rejected", at),
  extensionGranted: (order, data) =>
    assignment(order, data.assignment, { dueAt: data.dueAt, provisional: data.provisional, extended: true }),
  citizenInformed: (order, _, at) => beforeFollowUp(order, order.informedAt === null ? { informedAt: at } : {}),
  orderResolved: (order, data, at) =>
    order.followedUpAt === null ? { resolvedAt: at, solved: data.solved } : { reopenResolvedAt: at },
  reworkDemanded: (order) => beforeFollowUp(order, { resolvedAt: null, solved: null }),
  followUpConcluded: (order, data, at) =>
    beforeFollowUp(order, {
      followedUpAt: at,
      followUpChannel: data.channel,
      rating: data.rating,
      ratedSolved: data.solved,
    }),
  orderReopened: (_, data, at) => ({
    round: data.round,
    reopenedAt: at,
    reopenDueAt: data.dueAt,
    reopenResolvedAt: null,
  }),
  orderReminded: () => ({}),
  orderSupervised: (_, data) => ({ supervision: data.level }),
  orderWithdrawn: (_, __, at) => ({ withdrawnAt: at }),
  orderClosed: (_, __, at) => ({ closedAt: at }),
};

const created = (event: LedgerEvent): OrderState => {
  const data = event.data as EventData["orderDispatched"];
  return {
    id: event.id,
    version: event.version,
    request: data.request,
    number: data.number,
    tree: data.tree,
    category: data.category,
    topic: data.topic,
    dispatchedAt: event.at,
    assignments: [assigned(data, event.at)],
    returns: [],
    informedAt: null,
    resolvedAt: null,
    solved: null,
    followedUpAt: null,
    followUpChannel: null,
    rating: null,
    ratedSolved: null,
    round: 1,
    reopenedAt: null,
    reopenDueAt: null,
    reopenResolvedAt: null,
    supervision: null,
    withdrawnAt: null,
    closedAt: null,
  };
};

/** 工单折叠: the work order's state after an event. Throws on an event that no work order can have: a bug, not input. */
export function applyOrder(order: OrderState | null, event: LedgerEvent): OrderState {
  if (event.kind === "imported")
    return { ...(event.data as { order: OrderState }).order, id: event.id, version: event.version };
  if (!order) {
    if (event.kind !== "orderDispatched") throw new Error(`${event.kind} cannot begin a work order`);
    return created(event);
  }
  const fold = folds[event.kind] as Fold<EventKind> | undefined;
  if (!fold) throw new Error(`${event.kind} is no event of a work order`);
  return { ...order, ...fold(order, event.data, event.at), version: event.version };
}

/** 主办: the assignment that leads at that instant, or null before the first dispatch. */
export function leadAt(order: OrderState, at: number): Assignment | null {
  return order.assignments.findLast((one) => one.role === "lead" && one.dispatchedAt <= at) ?? null;
}
