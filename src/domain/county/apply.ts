import type { EventData, EventKind, LedgerEvent } from "../ledger/event.ts";
import type { CountyMonthState, DataObjection, LeaderDayState, MysteryCallState } from "./county.ts";

const identity = (event: LedgerEvent) => ({ id: event.id, version: event.version });

/** what was said of a month stays with it when it is delivered again; that it was, each objection in hand notes once */
const kept = (before: CountyMonthState | null, at: number) => ({
  objections: (before?.objections ?? []).map((one) =>
    one.settlement || one.correctedAt !== null ? one : { ...one, correctedAt: at },
  ),
  verdict: before?.verdict ?? null,
});

type Fold<K extends EventKind> = (
  month: CountyMonthState,
  data: EventData[K],
  event: LedgerEvent,
) => Partial<CountyMonthState>;

const changed = ({ objections }: CountyMonthState, no: number, change: Partial<DataObjection>) => ({
  objections: objections.map((one) => (one.no === no ? { ...one, ...change } : one)),
});

const folds: { [K in EventKind]?: Fold<K> } = {
  dataObjectionRaised: ({ objections }, { no, finding, text }, { at, by }) => ({
    objections: [
      ...objections,
      { no, finding, text, raisedAt: at, raisedBy: by, answer: null, correctedAt: null, settlement: null },
    ],
  }),
  dataObjectionAnswered: (month, { no, text }, { at, by }) => changed(month, no, { answer: { at, by, text } }),
  dataObjectionSettled: (month, { no, upheld, text }, { at, by }) =>
    changed(month, no, { settlement: { at, by, upheld, text } }),
  accuracyJudged: (_, { points, text }, { at, by }) => ({ accuracy: points, verdict: { at, by, text } }),
};

function delivered(before: CountyMonthState | null, event: LedgerEvent): CountyMonthState {
  const { days = [], ...data } = event.data as EventData["countyReported"];
  return { ...data, ...identity(event), days, deliveredAt: event.at, ...kept(before, event.at) };
}

/** 县级月报折叠: the last delivery stands, with what was said of the month before. Throws on an event that no month can have. */
export function applyCountyMonth(before: CountyMonthState | null, event: LedgerEvent): CountyMonthState {
  if (event.kind === "imported") {
    const { countyMonth } = event.data as Extract<EventData["imported"], { countyMonth: unknown }>;
    return { ...countyMonth, ...identity(event), days: [], ...kept(before, event.at) };
  }
  if (event.kind === "countyReported") return delivered(before, event);
  const fold = folds[event.kind] as Fold<EventKind> | undefined;
  if (!fold || !before) throw new Error(`${event.kind} is no event of ${before ? "a" : "an unknown"} county's month`);
  return { ...before, ...fold(before, event.data, event), version: event.version };
}

/** 拨测折叠 */
export function applyMysteryCall(_: MysteryCallState | null, event: LedgerEvent): MysteryCallState {
  return { ...(event.data as EventData["mysteryCallScored"]), ...identity(event), calledAt: event.at };
}

/** 领导接听日折叠 */
export function applyLeaderDay(_: LeaderDayState | null, event: LedgerEvent): LeaderDayState {
  return { ...(event.data as EventData["leaderDayHeld"]), ...identity(event) };
}
