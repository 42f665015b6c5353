/** 留下的事件: what each action writes once it is allowed. Deadlines and lateness are worked out here, from the rules. */
import type { Instant } from "../calendar/civil.ts";
import type { EventData, EventKind } from "../ledger/event.ts";
import type { Action, ActionInput } from "./action.ts";
import type { Ask } from "./ask.ts";
import { counted } from "./conditions.ts";
import type { OrderState } from "./order.ts";
import { type Rules, resolveLimit } from "./rules.ts";
import { leadOf, partOf, pendingReturn, stageOf } from "./stage.ts";
import { unmovedSince } from "./unmoved.ts";

/** 一条待记的事件: of the order, or of its request. */
export type Left = {
  [K in EventKind]: { kind: K; data: EventData[K]; request?: { id: string; version: number } };
}[EventKind];
type Leaves<A extends Action> = (ask: Ask, input: ActionInput[A]) => Left[];

const part = ({ order, by }: Ask) => partOf(order, by.unit)!.no;
const returnNo = ({ order }: Ask) => pendingReturn(order)!.no;

/** 签收的结果: the clock that starts. */
export function acknowledged(order: OrderState, assignment: number, deemed: boolean, at: Instant, rules: Rules): Left {
  const runsUnder = resolveLimit(rules, order, at);
  const { instant: dueAt, provisional } = rules.end(runsUnder, at);
  return { kind: "orderAcknowledged", data: { assignment, deemed, dueAt, provisional, runsUnder } };
}

const identityOf = ({ request, number, tree, category, topic, urgent, confidential }: OrderState) => ({
  request,
  number,
  tree,
  category,
  topic,
  urgent,
  confidential,
});

/** Words that may be left out. */
const saying = (text: string | null) => (text === null ? {} : { text });

type To = { unit: string; basis: string | null; complex?: boolean };

const sent = ({ order }: Ask, { unit, basis, complex }: To, role: "lead" | "assisting"): Left => ({
  kind: "orderDispatched",
  data: {
    ...identityOf(order),
    complex: complex ?? order.complex,
    assignment: order.assignments.length + 1,
    role,
    unit,
    basis,
  },
});

/** The longer limit counts from where the clock started, so that both days and hours simply add up. */
function extended({ order, rules }: Ask): Left {
  const lead = leadOf(order);
  const limit = lead.runsUnder!;
  const amount = limit.amount + order.extension!.amount;
  const { instant: dueAt, provisional } = rules.end({ amount, in: limit.in }, lead.acknowledgedAt!);
  return { kind: "extensionGranted", data: { assignment: lead.no, dueAt, provisional } };
}

function concluded(ask: Ask, { unit, directory, text }: ActionInput["concludeArbitration"]): Left[] {
  const no = returnNo(ask);
  const conclusion: Left = { kind: "arbitrationConcluded", data: { returnNo: no, unit, directory, text } };
  if (unit === leadOf(ask.order).unit) return [conclusion, { kind: "returnRejected", data: { returnNo: no, text } }];
  const accepted: Left = { kind: "returnAccepted", data: { returnNo: no, text } };
  return [conclusion, accepted, sent(ask, { unit, basis: "arbitration" }, "lead")];
}

function reopened({ order, rules, now }: Ask, text: string): Left {
  const { instant: dueAt, provisional } = rules.end(resolveLimit(rules, order, now), now);
  return { kind: "orderReopened", data: { round: order.round + 1, dueAt, provisional, text } };
}

export const leaves: { [A in Exclude<Action, "dispatch">]: Leaves<A> } = {
  assist: (ask, { unit }) => [sent(ask, { unit, basis: null }, "assisting")],
  redispatch: (ask, { text, ...to }) => {
    const again = sent(ask, to, "lead");
    if (stageOf(ask.order) === "returned") return [{ ...again, data: { ...again.data, ...saying(text) } } as Left];
    return [{ kind: "assignmentTakenBack", data: { assignment: leadOf(ask.order).no, text } }, again];
  },
  acknowledge: (ask) => [acknowledged(ask.order, part(ask), false, ask.now, ask.rules)],
  deemAcknowledged: () => [],
  handOn: (ask, { unit }) => [{ kind: "assignmentHandedOn", data: { assignment: part(ask), unit } }],
  contact: (ask, { text }) => [{ kind: "citizenContacted", data: { assignment: part(ask), ...saying(text) } }],
  requestReturn: (ask, { reason, text, bulk }) => [
    {
      kind: "returnRequested",
      data: {
        returnNo: ask.order.returns.length + 1,
        assignment: part(ask),
        late: counted.lateReturn(ask),
        bulk,
        text,
        reason,
      },
    },
  ],
  askVerification: (ask, { unit, text }) => [
    { kind: "verificationAsked", data: { returnNo: returnNo(ask), unit, text } },
  ],
  answerVerification: (ask, { competent, text }) => [
    { kind: "returnVerified", data: { returnNo: returnNo(ask), unit: ask.by.unit!, text, competent } },
  ],
  acceptReturn: (ask, { to, text }) => [
    { kind: "returnAccepted", data: { returnNo: returnNo(ask), text } },
    ...(to ? [sent(ask, to, "lead")] : []),
  ],
  rejectReturn: (ask, { text }) => [{ kind: "returnRejected", data: { returnNo: returnNo(ask), text } }],
  convene: (ask, { text }) => [{ kind: "arbitrationConvened", data: { returnNo: returnNo(ask), text } }],
  concludeArbitration: concluded,
  requestExtension: (ask, { amount, text }) => [
    { kind: "extensionRequested", data: { assignment: part(ask), amount, text } },
  ],
  grantExtension: (ask) => [extended(ask)],
  refuseExtension: ({ order }, { text }) => [
    { kind: "extensionRefused", data: { assignment: order.extension!.assignment, text } },
  ],
  inform: (ask, { text }) => [{ kind: "citizenInformed", data: { assignment: part(ask), ...saying(text) } }],
  resolve: (ask, input) => [{ kind: "orderResolved", data: { assignment: part(ask), ...input } }],
  reportPart: (ask, { text }) => [{ kind: "partReported", data: { assignment: part(ask), text } }],
  passReview: ({ order }) => [{ kind: "resolutionPassed", data: { round: order.round } }],
  demandRework: (_, { text }) => [{ kind: "reworkDemanded", data: { text } }],
  attemptFollowUp: ({ order }, { channel }) => [{ kind: "followUpAttempted", data: { round: order.round, channel } }],
  concludeFollowUp: ({ order }, input) => [{ kind: "followUpConcluded", data: { round: order.round, ...input } }],
  reopen: (ask, { text }) => [reopened(ask, text)],
  remind: ({ order }, { text }) => [{ kind: "orderReminded", data: { unit: leadOf(order).unit, text } }],
  supervise: (_, { level, text }) => [{ kind: "orderSupervised", data: { level, text } }],
  logContact: (_, input) => [{ kind: "unitContactLogged", data: input }],
  giveNotice: ({ order }, { kind, text }) => [
    { kind: "noticeGiven", data: { no: order.notices.length + 1, kind, text } },
  ],
  answerNotice: (_, input) => [{ kind: "noticeAnswered", data: input }],
  withdraw: (_, { request, text }) => [
    { kind: "orderWithdrawn", data: { text } },
    { kind: "requestWithdrawn", data: { text }, request },
  ],
  alarm: ({ order }) => [{ kind: "alarmRaised", data: { since: unmovedSince(order) } }],
  attach: (_, input) => [{ kind: "attachmentAdded", data: input }],
  close: () => [{ kind: "orderClosed", data: {} }],
};
