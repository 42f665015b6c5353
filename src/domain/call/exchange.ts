/** 电话交换机: the port to whatever connects calls. */
import type { Instant } from "../calendar/civil.ts";
import type { Refused } from "../refusal.ts";
import type { CallRating, CallSignal, OngoingCall } from "./ongoing.ts";

/**
 * 交换机 of a call: `heard` gives the signals that came for it by now; the other two ask for something to be done and give what
 * the exchange answers.
 */
export interface Exchange {
  heard(call: OngoingCall, now: Instant): CallSignal[];
  answer(call: OngoingCall, agent: string, at: Instant): CallSignal | Refused;
  hangUp(call: OngoingCall, by: string, at: Instant): CallSignal | Refused;
}

/** 剧本: how a simulated caller behaves. */
export interface Script {
  /** in the voice menu */
  menuSeconds: number;
  /** how long he waits for an agent */
  patienceSeconds: number;
  /** when he hangs up himself */
  talkSeconds: number;
  /** at whose desk it rings; null: at every agent's */
  agent: string | null;
  /** the key that he presses when the agent has hung up; null: he doesn't stay on the line */
  rates: CallRating | null;
}

export interface Telephony {
  /** by the script of a simulated call; null: nobody who could be asked */
  exchangeOf(script: unknown): Exchange | null;
  /** a simulated caller with his number; null where nothing is simulated */
  simulate: ((seed: number) => Script & { caller: string }) | null;
}
