/** 接听与挂断: asked of the exchange; what it answers is followed like any other signal. */
import { ongoingParams, ongoingView } from "../../contract/simulator/call.ts";
import type { Exchange } from "../../domain/call/exchange.ts";
import type { CallSignal, OngoingCall } from "../../domain/call/ongoing.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { followSignals } from "../../store/call/follow.ts";
import { lockOngoing } from "../../store/call/ongoing.ts";
import { operation } from "../operation.ts";
import type { Visit } from "../visit.ts";
import { announceCall } from "./ring.ts";
import { viewOf } from "./view.ts";

type Ask = (exchange: Exchange, call: OngoingCall, by: string, at: number) => CallSignal | Refused;

const notOngoing = refuse("notFound", "没有这个进行中的来电。", "可能已经挂断，请看来电清单。");
const noExchange = refuse("noExchange", "这个来电不能在这里操作。", "请用话机接听或挂断。");

/** What the caller has done meanwhile comes first. */
async function asked(id: string, ask: Ask, visit: Visit): Promise<OngoingCall | Refused> {
  const { db, platform, telephony, viewer, at } = visit;
  const kept = await lockOngoing(db, platform.platform, id);
  if (!kept) return notOngoing;
  const exchange = telephony.exchangeOf(kept.script);
  if (!exchange) return noExchange;
  const call = await followSignals(db, platform.platform, kept, exchange.heard(kept.call, at), at);
  if ("refused" in call) return call;
  const signal = ask(exchange, call, viewer.number, at);
  if ("refused" in signal) return signal;
  return followSignals(db, platform.platform, { ...kept, call }, [signal], at);
}

const acting = (id: string, noun: string, summary: string, ask: Ask) =>
  operation({
    id,
    method: "POST",
    path: `/calls/{id}/${noun}`,
    summary,
    tag: "来电",
    permit: ["agent"],
    params: ongoingParams,
    answer: ongoingView,
    // the caller's number is answered: it isn't kept under a key
    handle: ({ params }, visit) =>
      visit.decide(async (inside) => {
        const call = await asked(params.id, ask, inside);
        if ("refused" in call) return call;
        inside.told.push(() => announceCall(inside.platform, call));
        return inside.promised(await viewOf(call, inside));
      }),
  });

export const answerCall = acting("answerCall", "answer", "接听", (exchange, call, by, at) =>
  exchange.answer(call, by, at),
);
export const endCall = acting("endCall", "end", "挂断", (exchange, call, by, at) => exchange.hangUp(call, by, at));
