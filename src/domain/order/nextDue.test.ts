import fc from "fast-check";
import { expect, it } from "vitest";
import { actors, inputFor, person, rules, someRequest, units } from "../../../test/world/orderSteps.ts";
import { begin, does, T, u1 } from "../../../test/world/orderStory.ts";
import { startOfDay } from "../calendar/zone.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import type { Action } from "./action.ts";
import { applyOrder } from "./apply.ts";
import { decide } from "./decide.ts";
import { dispatch } from "./dispatch.ts";
import { due } from "./due.ts";
import { lifecycle } from "./lifecycle.ts";
import { nextDueAt } from "./nextDue.ts";
import type { OrderState } from "./order.ts";
import { stageOf } from "./stage.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse("2022-09-20T01:00:00Z");
const actions = (Object.keys(lifecycle) as Action[]).filter((action) => action !== "dispatch");

function after(numbers: readonly number[]): { order: OrderState; now: number } {
  let now = START + (numbers[0]! % 100) * (DAY / 4);
  const request = { ...someRequest, urgent: numbers[0]! % 7 === 0 };
  const to = { request, id: T, number: "W1", unit: units[numbers[0]! % 3]!, basis: null, topic: null };
  const [, first] = dispatch(to, person("dispatcher"), now, rules) as LedgerEvent[];
  let order = applyOrder(null, first!);
  for (const n of numbers) {
    now += [60_000, HOUR * (n % 9), DAY * (n % 4), DAY * (n % 13)][n % 4]!;
    const likely = actions.filter((action) => lifecycle[action].from.includes(stageOf(order)));
    const action = likely[(n >>> 8) % likely.length] ?? "close";
    const able = actors.filter(({ role }) => lifecycle[action].who.includes(role));
    const input = inputFor(action, n >>> 9, order);
    const decided = decide(order, action as "close", input, able[(n >>> 5) % able.length]!, now, rules);
    if (Array.isArray(decided))
      for (const event of decided) if (event.subject === "order") order = applyOrder(order, event);
  }
  return { order, now };
}

const modeChanges = ["2022-10-01", "2022-12-01"].map((date) => startOfDay(date, rules.zone));

it("下次到时之前没有要做的，到了就有（回访方式改变之日只是再看一次）", () => {
  const waited = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 31 - 1), { minLength: 1, maxLength: 16 }), fc.nat(1000), (numbers, part) => {
      const { order, now } = after(numbers);
      const next = nextDueAt(order, now, rules);
      if (due(order, now, rules).length > 0) {
        expect(next).toBe(now);
        return;
      }
      const end = next ?? now + 90 * DAY;
      for (const at of [now, now + Math.floor(((end - 1 - now) * part) / 1000), end - 1])
        expect(due(order, at, rules)).toEqual([]);
      if (next === null) return;
      expect(next).toBeGreaterThan(now);
      if (!modeChanges.includes(next)) expect(due(order, next, rules)).not.toEqual([]);
      waited.add(stageOf(order));
    }),
    { numRuns: 20_000 },
  );
  expect([...waited]).toEqual(expect.arrayContaining(["unacknowledged", "handling", "returning", "resolved"]));
}, 60_000);

it("签收前先催办，再视同签收；签收后依次是各种颜色；撤单、归档之后不再看", () => {
  const { order } = begin("2022-10-10 09:00");
  const words = (at: number | null) => at && new Date(at + 8 * HOUR).toISOString().slice(0, 16);
  const next = nextDueAt(order, order.dispatchedAt, rules)!;
  expect([words(next), due(order, next, rules).map(({ action }) => action)]).toEqual(["2022-10-11T20:00", ["remind"]]);
  const handling = does(begin("2022-10-10 09:00"), "2022-10-10 10:00", u1, "acknowledge", {}).order;
  const marks: string[] = [];
  for (let at = nextDueAt(handling, handling.dispatchedAt + HOUR, rules); at; ) {
    marks.push(words(at) as string);
    at = due(handling, at, rules).length > 0 && marks.length < 4 ? nextAfter(handling, at) : null;
  }
  expect(marks).toEqual(["2022-10-15T00:00", "2022-10-18T00:00", "2022-10-20T00:00", "2022-10-25T00:00"]);
  expect(nextDueAt({ ...handling, withdrawnAt: 1 }, handling.dispatchedAt, rules)).toBe(null);
});

/** once this colour has been issued */
function nextAfter(order: OrderState, at: number): number | null {
  const [first] = due(order, at, rules);
  const events = decide(order, first!.action as "supervise", first!.input as never, actors.at(-1)!, at, rules);
  return nextDueAt((events as LedgerEvent[]).reduce<OrderState>(applyOrder, order), at, rules);
}
