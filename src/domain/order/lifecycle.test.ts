import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brokenLaws } from "../../../test/world/orderInvariants.ts";
import { actors, inputFor, liaison, person, rules, someRequest, units } from "../../../test/world/orderSteps.ts";
import type { Actor } from "../access/role.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import type { Action } from "./action.ts";
import { applyOrder } from "./apply.ts";
import { matterClock, unitClock } from "./clock.ts";
import { type Allowance, allowed, decide } from "./decide.ts";
import { dispatch } from "./dispatch.ts";
import { due } from "./due.ts";
import { lifecycle } from "./lifecycle.ts";
import type { OrderState } from "./order.ts";
import { leadOf, type Stage, stageNames, stageOf } from "./stage.ts";

const DAY = 86_400_000;
const START = Date.parse("2022-09-01T00:00:00Z");
const RUNS = 100_000;
const actions = (Object.keys(lifecycle) as Action[]).filter((action) => action !== "dispatch");

interface Walk {
  order: OrderState;
  events: LedgerEvent[];
  now: number;
}

const fold = (order: OrderState | null, events: LedgerEvent[]): OrderState =>
  events.reduce((state, one) => (one.subject === "order" ? applyOrder(state, one) : state), order)!;

const tryIt = (order: OrderState, action: Action, by: Actor, now: number, n: number) =>
  decide(order, action as "close", inputFor(action, n, order), by, now, rules);

function begin(n: number): Walk {
  const now = START + (n % 500) * (DAY / 4);
  const request = { ...someRequest, urgent: n % 7 === 0, confidential: n % 11 === 0 };
  const to = { unit: units[n % 3]!, basis: null, complex: n % 5 === 0, topic: null };
  const id = "01840000-0000-7000-8000-00000000000f";
  const events = dispatch({ request, id, number: "W1", ...to }, person("dispatcher"), now, rules) as LedgerEvent[];
  const walk = { order: fold(null, events), events, now };
  if ((n >>> 4) % 8 === 0) contest(walk, n);
  return walk;
}

/** The unit has asked for a second return: from there a walk soon comes to an arbitration, which chance alone seldom finds. */
function contest(walk: Walk, n: number): void {
  for (const action of ["acknowledge", "requestReturn", "rejectReturn", "requestReturn"] as const) {
    walk.now += 60_000;
    const by = action === "rejectReturn" ? person("dispatcher") : liaison(leadOf(walk.order).unit);
    const decided = tryIt(walk.order, action, by, walk.now, n);
    expect(Array.isArray(decided) ? follow(walk, decided, action) : decided).toBe(null);
  }
}

/** The clock leaps by minutes, hours, days, or to the very end of a limit and the millisecond before it. */
function later({ order, now }: Walk, n: number): number {
  const edge = unitClock(order, now, rules).dueAt;
  const leaps = [60_000, 3_600_000 * (n % 9), DAY * (n % 4), DAY * (n % 17), edge - now, edge - 1 - now];
  return now + Math.max(0, leaps[n % 6]!);
}

/** What may be done is what happens, and what happens may be done: for every action that this actor sees. */
function disagreement(walk: Walk, seen: Allowance[], by: Actor, n: number): string | null {
  for (const one of seen) {
    if (one.action === "dispatch") continue;
    const decided = tryIt(walk.order, one.action, by, walk.now, n);
    if (!one.allowed) {
      if (Array.isArray(decided) || decided.refused !== one.refused) return `${one.action}: ${one.refused}`;
      if (!one.sentence.endsWith("。") || !one.next.endsWith("。")) return `${one.action}: 没有话或下一步`;
    } else if (!Array.isArray(decided) && !lifecycle[one.action].checks.includes(decided.refused as never))
      return `${one.action}: 允许却拒绝 ${decided.refused}`;
  }
  return null;
}

const byStage = Object.fromEntries(
  Object.keys(stageNames).map((stage) => [
    stage,
    actions.filter((one) => lifecycle[one].from.includes(stage as Stage)),
  ]),
) as Record<Stage, Action[]>;

/** Somebody with the role; of liaisons mostly the lead's, or the one who was asked to verify. */
function doer(order: OrderState, action: Action, n: number): Actor {
  const able = ableTo[action]!;
  if (able[0]!.role !== "liaison" || n % 5 === 0) return able[n % able.length]!;
  const asked = action === "answerVerification" ? order.returns.at(-1)?.verifications.at(-1)?.unit : undefined;
  return liaison(asked ?? (n % 4 === 0 ? order.assignments.at(-1)! : leadOf(order)).unit);
}

