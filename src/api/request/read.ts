import { requestParams, requestView } from "../../contract/request/request.ts";
import { refuse } from "../../domain/refusal.ts";
import { applyRequest } from "../../domain/request/apply.ts";
import type { RequestState } from "../../domain/request/request.ts";
import type { Database } from "../../store/database.ts";
import { eventsOf } from "../../store/desk/orders.ts";
import { requestOf, textsOf } from "../../store/desk/requests.ts";
import { readableOf } from "../access/words.ts";
import { operation } from "../operation.ts";
import { textIdsOf, viewOf } from "./view.ts";

export const requestNotFound = refuse("notFound", "没有这件诉求，或者不归您看。", "请核对编号。");

/** 移交时的诉求: a former unit gets the fold of what it may still see; null: it never was its matter. */
async function requestThen(db: Database, platform: string, id: string): Promise<RequestState | null> {
  const events = (await eventsOf(db, platform, id)).filter(({ subject }) => subject === "request");
  return events.reduce<RequestState | null>(applyRequest, null);
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
      const request = (await requestOf(db, platform, id)) ?? (await requestThen(db, platform, id));
      return request && { request, texts: await textsOf(db, platform, textIdsOf(request)) };
    });
    if (!found) return requestNotFound;
    const { request, texts } = found;
    const readable = await readableOf(visit, [request]);
    return { version: request.version, answer: viewOf(request, texts, visit, readable) };
  },
});
