import type { EventData, EventKind, LedgerEvent } from "../ledger/event.ts";
import type { Assignment, OrderState, ReturnRequest, Verification } from "./order.ts";
import { untouched } from "./untouched.ts";

type Change = Partial<OrderState>;
type Fold<K extends EventKind> = (order: OrderState, data: EventData[K], at: number) => Change;

const assignment = (order: OrderState, no: number, change: Partial<Assignment>): Change => ({
  assignments: order.assignments.map((one) => (one.no === no ? { ...one, ...change } : one)),
});

const returned = (order: OrderState, no: number, change: (one: ReturnRequest) => Partial<ReturnRequest>): Change => ({
  returns: order.returns.map((one) => (one.no === no ? { ...one, ...change(one) } : one)),
});

const ruled = (order: OrderState, no: number, ruling: ReturnRequest["ruling"], at: number): Change =>
  returned(order, no, () => ({ ruling, ruledAt: at }));

/** An answer that nobody's question is known of stands on its own. */
function answered(one: ReturnRequest, unit: string, competent: boolean | null, at: number): Verification[] {
  const asked = one.verifications.findLastIndex((each) => each.unit === unit && each.answeredAt === null);
  if (asked < 0) return [...one.verifications, { unit, askedAt: at, answeredAt: at, competent }];
  return one.verifications.with(asked, { ...one.verifications[asked]!, answeredAt: at, competent });
}

/** An accepted return ends the assignment it was asked for. */
function accept(order: OrderState, returnNo: number, at: number): Change {
  const of = order.returns.find((one) => one.no === returnNo)?.assignment ?? 0;
  return { ...ruled(order, returnNo, "accepted", at), ...assignment(order, of, { endedAt: at, endedBy: "return" }) };
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
  subUnit: null,
  handedOnAt: null,
  runsUnder: null,
  reportedAt: null,
  endedAt: null,
  endedBy: null,
});

/** The first round keeps what its first follow-up found; later rounds have fields of their own. */
const byRound = (order: OrderState, first: Change, later: Change): Change =>
  order.followedUpAt === null ? first : later;

const rulesExtension = (order: OrderState, ruling: "granted" | "refused", at: number): Change =>
  order.extension === null ? {} : { extension: { ...order.extension, ruling, ruledAt: at } };

/** Handed on to another: whoever had it until now is left with what he has seen. */
const takenFrom = (order: OrderState, { assignment: no, unit }: EventData["assignmentHandedOn"], at: number) =>
  order.assignments.flatMap(({ no: of, subUnit }) =>
    of !== no || subUnit === null || subUnit === unit ? [] : [{ unit: subUnit, seenUntil: at }],
  );

