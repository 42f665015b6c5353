import type { LedgerEvent } from "../ledger/event.ts";
import type { CallState } from "./call.ts";

/** 来电折叠: the call's state after an event. */
export function applyCall(_call: CallState | null, event: LedgerEvent): CallState {
  if (event.kind === "imported") {
    const data = event.data as { call: CallState };
    return { ...data.call, id: event.id, version: event.version };
  }
  if (event.kind !== "callEnded") throw new Error(`${event.kind} is no event of a call`);
  return { ...(event.data as Omit<CallState, "id" | "version">), id: event.id, version: event.version };
}
