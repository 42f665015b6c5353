import { callerOfRequest } from "../../contract/call/call.ts";
import { requestParams } from "../../contract/request/request.ts";
import { contactsOf } from "../../store/contact.ts";
import { requestOf } from "../../store/desk/requests.ts";
import { logVisit } from "../access/log.ts";
import { callerView, type Known, ofCaller } from "../call/caller.ts";
import { atMost } from "../often.ts";
import { operation } from "../operation.ts";
import type { Visit } from "../visit.ts";
import { requestNotFound } from "./load.ts";

const nobody: Known = { contact: null, name: null, requests: [] };

/** 这件诉求的号码, which leaves the house no more than the one that rings; null: he left none */
async function phoneOf(contact: string | null, { db, platform: { platform } }: Visit): Promise<string | null> {
  const [found] = await contactsOf(db, platform, contact === null ? [] : [contact]);
  return found?.phone ?? null;
}

/** A matter a second is more than anybody sends out. */
const tooOften = atMost(60);

/** 派单时看来电人: what pops up when the phone rings, for whoever has the matter and not the call. Logged like it. */
export const readRequestCaller = operation({
  id: "readRequestCaller",
  method: "GET",
  path: "/requests/{id}/caller",
  summary: "这件诉求的来电人：本人别的诉求和同一地区最近的诉求",
  tag: "诉求",
  permit: ["dispatcher", "office"],
  params: requestParams,
  answer: callerOfRequest,
  handle: async ({ params: { id } }, visit) => {
    const often = tooOften(visit.platform, visit.viewer.account, visit.at);
    if (often) return often;
    const request = await visit.see((db) => requestOf(db, visit.platform.platform, id));
    if (!request) return requestNotFound;
    const phone = await phoneOf(request.contact, visit);
    const { name, requests } = phone === null ? nobody : await ofCaller(phone, visit);
    const known = await callerView({ name, requests, place: request.place, self: id }, visit);
    const deed = { operation: "readRequestCaller", subject: ["request", id] as const, found: known.requests.length };
    if (phone !== null) await logVisit(visit, deed);
    return { ...known, hasNumber: phone !== null };
  },
});
