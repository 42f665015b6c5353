/** 诉求的记录: a call, what was asked, and what the hotline itself did about it. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import type { Channel } from "../../domain/request/request.ts";
import type { Rating } from "../../domain/rule/rulebook.ts";
import { answerText, repeatText, requestText } from "../text/write.ts";
import { type RequestActs, requestActs } from "./acts.ts";
import { type Desk, history } from "./desk.ts";
import { idAt } from "./id.ts";
import { chance, pick } from "./random.ts";

const MINUTE = 60_000;
const AGENTS = 46;
const OTHER_CHANNELS: Channel[] = ["web", "app", "app", "mailbox", "province", "province", "handover110"];

export interface CallSpec {
  from: Instant;
  until: Instant;
  answeredInTime: boolean;
}
export interface RequestSpec {
  at: Instant;
  type: string;
  category: string;
  /** unit whose places it may be about; '' = any */
  unit: string;
  hotEvent: string | null;
  leaderDay: Id | null;
  urgent: boolean;
  /** the call it came by; null: another channel */
  call: CallSpec | null;
  /** said instead of drawn: what an older record came by, whose matter is told again */
  channel?: Channel;
  repeatOf?: Told;
}
/** 说过的事: a matter that may be told again. */
export interface Told {
  id: Id;
  words: string;
  contact: Id;
  place: { code: string; name: string } | null;
}
/** 受理结果: what a maker of later events needs to know. */
export interface Accepted {
  id: Id;
  acts: RequestActs;
  place: string;
  told: Told;
}

export const agent = (desk: Desk) => `agent:${1 + desk.random.below(AGENTS)}`;

/** Seconds until an agent takes the call. */
const wait = (desk: Desk, inTime: boolean) =>
  inTime ? 1_000 + desk.random.below(13_500) : 15_001 + desk.random.below(90_000);

/** The call behind a request: it began shortly before, in the same month. */
function callBefore(desk: Desk, spec: RequestSpec, call: CallSpec, contact: Id): Id {
  const waited = wait(desk, call.answeredInTime);
  const talked = 30_000 + desk.random.below(5 * MINUTE);
  const queuedAt = Math.max(call.from + 4_000, spec.at - talked - waited);
  const answeredAt = queuedAt + waited;
  const endedAt = Math.max(answeredAt, spec.at) + 5_000 + desk.random.below(2 * MINUTE);
  const id = idAt(desk.random, queuedAt);
  history(desk, "call", id)("callEnded", endedAt, "system", {
    offeredAt: queuedAt - 4_000,
    queuedAt,
    answeredAt,
    endedAt,
    agent: agent(desk),
    contact,
    leaderDay: spec.leaderDay,
  });
  return id;
}

function placeOf(desk: Desk, spec: RequestSpec) {
  if (spec.repeatOf) return spec.repeatOf.place;
  const places = desk.placesOf(spec.unit);
  return places.length > 0 ? pick(desk.random, places) : null;
}

function wordsOf(desk: Desk, spec: RequestSpec, place: string): string {
  const scene = { random: desk.random, place };
  if (spec.repeatOf) return repeatText(spec.repeatOf.words, scene);
  return requestText(desk.voice(spec.category), pick(desk.random, desk.voices), spec.type, scene);
}

/** 受理一件 */
export function accept(desk: Desk, spec: RequestSpec): Accepted {
  const { random } = desk;
  const place = placeOf(desk, spec);
  const words = wordsOf(desk, spec, place?.name ?? "");
  const again = spec.repeatOf && chance(random, 60) ? spec.repeatOf.contact : null;
  const contact = again ?? desk.citizen(spec.at, true, place?.name ?? null);
  const id = idAt(random, spec.at);
  const { type, category, hotEvent, leaderDay, urgent } = spec;
  const acts = requestActs(desk, id, spec.at, agent(desk), {
    number: desk.number("request", spec.at),
    type,
    tree: TREE,
    category,
    channel: leaderDay ? "leaderDay" : (spec.channel ?? (spec.call ? "phone" : pick(random, OTHER_CHANNELS))),
    place: place?.code ?? null,
    urgent,
    confidential: chance(random, 2),
    contact,
    text: desk.text(spec.at, words),
    call: spec.call ? callBefore(desk, spec, spec.call, contact) : null,
    hotEvent,
    leaderDay,
    mergedInto: null,
  });
  if (spec.repeatOf) desk.batch.repeats.push({ id, of: spec.repeatOf.id });
  return { id, acts, place: place?.name ?? "", told: { id, words, contact, place } };
}

/** Version of the category tree: codes come from the platform's rulebook. */
export const TREE = "1";

/** 在线办结一件; `rating` null or 未评价 = the citizen didn't rate. */
export function resolveAtOnce(desk: Desk, spec: RequestSpec, rating: Rating | null, until: Instant): Told {
  const { acts, place, told } = accept(desk, spec);
  const { random } = desk;
  const settledAt = Math.min(spec.at + 20_000 + random.below(8 * MINUTE), until - 1);
  const answer = () => desk.text(settledAt, answerText(desk.voice(spec.category), { random, place }));
  acts.act("resolve", settledAt, agent(desk), { text: chance(random, 8) ? answer() : null });
  const ratedAt = Math.min(settledAt + MINUTE + random.below(90 * MINUTE), until - 1);
  if (rating && rating !== "noResponse") acts.act("rate", ratedAt, "citizen", { rating });
  return told;
}

/** 只有通话: a call without a request: given up, or answered and nothing to register. */
export function bareCall(desk: Desk, at: Instant, answeredInTime: boolean | null, leaderDay: Id | null = null): void {
  const { random } = desk;
  const menu = 2_000 + random.below(9_000);
  const gaveUp = answeredInTime === null && chance(random, 22);
  const queuedAt = gaveUp ? null : at + menu;
  const answeredAt = queuedAt !== null && answeredInTime !== null ? queuedAt + wait(desk, answeredInTime) : null;
  const endedAt =
    (answeredAt ?? queuedAt ?? at + menu) + 4_000 + random.below(answeredAt === null ? 80_000 : 3 * MINUTE);
  history(desk, "call", idAt(random, at))("callEnded", endedAt, "system", {
    offeredAt: at,
    queuedAt,
    answeredAt,
    endedAt,
    agent: answeredAt === null ? null : agent(desk),
    contact: desk.citizen(at, false),
    leaderDay,
  });
}
