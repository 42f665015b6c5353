/** 决定: may it be done, and what does it leave. The interface's buttons and the server ask the same questions. */
import { type Actor, system } from "../access/role.ts";
import type { Instant } from "../calendar/civil.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import type { Refused } from "../refusal.ts";
import type { Action, ActionInput } from "./action.ts";
import { applyOrder } from "./apply.ts";
import type { Ask } from "./ask.ts";
import { type CheckName, checks, conditions, counted } from "./conditions.ts";
import { acknowledged, type Left, leaves } from "./leave.ts";
import { lifecycle } from "./lifecycle.ts";
import type { OrderState } from "./order.ts";
import { countedSentence, type RefusalCode, refusedWith } from "./refusals.ts";
import { acknowledgeBy, type Rules } from "./rules.ts";
import { lastStepAt, liveParts, partOf, stageOf } from "./stage.ts";

/** 可做的与不可做的: with what counts against the unit, or why not and what to do instead. */
export type Allowance =
  | { action: Action; allowed: true; counted?: { code: string; sentence: string } }
  | ({ action: Action; allowed: false } & Required<Refused>);

const DEAD = new Set(["withdrawn", "closed"]);

/** 视同签收: every live part whose limit to acknowledge has ended, at the instants at which they ended. */
export function lapsedParts(order: OrderState, now: Instant, rules: Rules): LedgerEvent[] {
  if (DEAD.has(stageOf(order))) return [];
  const ended = liveParts(order)
    .filter(({ acknowledgedAt }) => acknowledgedAt === null)
    .map(({ no, dispatchedAt }) => ({ no, at: acknowledgeBy(rules, order, dispatchedAt).instant }))
    .filter(({ at }) => at <= now)
    .sort((one, other) => one.at - other.at || one.no - other.no);
  return ended.map(({ no, at }, before) => ({
    subject: "order",
    id: order.id,
    version: order.version + 1 + before,
    at,
    by: system.by,
    ...acknowledged(order, no, true, at, rules),
  }));
}

const fold = (order: OrderState, events: LedgerEvent[]) =>
  events.reduce((state, event) => (event.subject === "order" ? applyOrder(state, event) : state), order);

/** 到此刻为止的工单: with what the clock alone has done by now, whether or not its job has run. */
export const upToDate = (order: OrderState, now: Instant, rules: Rules): OrderState =>
  fold(order, lapsedParts(order, now, rules));

/** Whose part it once was, and is no longer. */
const handedOver = ({ order, by }: Ask) =>
  by.unit !== null && partOf(order, by.unit) === null && order.assignments.some(({ unit }) => unit === by.unit);

/** 不可做的原因 that needs no input to be known; null = may be done. */
function obstacle(ask: Ask, action: Action): RefusalCode | null {
  const { who, from, when } = lifecycle[action];
  if (ask.behind) return "clockBehind";
  if (!who.includes(ask.by.role)) return "otherRole";
  if (when.includes("ownPart") && handedOver(ask)) return "handedOver";
  if (when.includes("ownPart") && !conditions.ownPart(ask)) return "ownPart";
  if (!from.includes(stageOf(ask.order))) return "otherStage";
  return when.find((name) => !conditions[name](ask)) ?? null;
}

const failing = (ask: Ask, names: readonly CheckName[], input: unknown): CheckName | null =>
  names.find((name) => !(checks[name] as (ask: Ask, input: unknown) => boolean)(ask, input)) ?? null;

function asked(order: OrderState, by: Actor, now: Instant, rules: Rules) {
  const lapsed = lapsedParts(order, now, rules);
  const present = fold(order, lapsed);
  const ask: Ask = { order: present, by, now, rules, lapsed: lapsed.length > 0, behind: now < lastStepAt(present) };
  return { lapsed, ask };
}

const numbered = ({ order, by, now }: Ask, left: Left[]): LedgerEvent[] => {
  let version = order.version;
  return left.map(({ kind, data, request }) =>
    request
      ? { subject: "request", id: request.id, version: request.version + 1, kind, at: now, by: by.by, data }
      : { subject: "order", id: order.id, version: ++version, kind, at: now, by: by.by, data },
  );
};

/**
 * 决定: the events that an action leaves, or the refusal. Parts whose acknowledgement limit has ended are deemed acknowledged
 * first, so that a late job changes nothing. For 派发, which has no order yet, see `dispatch`.
 */
export function decide<A extends Exclude<Action, "dispatch">>(
  order: OrderState,
  action: A,
  input: ActionInput[A],
  by: Actor,
  now: Instant,
  rules: Rules,
): LedgerEvent[] | Refused {
  const { lapsed, ask } = asked(order, by, now, rules);
  const code = obstacle(ask, action) ?? failing(ask, lifecycle[action].checks, input);
  if (code !== null) return refusedWith(code, ask, action, input);
  return [...lapsed, ...numbered(ask, leaves[action](ask, input))];
}

/** 能做什么: for every action, whether this viewer may do it now; if not why, and what to do instead. */
export function allowed(order: OrderState, viewer: Actor, now: Instant, rules: Rules): Allowance[] {
  const { ask } = asked(order, viewer, now, rules);
  return (Object.keys(lifecycle) as Action[]).map((action) => {
    const code = obstacle(ask, action);
    if (code !== null) return { action, allowed: false, ...refusedWith(code, ask, action) };
    const counts = lifecycle[action].counts.find((name) => counted[name](ask));
    return counts ? { action, allowed: true, counted: countedSentence(counts, ask) } : { action, allowed: true };
  });
}
