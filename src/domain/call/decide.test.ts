import { describe, expect, it } from "vitest";
import { person, rules } from "../../../test/world/orderSteps.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import { applyCall } from "./apply.ts";
import type { CallState } from "./call.ts";
import { callBack, callbackBy, owesCallback, rateCall } from "./decide.ts";
import { missedNotices } from "./missed.ts";

const at = Date.parse("2022-10-10T02:00:00Z");
const agent = person("agent");
const citizen = person("citizen");
const missed: CallState = {
  id: "c1",
  version: 1,
  offeredAt: at,
  queuedAt: at,
  answeredAt: null,
  endedAt: at + 60_000,
  agent: null,
  contact: null,
  leaderDay: null,
  callbacks: [],
  rating: null,
  ratedAt: null,
};
const fold = (call: CallState, answer: unknown) => (answer as LedgerEvent[]).reduce<CallState>(applyCall, call);

describe("来电之后", () => {
  it("未接来电要回拨，接通为止，最多三次；一个工作日内", () => {
    expect(callbackBy(missed, rules)).toBe(Date.parse("2022-10-11T16:00:00Z"));
    let call = missed;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(owesCallback(call, rules)).toBe(true);
      call = fold(call, callBack(call, false, agent, at + attempt, rules));
    }
    expect(callBack(call, false, agent, at + 9, rules)).toMatchObject({ refused: "noCallbackOwed" });
    const reached = fold(missed, callBack(missed, true, agent, at, rules));
    expect([owesCallback(reached, rules), reached.callbacks]).toEqual([false, [{ at, by: "agent:1", reached: true }]]);
  });

  it("通知里的时刻照人说的写：哪天挂断的，哪天几点前回拨", () => {
    const sentences = (now: number) => missedNotices(missed, now, rules).map(({ sentence }) => sentence);
    expect(sentences(at)).toEqual(["10月10日 周一 10:01 有未接来电，请在 10月11日 周二 24:00 前回拨。"]);
    expect(sentences(callbackBy(missed, rules))[1]).toBe("10月10日 周一 10:01 的未接来电超过期限仍未回拨。");
  });

  it("接通的来电评价一次，由来电人评价；未接的不评价", () => {
    const answered = { ...missed, answeredAt: at };
    expect(owesCallback(answered, rules)).toBe(false);
    const rated = fold(answered, rateCall(answered, "satisfied", citizen, at + 1));
    expect([rated.rating, rated.ratedAt]).toEqual(["satisfied", at + 1]);
    expect(rateCall(rated, "neutral", citizen, at + 2)).toMatchObject({ refused: "notRated" });
    expect(rateCall(missed, "neutral", citizen, at)).toMatchObject({ refused: "notAnswered" });
    expect(rateCall(answered, "neutral", agent, at)).toMatchObject({ refused: "otherRole" });
  });
});
