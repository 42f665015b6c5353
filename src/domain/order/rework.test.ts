import { expect, it } from "vitest";
import { person, rules, someRequest } from "../../../test/world/orderSteps.ts";
import { system } from "../access/role.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import { applyOrder } from "./apply.ts";
import { decide } from "./decide.ts";
import { dispatch } from "./dispatch.ts";
import { due } from "./due.ts";
import type { OrderState } from "./order.ts";

const DAY = 86_400_000;
const T = "01840000-0000-7000-8000-00000000000f";

it("短信回访发出后返工：再办结时重新发短信，不把旧的沉默记成未评价", () => {
  let now = Date.parse("2022-10-10T01:00:00Z");
  const fold = (order: OrderState | null, answer: unknown) =>
    (answer as LedgerEvent[]).filter(({ subject }) => subject === "order").reduce(applyOrder, order) as OrderState;
  const unit = { role: "liaison" as const, by: "unit:u1", unit: "u1" };
  let order = fold(
    null,
    dispatch(
      { request: someRequest, id: "o1", number: "W1", unit: "u1", basis: null, topic: null },
      person("dispatcher"),
      now,
      rules,
    ),
  );
  const step = (action: never, input: unknown, by: typeof unit | ReturnType<typeof person>) => {
    order = fold(order, decide(order, action, input as never, by as never, now, rules));
  };
  const answer = { solved: true, internalText: null, publicText: T };
  step("acknowledge" as never, {}, unit);
  step("resolve" as never, answer, unit);
  step("attemptFollowUp" as never, { channel: "sms" }, system as never);
  expect(order.followUpAttempts).toHaveLength(1);
  step("demandRework" as never, { text: T }, person("dispatcher"));
  now += 3 * DAY;
  step("resolve" as never, answer, unit);
  expect(order.resolvedAt).toBe(now);
  expect(due(order, now, rules)).toEqual([{ action: "attemptFollowUp", input: { channel: "sms" } }]);
});
