/** 诉求的动作: one operation for each line of the request's lifecycle that a person can take. */
import type { z } from "zod";
import { requestActions, requestParams, requestView } from "../../contract/request/request.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Refused } from "../../domain/refusal.ts";
import type { Matter } from "../../domain/request/conditions.ts";
import { decideRequest } from "../../domain/request/decide.ts";
import { type RequestAction, requestLifecycle } from "../../domain/request/lifecycle.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { textsOf } from "../../store/desk/requests.ts";
import { enterWordsAnew } from "../../store/search/fill.ts";
import { readableOf } from "../access/words.ts";
import { type Operation, operation } from "../operation.ts";
import { save } from "../save.ts";
import { kept } from "../texts.ts";
import { staleVersion } from "../version.ts";
import type { Visit } from "../visit.ts";
import { matterOf } from "./load.ts";
import { textIdsOf, viewOf } from "./view.ts";

type Acting = keyof typeof requestActions;

/** 并单 names the other matter by its id; the decision needs to see it. */
async function merged(body: Record<string, unknown>, visit: Visit) {
  const found = await matterOf(body.into as string, visit);
  return "refused" in found ? found : { into: found.request, order: found.order };
}

async function act(
  action: Acting,
  matter: Matter,
  body: Record<string, unknown>,
  visit: Visit,
): Promise<RequestState | Refused> {
  const { platform } = visit.platform;
  const { input, texts } = kept(body, visit);
  const full = action === "merge" ? await merged(body, visit) : input;
  if ("refused" in full) return full as Refused;
  const events = decideRequest(
    matter,
    action as Exclude<RequestAction, "dispatch">,
    full as never,
    visit.actor,
    visit.at,
  );
  if ("refused" in events) return events;
  const { request } = matter;
  const written = await save(visit, { events, texts }, [request]);
  if (action === "amend") await enterWordsAnew(visit.db, platform, [request.id]);
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
      const matter = await matterOf(id, visit);
      if ("refused" in matter) return matter;
      const after = staleVersion(matter.request, visit) ?? (await act(action, matter, body, visit));
      if ("refused" in after) return after;
      const texts = await visit.see((db) => textsOf(db, platform, textIdsOf(after)));
      return {
        version: after.version,
        answer: viewOf(
          { ...matter, request: after },
          texts,
          visit,
          await readableOf(visit, [after]),
          await visit.rules(),
        ),
      };
    },
  });

export const requestActionOperations = (Object.keys(requestActions) as Acting[]).map(actionOf);