const ableTo = Object.fromEntries(
  actions.map((action) => [action, actors.filter(({ role }) => lifecycle[action].who.includes(role))]),
) as Record<Action, Actor[]>;

function step(walk: Walk, n: number): string | null {
  walk.now = later(walk, n);
  const by = actors[(n >>> 3) % actors.length]!;
  if (n % 23 === 0) {
    const wrong = disagreement(walk, allowed(walk.order, by, walk.now, rules), by, n >>> 7);
    if (wrong) return wrong;
  }
  const likely = n % 5 === 0 ? actions : byStage[stageOf(walk.order)];
  const action = likely[(n >>> 8) % likely.length] ?? "close";
  const decided = tryIt(walk.order, action, doer(walk.order, action, n >>> 5), walk.now, n >>> 9);
  return Array.isArray(decided) ? follow(walk, decided, action) : null;
}

function follow(walk: Walk, events: LedgerEvent[], action: Action): string | null {
  const before = walk.order;
  const last = walk.events.at(-1)!.at;
  const kinds = new Set<string>([...lifecycle[action].leaves, "orderAcknowledged"]);
  if (events.some(({ kind }) => !kinds.has(kind))) return `${action} 留下了表外的事件`;
  if (events.length === 0) return `${action} 没有留下事件`;
  if (events.some(({ at }) => at < last)) return `${action} 时间倒退`;
  walk.order = fold(before, events);
  walk.events.push(...events);
  const laws = brokenLaws(walk.order, rules);
  return laws.length > 0 ? `${action}: ${laws.join("；")}` : backwards(before, walk);
}

/** A clock never starts earlier than it did, and the matter's never moves; a part's deadline is never brought forward. */
function backwards(before: OrderState, { order, now }: Walk): string | null {
  if (matterClock(order, now, rules).from !== order.dispatchedAt || order.dispatchedAt !== before.dispatchedAt)
    return "事项时钟重新开始了";
  if (unitClock(order, now, rules).from < unitClock(before, now, rules).from) return "单位时钟倒退";
  const shorter = before.assignments.some((one, at) => (one.dueAt ?? 0) > (order.assignments[at]!.dueAt ?? 0));
  return shorter ? "期限提前了" : null;
}

describe("办理流程的规矩", () => {
  it(`${RUNS} 段随机办理：不出现不合规矩的工单，按钮与决定一致，事件折叠就是工单`, () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 31 - 1), { minLength: 3, maxLength: 16 }), (numbers) => {
        const walk = begin(numbers[0]!);
        for (const n of numbers) expect(step(walk, n)).toBe(null);
        for (const { kind } of walk.events) reached.add(kind);
        expect(fold(null, walk.events)).toEqual(walk.order);
      }),
      { numRuns: RUNS },
    );
    const all = new Set<string>(Object.values(lifecycle).flatMap(({ leaves }) => leaves));
    expect([...all].filter((kind) => !reached.has(kind))).toEqual([]);
  }, 120_000);

  it("每个动作、每个角色、每个阶段：能做的都做得成，不能做的都说出原因和下一步", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 31 - 1), { minLength: 1, maxLength: 24 }), (numbers) => {
        const walk = begin(numbers[0]!);
        for (const n of numbers) step(walk, n);
        for (const by of actors)
          expect(disagreement(walk, allowed(walk.order, by, walk.now, rules), by, numbers[0]!)).toBe(null);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it("到时要做的都做得成，做过就不再到时", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 31 - 1), { minLength: 1, maxLength: 16 }), (numbers) => {
        const walk = begin(numbers[0]!);
        for (const n of numbers) step(walk, n);
        walk.now += (numbers[0]! % 40) * DAY;
        for (const { action, input } of due(walk.order, walk.now, rules)) {
          const decided = decide(walk.order, action, input as never, actors.at(-1)!, walk.now, rules);
          if (Array.isArray(decided)) expect(follow(walk, decided, action)).toBe(null);
          else expect([action, decided.refused]).toEqual(["deemAcknowledged", "limitEnded"]);
        }
        expect(due(walk.order, walk.now, rules).filter(({ action }) => action !== "close")).toEqual([]);
        expect(leadOf(walk.order)).toBeDefined();
      }),
      { numRuns: 3000 },
    );
  }, 60_000);
});
