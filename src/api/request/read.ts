import { requestParams, requestView } from "../../contract/request/request.ts";
import { applyRequest } from "../../domain/request/apply.ts";
import type { Matter } from "../../domain/request/conditions.ts";
import type { RequestState } from "../../domain/request/request.ts";
import type { Database } from "../../store/database.ts";
import { eventsOf } from "../../store/desk/orders.ts";
import { textsOf } from "../../store/desk/requests.ts";
import { readableOf } from "../access/words.ts";
import { operation } from "../operation.ts";
import { loadMatter, requestNotFound } from "./load.ts";
import { textIdsOf, viewOf } from "./view.ts";

/** 移交时的诉求: a former unit gets the fold of what it may still see; null: it never was its matter. */
async function matterThen(db: Database, platform: string, id: string): Promise<Matter | null> {
  const events = (await eventsOf(db, platform, id)).filter(({ subject }) => subject === "request");
  const request = events.reduce<RequestState | null>(applyRequest, null);
  return request && { request, order: null };
}

export const readRequest = operation({
  id: "readRequest",
  method: "GET",
  path: "/requests/{id}",
  summary: "一件诉求：内容、结果、能做什么",
  tag: "诉求",
  permit: "signedIn",
  params: requestParams,
  answer: requestView,
  async handle({ params: { id } }, visit) {
    const { platform } = visit.platform;
    const found = await visit.see(async (db) => {
      const matter = (await loadMatter(db, platform, id)) ?? (await matterThen(db, platform, id));
      return matter && { matter, texts: await textsOf(db, platform, textIdsOf(matter.request)) };
    });
    if (!found) return requestNotFound;
    const { matter, texts } = found;
    const { request } = matter;
    const readable = await readableOf(visit, [request]);
    return { version: request.version, answer: viewOf(matter, texts, visit, readable, await visit.rules()) };
  },
});
