import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endedCall, followSignal, isOver, type OngoingCall, offered } from "../domain/call/ongoing.ts";
import { scriptOf } from "./script.ts";
import { simulatedExchange } from "./simulator.ts";

const START = Date.parse("2022-10-10T01:00:00Z");
const script = {
  menuSeconds: 5,
  patienceSeconds: 30,
  talkSeconds: 60,
  agent: null as string | null,
  rates: "neutral" as const,
};
const ID = "01840000-0000-7000-8000-000000000001";

const heardBy = (call: OngoingCall, seconds: number, agent: string | null = null): OngoingCall =>
  simulatedExchange({ ...script, agent })
    .heard(call, START + seconds * 1000)
    .reduce((state, signal) => followSignal(state, signal) as OngoingCall, call);

describe("来电模拟", () => {
  const call = offered(ID, null, START);

  it("语音菜单、排队、振铃；没人接就挂断，记为未接", () => {
    expect([4, 5, 34, 35].map((seconds) => heardBy(call, seconds).step)).toEqual([
      "offered",
      "ringing",
      "ringing",
      "abandoned",
    ]);
    const missed = heardBy(call, 3600, "a1");
    expect(endedCall(missed)).toEqual({
      offeredAt: START,
      queuedAt: START + 5000,
      answeredAt: null,
      endedAt: START + 35_000,
      agent: null,
      contact: null,
      leaderDay: null,
    });
  });

  it("接听以后，话务员挂断或者来电人说完；别人接不了，也挂不了", () => {
    const exchange = simulatedExchange({ ...script, agent: "a1" });
    const ringing = heardBy(call, 6, "a1");
    expect(exchange.answer(ringing, "a2", START)).toMatchObject({ refused: "otherAgent" });
    expect(exchange.answer(call, "a1", START)).toMatchObject({ refused: "notRinging" });
    const answered = followSignal(ringing, exchange.answer(ringing, "a1", START + 10_000) as never) as OngoingCall;
    expect(answered).toMatchObject({ step: "answered", agent: "a1", answeredAt: START + 10_000 });
    expect(exchange.answer(answered, "a1", START)).toMatchObject({ refused: "notRinging" });
    expect(exchange.hangUp(answered, "a1", START + 20_000)).toEqual({
      step: "ended",
      at: START + 20_000,
      rating: "neutral",
    });
    expect(exchange.hangUp(answered, "a2", START)).toMatchObject({ refused: "otherAgent" });
    expect(exchange.hangUp(ringing, "a1", START)).toMatchObject({ refused: "notAnswered" });
    expect(heardBy(answered, 69).step).toBe("answered");
    expect(heardBy(answered, 70)).toMatchObject({ step: "ended", endedAt: START + 70_000 });
  });

  it("同一个种子是同一个人；无论分几次看，走过的步子一样", () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31), fc.array(fc.nat(400), { maxLength: 8 }), (seed, looks) => {
        const { caller, ...own } = scriptOf(seed);
        expect({ caller, ...own }).toEqual(scriptOf(seed));
        expect(caller).toMatch(/^199\d{8}$/);
        const exchange = simulatedExchange(own);
        const look = (state: OngoingCall, seconds: number) =>
          exchange
            .heard(state, START + seconds * 1000)
            .reduce((one, signal) => followSignal(one, signal) as OngoingCall, state);
        const bySteps = [...looks.sort((one, other) => one - other), 400].reduce(look, call);
        expect(bySteps).toEqual(look(call, 400));
        expect(isOver(bySteps)).toBe(true);
      }),
    );
  });
});
