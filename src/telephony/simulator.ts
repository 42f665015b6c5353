/** 来电模拟器: an exchange whose callers follow scripts. It knows no clock: what has happened by now is worked out when asked. */
import type { Exchange, Script, Telephony } from "../domain/call/exchange.ts";
import { type CallSignal, mayAnswer, mayHangUp, type OngoingCall } from "../domain/call/ongoing.ts";
import { scriptOf } from "./script.ts";

const SECOND = 1000;

/** What comes next for a caller whom nobody touches; null: nothing. */
function nextSignal(call: OngoingCall, script: Script): CallSignal | null {
  const queuedAt = call.queuedAt ?? call.offeredAt + script.menuSeconds * SECOND;
  switch (call.step) {
    case "offered":
      return { step: "queued", at: queuedAt };
    case "queued":
      return { step: "ringing", at: queuedAt, agent: script.agent };
    case "ringing":
      return { step: "abandoned", at: queuedAt + script.patienceSeconds * SECOND };
    case "answered":
      return { step: "ended", at: call.answeredAt! + script.talkSeconds * SECOND };
    default:
      return null;
  }
}

const after = (call: OngoingCall, { step, at }: CallSignal): OngoingCall => ({
  ...call,
  step,
  queuedAt: step === "queued" ? at : call.queuedAt,
});

/** 模拟的交换机 of one scripted call. */
export const simulatedExchange = (script: Script): Exchange => ({
  heard(call, now) {
    const signals: CallSignal[] = [];
    let state = call;
    for (let next = nextSignal(state, script); next && next.at <= now; ) {
      signals.push(next);
      state = after(state, next);
      next = nextSignal(state, script);
    }
    return signals;
  },
  answer: (call, by, at) => mayAnswer(call, by) ?? { step: "answered", at, agent: by },
  hangUp: (call, by, at) => mayHangUp(call, by) ?? { step: "ended", at, rating: script.rates },
});

/** 模拟的电话网 of a demonstration. */
export const simulatedTelephony: Telephony = {
  exchangeOf: (script) => (script === null ? null : simulatedExchange(script as Script)),
  simulate: scriptOf,
};
