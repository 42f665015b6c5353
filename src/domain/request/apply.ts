import type { EventData, EventKind, LedgerEvent } from "../ledger/event.ts";
import type { RequestState } from "./request.ts";

type Fold<K extends EventKind> = (request: RequestState, data: EventData[K], at: number) => Partial<RequestState>;

const folds: { [K in EventKind]?: Fold<K> } = {
  requestResolved: (_, __, at) => ({ outcome: "firstContact", settledAt: at }),
  requestDispatched: (_, data, at) => ({ outcome: "dispatched", settledAt: at, order: data.order }),
  requestWithdrawn: (_, __, at) => ({ outcome: "withdrawn", settledAt: at }),
  requestMerged: (_, data, at) => ({ outcome: "merged", settledAt: at, mergedInto: data.into }),
  requestRefused: (_, { reason, route }, at) => ({ outcome: "refused", settledAt: at, refusal: { reason, route } }),
  requestAmended: (request, { text }, at) => ({ amendments: [...request.amendments, { at, text }] }),
  repeatMerged: (request, { repeat }) => ({ repeats: [...request.repeats, repeat] }),
  attachmentAdded: () => ({}),
  requestRated: (_, data, at) => ({ rating: data.rating, ratedAt: at }),
};

const accepted = (event: LedgerEvent): RequestState => ({
  ...(event.data as EventData["requestAccepted"]),
  id: event.id,
  version: event.version,
  acceptedAt: event.at,
  outcome: "pending",
  settledAt: null,
  order: null,
  repeats: [],
  refusal: null,
  amendments: [],
  rating: null,
  ratedAt: null,
});

/** 诉求折叠: the request's state after an event. Throws on an event that no request can have: that is a bug, not input. */
export function applyRequest(request: RequestState | null, event: LedgerEvent): RequestState {
  if (event.kind === "imported")
    return { ...(event.data as { request: RequestState }).request, id: event.id, version: event.version };
  if (event.kind === "requestAccepted") return accepted(event);
  const fold = folds[event.kind] as Fold<EventKind> | undefined;
  if (!fold || !request) throw new Error(`${event.kind} is no event of ${request ? "a" : "an unknown"} request`);
  return { ...request, ...fold(request, event.data, event.at), version: event.version };
}
