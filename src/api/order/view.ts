/** 工单给人看的样子. */
import type { z } from "zod";
import type { orderRow, orderView } from "../../contract/order/order.ts";
import { type Clock, matterClock, unitClock } from "../../domain/order/clock.ts";
import { clockWords, matterDay } from "../../domain/order/clockWords.ts";
import { allowed, upToDate } from "../../domain/order/decide.ts";
import { lifecycle } from "../../domain/order/lifecycle.ts";
import { limitDays } from "../../domain/order/limitDays.ts";
import type { Assignment, OrderState, ReturnRequest } from "../../domain/order/order.ts";
import { type Rules, returnBy } from "../../domain/order/rules.ts";
import { leadOf, roundOf, stageNames, stageOf } from "../../domain/order/stage.ts";
import { causeOf, nextStepWords, unitTask } from "../../domain/order/unitTask.ts";
import { type WorklistRow, worklistRow } from "../../domain/order/worklist.ts";
import { iso, isoOrNull } from "../time.ts";
import type { Visit } from "../visit.ts";
import { categoryNameOf, placeNameOf, unitNameOf } from "./names.ts";

export type View = z.input<typeof orderView>;

const summaryOf = (row: WorklistRow, rules: Rules, at: number) => ({
  id: row.order,
  number: row.number,
  request: row.request,
  stage: row.stage,
  stageName: stageNames[row.stage],
  lead: row.lead,
  leadName: unitNameOf(rules, row.lead, at),
  category: row.category,
  categoryName: categoryNameOf(rules, row.category, at),
  urgent: row.urgent,
  supervision: row.supervision,
  dispatchedAt: iso(row.dispatchedAt),
  dueAt: isoOrNull(row.dueAt),
  movedAt: iso(row.movedAt),
});

const clockOf = (clock: Clock, at: number, rules: Rules): View["unitClock"] => ({
  state: clock.state,
  from: iso(clock.from),
  dueAt: iso(clock.dueAt),
  provisional: clock.provisional,
  words: clockWords(clock, at, rules),
});

/** 清单上的一行: what the order says by itself, and of its request what one must know to choose it. */
export const rowOf = (
  stored: OrderState,
  of: { title: string | null; place: string | null },
  rules: Rules,
  { at, viewer }: Pick<Visit, "at" | "viewer">,
): z.input<typeof orderRow> => {
  const order = upToDate(stored, at, rules);
  const unit = viewer.units?.find((one) => unitTask(order, one) !== "none") ?? viewer.unit ?? leadOf(order).unit;
  return {
    ...summaryOf(worklistRow(order), rules, at),
    version: stored.version,
    title: of.title,
    placeName: of.place && placeNameOf(rules, of.place, at),
    clock: clockOf(unitClock(order, at, rules), at, rules),
    cause: causeOf(order, unit),
    next: nextStepWords(order, unit),
    followUp: followUpOf(order, rules),
  };
};

/** 等回访的: since when, by when, and how often it was tried. */
function followUpOf(order: OrderState, rules: Rules): z.input<typeof orderRow>["followUp"] {
  const { resolvedAt } = roundOf(order);
  if (resolvedAt === null || !["resolved", "reviewed"].includes(stageOf(order))) return null;
  const attempts = order.followUpAttempts;
  return {
    resolvedAt: iso(resolvedAt),
    dueAt: iso(rules.end(rules.limit("followUp", resolvedAt), resolvedAt).instant),
    attempts: attempts.length,
    channel: attempts.at(-1)?.channel ?? null,
  };
}

const assignmentOf = (one: Assignment, rules: Rules, at: number): View["assignments"][number] => ({
  no: one.no,
  unit: one.unit,
  unitName: unitNameOf(rules, one.unit, at),
  role: one.role,
  basis: one.basis,
  dispatchedAt: iso(one.dispatchedAt),
  acknowledgedAt: isoOrNull(one.acknowledgedAt),
  deemed: one.deemed,
  dueAt: isoOrNull(one.dueAt),
  extended: one.extended,
  subUnit: one.subUnit,
  reportedAt: isoOrNull(one.reportedAt),
  endedAt: isoOrNull(one.endedAt),
  endedBy: one.endedBy,
});

const returnOf = (one: ReturnRequest): View["returns"][number] => ({
  no: one.no,
  assignment: one.assignment,
  requestedAt: iso(one.requestedAt),
  late: one.late,
  bulk: one.bulk,
  reason: one.reason,
  verifications: one.verifications.map(({ unit, askedAt, answeredAt, competent }) => ({
    unit,
    askedAt: iso(askedAt),
    answeredAt: isoOrNull(answeredAt),
    competent,
  })),
  convenedAt: isoOrNull(one.convenedAt),
  arbitrated: one.arbitrated,
  ruling: one.ruling,
  ruledAt: isoOrNull(one.ruledAt),
});

const extensionOf = ({ extension }: OrderState): View["extension"] =>
  extension && {
    assignment: extension.assignment,
    amount: extension.amount,
    askedAt: iso(extension.askedAt),
    ruling: extension.ruling,
    ruledAt: isoOrNull(extension.ruledAt),
  };

/** `former`: the state at the hand-over, folded from what the unit may still see; nothing can be done with it. */
export function viewOf(stored: OrderState, rules: Rules, { actor, at }: Visit, former = false): View {
  const order = former ? stored : upToDate(stored, at, rules);
  const [own, matter] = [unitClock(order, at, rules), matterClock(order, at, rules)];
  const { acknowledgedAt, runsUnder } = leadOf(order);
  return {
    ...summaryOf(worklistRow(order), rules, at),
    version: stored.version,
    complex: order.complex,
    confidential: order.confidential,
    topic: order.topic,
    former,
    unitClock: clockOf(own, at, rules),
    matterClock: clockOf(matter, at, rules),
    matterDay: matterDay(matter, at, rules),
    days: limitDays(own, rules.dateOf(at), rules),
    limit: runsUnder && { amount: runsUnder.amount, in: runsUnder.in },
    returnBy: acknowledgedAt === null ? null : iso(returnBy(rules, acknowledgedAt)),
    assignments: order.assignments.map((one) => assignmentOf(one, rules, at)),
    returns: order.returns.map(returnOf),
    extension: extensionOf(order),
    informedAt: isoOrNull(order.informedAt),
    resolvedAt: isoOrNull(order.resolvedAt),
    solved: order.solved,
    followedUpAt: isoOrNull(order.followedUpAt),
    rating: order.rating,
    round: order.round,
    reopenRating: order.reopenRating,
    closedAt: isoOrNull(order.closedAt),
    withdrawnAt: isoOrNull(order.withdrawnAt),
    notices: order.notices.map(({ no, kind, at: told, receipt }) => ({ no, kind, at: iso(told), receipt })),
    allowed: former
      ? []
      : allowed(stored, actor, at, rules)
          .filter(({ action }) => action !== "dispatch" && action !== "deemAcknowledged")
          .map((one) => ({ term: lifecycle[one.action].term, ...one })),
  };
}
