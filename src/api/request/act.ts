/** 诉求的动作: one operation for each line of the request's lifecycle that a person can take. */
import type { z } from "zod";
import { requestActions, requestParams, requestView } from "../../contract/request/request.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Refused } from "../../domain/refusal.ts";
import { decideRequest } from "../../domain/request/decide.ts";
import { type RequestAction, requestLifecycle } from "../../domain/request/lifecycle.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { orderOf } from "../../store/desk/orders.ts";
import { requestOf, textsOf } from "../../store/desk/requests.ts";
import { readableOf } from "../access/words.ts";
import { type Operation, operation } from "../operation.ts";
import { save } from "../save.ts";
import { kept } from "../texts.ts";
import { staleVersion } from "../version.ts";
import type { Visit } from "../visit.ts";
import { requestNotFound } from "./read.ts";
import { textIdsOf, viewOf } from "./view.ts";

type Acting = keyof typeof requestActions;

/** 并单 names the other matter by its id; the decision needs to see it. */
async function merged(body: Record<string, unknown>, { see, platform: { platform } }: Visit) {
  const into = await see((db) => requestOf(db, platform, body.into as string));
  if (!into) return requestNotFound;
  const order = into.order === null ? null : await see((db) => orderOf(db, platform, into.order!));
  return { into, order };
}

async function act(
  action: Acting,
  request: RequestState,
  body: Record<string, unknown>,
  visit: Visit,
): Promise<RequestState | Refused> {
  const { input, texts } = kept(body, visit);
  const full = action === "merge" ? await merged(body, visit) : input;
  if ("refused" in full) return full as Refused;
  const events = decideRequest(
    request,
    action as Exclude<RequestAction, "dispatch">,
    full as never,
    visit.actor,
    visit.at,
  );
  if ("refused" in events) return events;
  const written = await save(visit, { events, texts }, [request]);
  return written.get(request.id) as RequestState;
}

const actionOf = (action: Acting): Operation =>
  operation({
    id: `${action}Request`,
    method: "POST",
    path: `/requests/{id}/${requestActions[action].noun}`,
    summary: requestLifecycle[action].term,
    tag: "诉求",
    permit: requestLifecycle[action].who.filter((role) => role !== "system" && role !== "citizen") as Role[],
    params: requestParams,
    body: requestActions[action].body as z.ZodType<Record<string, unknown>>,
    answer: requestView,
    changes: true,
    writes: true,
    handle: async ({ params: { id }, body }, visit) => {
      const { platform } = visit.platform;
      const request = await visit.see((db) => requestOf(db, platform, id));
      if (!request) return requestNotFound;
      const after = staleVersion(request, visit) ?? (await act(action, request, body, visit));
      if ("refused" in after) return after;
      const texts = await visit.see((db) => textsOf(db, platform, textIdsOf(after)));
      return { version: after.version, answer: viewOf(after, texts, visit, await readableOf(visit, [after])) };
    },
  });

export const requestActionOperations = (Object.keys(requestActions) as Acting[]).map(actionOf);
