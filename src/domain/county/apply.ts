import type { EventData, LedgerEvent } from "../ledger/event.ts";
import type { CountyMonthState, LeaderDayState, MysteryCallState } from "./county.ts";

const identity = (event: LedgerEvent) => ({ id: event.id, version: event.version });

/** 县级月报折叠: the last delivery stands. */
export function applyCountyMonth(_: CountyMonthState | null, event: LedgerEvent): CountyMonthState {
  if (event.kind === "imported")
    return { ...(event.data as { countyMonth: CountyMonthState }).countyMonth, ...identity(event) };
  return { ...(event.data as EventData["countyReported"]), ...identity(event), deliveredAt: event.at };
}

/** 拨测折叠 */
export function applyMysteryCall(_: MysteryCallState | null, event: LedgerEvent): MysteryCallState {
  return { ...(event.data as EventData["mysteryCallScored"]), ...identity(event), calledAt: event.at };
}

/** 领导接听日折叠 */
export function applyLeaderDay(_: LeaderDayState | null, event: LedgerEvent): LeaderDayState {
  return { ...(event.data as EventData["leaderDayHeld"]), ...identity(event) };
}
