import type { EventData, EventKind, LedgerEvent } from "../ledger/event.ts";
import type { CountyMonthState, DataObjection, LeaderDayState, MysteryCallState } from "./county.ts";

const identity = (event: LedgerEvent) => ({ id: event.id, version: event.version });

const saidOf = (before: CountyMonthState | null) => ({
  objections: before?.objections ?? [],
  verdict: before?.verdict ?? null,
});

/** what was said of a month stays with it when other numbers come; that they did, each objection in hand notes once */
function corrected(before: CountyMonthState | null, at: number) {
  const { objections, verdict } = saidOf(before);
  const noted = (one: DataObjection) =>
    one.settlement || one.correctedAt !== null ? one : { ...one, correctedAt: at };
  return { objections: objections.map(noted), verdict };
}

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
  dataObjectionSettled: (month, { no, text, upheld, accuracy = month.accuracy }, { at, by }) => ({
    ...changed(month, no, { settlement: { at, by, upheld, text } }),
    accuracy,
  }),
  accuracyJudged: (_, { points, text }, { at, by }) => ({ accuracy: points, verdict: { at, by, text } }),
};

function delivered(before: CountyMonthState | null, event: LedgerEvent): CountyMonthState {
  const { days = [], unchanged = false, ...data } = event.data as EventData["countyReported"];
  const said = unchanged ? saidOf(before) : corrected(before, event.at);
  return { ...data, ...identity(event), days, deliveredAt: event.at, ...said };
}

/** 县级月报折叠: the last delivery stands, with what was said of the month before. Throws on an event that no month can have. */
export function applyCountyMonth(before: CountyMonthState | null, event: LedgerEvent): CountyMonthState {
  if (event.kind === "imported") {
    const { countyMonth } = event.data as Extract<EventData["imported"], { countyMonth: unknown }>;
    return { ...countyMonth, ...identity(event), days: [], ...corrected(before, event.at) };
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
