import type { EventData, EventKind, LedgerEvent } from "../ledger/event.ts";
import type { CallState } from "./call.ts";

type Fold<K extends EventKind> = (call: CallState, event: LedgerEvent<K>) => Partial<CallState>;

const folds: { [K in EventKind]?: Fold<K> } = {
  callbackAttempted: (call, { at, by, data }) => ({
    callbacks: [...call.callbacks, { at, by, reached: data.reached }],
  }),
  callRated: (_, { at, data }) => ({ rating: data.rating, ratedAt: at }),
};

/** 来电折叠: the call's state after an event. Throws on an event that no call can have: a bug, not input. */
export function applyCall(call: CallState | null, event: LedgerEvent): CallState {
  const identity = { id: event.id, version: event.version };
  if (event.kind === "imported") return { ...(event.data as { call: CallState }).call, ...identity };
  if (event.kind === "callEnded")
    return { ...(event.data as EventData["callEnded"]), callbacks: [], rating: null, ratedAt: null, ...identity };
  const fold = folds[event.kind] as Fold<EventKind> | undefined;
  if (!fold || !call) throw new Error(`${event.kind} is no event of ${call ? "a" : "an unknown"} call`);
  return { ...call, ...fold(call, event), ...identity };
}
