/** 再次派发: a work order that goes to another unit, or once more to the same. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { dueAfter } from "../timing/timeline.ts";
import type { Desk } from "./desk.ts";
import { dispatcher, extend, type Sent } from "./order.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** 再次派发并签收: a new assignment whose deadline lies after `until`. */
export function sendAgain(desk: Desk, { acts }: Sent, at: Instant, until: Instant, to: string): Instant {
  const { line, random } = desk;
  const by = dispatcher(desk);
  const acknowledgedAt = at + 10 * MINUTE + random.below(HOUR);
  const { resolve, complex } = desk.limits(acknowledgedAt);
  const reaches = (limit: typeof resolve) => dueAfter(line, limit, acknowledgedAt).dueAt > until;
  const isComplex = !reaches(resolve);
  acts.act("redispatch", at, by, { unit: to, basis: "arbitration", complex: isComplex, text: null });
  acts.act("acknowledge", acknowledgedAt, `unit:${to}`, {});
  if (isComplex && !reaches(complex)) extend(desk, acts, acknowledgedAt, `unit:${to}`, complex.amount);
  return acknowledgedAt;
}

/** 辗转: who had an old order at the ends of months made before, which must not have it among their overdue stock. */
export interface Wandering {
  ends: Instant[];
  other: string;
}

/** Dispatched anew shortly before every such end, to the other unit and at last to the one that lets it lie. */
export function wander(desk: Desk, sent: Sent, unit: string, { ends, other }: Wandering): void {
  for (const [no, end] of ends.entries()) {
    const day = desk.line.workdays.findLast((one) => desk.line.starts[one + 1]! <= end)!;
    const at = desk.line.starts[day]! + 9 * HOUR + desk.random.below(5 * HOUR);
    sendAgain(desk, sent, at, end, no === ends.length - 1 ? unit : other);
  }
}
