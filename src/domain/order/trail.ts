/** 经过: the order's events as people read them: what, which unit's part, late or not, with which words. */

import type { Instant } from "../calendar/civil.ts";
import type { EventData, EventKind, LedgerEvent } from "../ledger/event.ts";
import { lifecycle } from "./lifecycle.ts";

export interface TrailStep {
  event: LedgerEvent;
  term: string;
  unit: string | null;
  late: boolean;
  /** ids of the words it left, by what they are: text, internalText, publicText */
  texts: { of: string; id: string }[];
}

type Part = { assignment?: number; unit?: string; dueAt?: Instant; late?: boolean; returnNo?: number; role?: string };

/** An event is told as the step of the lifecycle that leaves it first. */
const terms = new Map<EventKind, string>();
for (const { leaves, trace } of Object.values(lifecycle))
  for (const kind of leaves) if (!terms.has(kind)) terms.set(kind, trace);
terms.set("imported", "由原系统导入");
terms.set("orderDispatched", "派发");
terms.set("returnAccepted", "同意退单");
terms.set("returnRejected", "驳回退单");
terms.set("assignmentTakenBack", "收回");

const termOf = ({ kind, data }: LedgerEvent): string => {
  if (kind === "orderAcknowledged" && (data as EventData["orderAcknowledged"]).deemed) return "视同签收";
  if (kind === "orderDispatched") {
    const { role, assignment } = data as EventData["orderDispatched"];
    return role === "assisting" ? "派发协办" : assignment === 1 ? "派发" : "再次派发";
  }
  return terms.get(kind) ?? kind;
};

const WORDS = ["text", "internalText", "publicText"] as const;

const textsOf = (data: Record<string, unknown>) =>
  WORDS.flatMap((of) => (typeof data[of] === "string" ? [{ of, id: data[of] as string }] : []));

/** 事件 → 经过, in their order. */
export function trailOf(events: readonly LedgerEvent[]): TrailStep[] {
  const units = new Map<number, string>();
  const dueAt = new Map<number, Instant>();
  const returned = new Map<number, number>();
  let reopenDueAt: Instant | null = null;
  return events.map((event) => {
    const data = event.data as Part;
    if (event.kind === "orderDispatched") units.set(data.assignment!, data.unit!);
    if (event.kind === "returnRequested") returned.set(data.returnNo!, data.assignment!);
    if (event.kind === "orderReopened") reopenDueAt = data.dueAt!;
    else if (data.dueAt !== undefined) dueAt.set(data.assignment!, data.dueAt);
    const part = data.assignment ?? returned.get(data.returnNo ?? 0);
    const due = reopenDueAt ?? dueAt.get(data.assignment ?? 0) ?? Number.POSITIVE_INFINITY;
    return {
      event,
      term: termOf(event),
      unit: data.unit ?? units.get(part ?? 0) ?? null,
      late: data.late === true || (event.kind === "orderResolved" && event.at >= due),
      texts: textsOf(data as Record<string, unknown>),
    };
  });
}
