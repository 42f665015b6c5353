import { expect, it } from "vitest";
import { person, rules, someRequest } from "../../../test/world/orderSteps.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import { applyOrder } from "../order/apply.ts";
import { decide } from "../order/decide.ts";
import { dispatch } from "../order/dispatch.ts";
import { noticesOf, toldWith } from "./notice.ts";

const to = { request: someRequest, id: "o1", number: "W1", unit: "u1", basis: null, topic: null };
const [, first] = dispatch(to, person("dispatcher"), Date.parse("2022-10-10T01:00:00Z"), rules) as LedgerEvent[];
const order = applyOrder(null, first!);

it("派发通知主办单位签收，并告诉当事人", () => {
  expect(noticesOf(first!, order)).toEqual([
    { to: { unit: "u1" }, sentence: "工单 W1 已派给本单位主办，请签收。" },
    { to: "citizen", sentence: "您的诉求已转有关单位办理，编号 〔编号〕。" },
  ]);
  expect(toldWith("您的诉求已转有关单位办理，编号 〔编号〕。", "R1")).toBe("您的诉求已转有关单位办理，编号 R1。");
});

it("约谈通知单位、督办员、热线办和领导", () => {
  const input = { level: "summon", text: null } as const;
  const events = decide(order, "supervise", input, person("supervisor"), Date.parse("2022-10-10T02:00:00Z"), rules);
  const [event] = events as LedgerEvent[];
  expect(noticesOf(event!, order).map(({ to: one }) => one)).toEqual([
    { unit: "u1" },
    { role: "supervisor" },
    { role: "office" },
    { role: "leader" },
  ]);
});