const folds: { [K in EventKind]?: Fold<K> } = {
  orderDispatched: (order, data, at) => ({
    assignments: [...order.assignments, assigned(data, at)],
    complex: data.complex ?? order.complex,
  }),
  orderAcknowledged: (order, data, at) =>
    assignment(order, data.assignment, {
      acknowledgedAt: at,
      deemed: data.deemed,
      dueAt: data.dueAt,
      provisional: data.provisional,
      runsUnder: data.runsUnder ?? null,
    }),
  assignmentHandedOn: (order, data, at) => ({
    ...assignment(order, data.assignment, { subUnit: data.unit, handedOnAt: at }),
    formerSubUnits: [...order.formerSubUnits, ...takenFrom(order, data, at)],
  }),
  assignmentTakenBack: (order, data, at) => assignment(order, data.assignment, { endedAt: at, endedBy: "redispatch" }),
  partReported: (order, data, at) => assignment(order, data.assignment, { reportedAt: at }),
  unitContactLogged: () => ({}),
  attachmentAdded: () => ({}),
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
        reason: data.reason ?? null,
        verifications: [],
        convenedAt: null,
        arbitrated: false,
        ruling: null,
        ruledAt: null,
      },
    ],
  }),
  verificationAsked: (order, { returnNo, unit }, at) =>
    returned(order, returnNo, ({ verifications }) => ({
      verifications: [...verifications, { unit, askedAt: at, answeredAt: null, competent: null }],
    })),
  returnVerified: (order, { returnNo, unit, competent }, at) =>
    returned(order, returnNo, (one) => ({ verifications: answered(one, unit, competent ?? null, at) })),
  arbitrationConvened: (order, data, at) => returned(order, data.returnNo, () => ({ convenedAt: at })),
  arbitrationConcluded: (order, data) => returned(order, data.returnNo, () => ({ arbitrated: true })),
  returnAccepted: (order, data, at) => accept(order, data.returnNo, at),
  returnRejected: (order, data, at) => ruled(order, data.returnNo, "rejected", at),
  extensionRequested: (_, { assignment, amount, text }, at) => ({
    extension: { assignment, amount, text, askedAt: at, ruling: null, ruledAt: null },
  }),
  extensionRefused: (order, _, at) => rulesExtension(order, "refused", at),
  extensionGranted: (order, data, at) => ({
    ...assignment(order, data.assignment, { dueAt: data.dueAt, provisional: data.provisional, extended: true }),
    ...rulesExtension(order, "granted", at),
  }),
  citizenInformed: (order, _, at) =>
    byRound(order, { informedAt: order.informedAt ?? at }, { reopenInformedAt: order.reopenInformedAt ?? at }),
  orderResolved: (order, data, at) => byRound(order, { resolvedAt: at, solved: data.solved }, { reopenResolvedAt: at }),
  resolutionPassed: (_, __, at) => ({ reviewedAt: at }),
  reworkDemanded: (order, _, at) => ({
    ...byRound(order, { resolvedAt: null, solved: null }, { reopenResolvedAt: null }),
    reviewedAt: null,
    // what was asked about the poor resolution is no question about the next one
    followUpAttempts: [],
    reworks: order.reworks + 1,
    reworkedAt: at,
  }),
  followUpAttempted: (order, { channel }, at) => ({ followUpAttempts: [...order.followUpAttempts, { at, channel }] }),
  followUpConcluded: (order, data, at) =>
    byRound(
      order,
      { followedUpAt: at, followUpChannel: data.channel, rating: data.rating, ratedSolved: data.solved },
      { reopenFollowedUpAt: at, reopenRating: data.rating },
    ),
  orderReopened: (_, data, at) => ({
    round: data.round,
    reopenedAt: at,
    reopenDueAt: data.dueAt,
    reopenResolvedAt: null,
    reopenInformedAt: null,
    reopenFollowedUpAt: null,
    reopenRating: null,
    reviewedAt: null,
    followUpAttempts: [],
  }),
  orderReminded: (_, __, at) => ({ remindedAt: at }),
  alarmRaised: (_, __, at) => ({ alarmedAt: at }),
  orderSupervised: (_, data, at) => ({ supervision: data.level, supervisedAt: at }),
  noticeGiven: (order, { no, kind, text }, at) => ({
    notices: [...order.notices, { no, kind, text, at, receipt: null, answeredAt: null }],
  }),
  noticeAnswered: (order, { no, receipt }, at) => ({
    notices: order.notices.map((one) => (one.no === no ? { ...one, receipt, answeredAt: at } : one)),
  }),
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
    urgent: data.urgent ?? false,
    complex: data.complex ?? false,
    confidential: data.confidential ?? false,
    dispatchedAt: event.at,
    assignments: [assigned(data, event.at)],
    ...untouched,
  };
};

/** 工单折叠: the work order's state after an event. Throws on an event that no work order can have: a bug, not input. */
export function applyOrder(order: OrderState | null, event: LedgerEvent): OrderState {
  if (event.kind === "imported")
    // what an earlier release imported says nothing of what came later
    return { ...untouched, ...(event.data as { order: OrderState }).order, id: event.id, version: event.version };
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
