/** 诉求给人看的样子: what leaves the house, by role. */
import type { z } from "zod";
import type { requestRow, requestView } from "../../contract/request/request.ts";
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Rules } from "../../domain/order/rules.ts";
import type { Matter } from "../../domain/request/conditions.ts";
import { allowedOnRequest } from "../../domain/request/decide.ts";
import { requestLifecycle } from "../../domain/request/lifecycle.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { type RouteCode, routes, toldTo } from "../../domain/request/routes.ts";
import type { Readable } from "../access/words.ts";
import { categoryNameOf, placeNameOf, typeNameOf } from "../order/names.ts";
import { iso, isoOrNull } from "../time.ts";
import type { Visit } from "../visit.ts";

/** names as they are on a day */
export interface Naming {
  rules: Rules;
  at: Instant;
}

type Row = z.input<typeof requestRow>;
type View = z.input<typeof requestView>;

/** 当前的文字: the last amendment, else the words first said. */
export const textIdOf = (request: RequestState): string | null => request.amendments.at(-1)?.text ?? request.text;

export const rowOf = (request: RequestState, words: string | null, readable: Readable, of: Naming): Row => ({
  id: request.id,
  version: request.version,
  number: request.number,
  acceptedAt: iso(request.acceptedAt),
  type: request.type,
  typeName: typeNameOf(of.rules, request.type, of.at),
  category: request.category,
  categoryName: categoryNameOf(of.rules, request.category, of.at),
  channel: request.channel,
  place: request.place,
  placeName: request.place && placeNameOf(of.rules, request.place, of.at),
  urgent: request.urgent,
  confidential: request.confidential,
  outcome: request.outcome,
  settledAt: isoOrNull(request.settledAt),
  order: request.order,
  text: readable(request, words),
});

const refusalOf = ({ refusal }: RequestState): View["refusal"] =>
  refusal && { ...refusal, told: Object.hasOwn(routes, refusal.route) ? toldTo(refusal.route as RouteCode) : "" };

export const viewOf = (
  { request, order }: Matter,
  texts: Map<string, string>,
  { actor, at }: Visit,
  readable: Readable,
  rules: Rules,
): View => ({
  ...rowOf(request, texts.get(textIdOf(request) ?? "") ?? null, readable, { rules, at }),
  call: request.call,
  mergedInto: request.mergedInto,
  repeats: request.repeats,
  refusal: refusalOf(request),
  amendments: request.amendments.map((one) => ({ at: iso(one.at), text: readable(request, texts.get(one.text)) })),
  rating: request.rating,
  ratedAt: isoOrNull(request.ratedAt),
  allowed: allowedOnRequest({ request, order }, actor, at).map((one) => ({
    term: requestLifecycle[one.action].term,
    ...one,
  })),
});

/** 一件诉求的全部文字 that the view needs. */
export const textIdsOf = ({ text, amendments }: RequestState): string[] => [
  ...(text === null ? [] : [text]),
  ...amendments.map((one) => one.text),
];
