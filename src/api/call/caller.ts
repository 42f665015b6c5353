import { caller, callerQuery } from "../../contract/call/call.ts";
import { maskName, maskPhone } from "../../domain/access/maskContact.ts";
import { findContactsByPhone } from "../../store/contact.ts";
import { type RequestRow, requestPage } from "../../store/desk/requests.ts";
import { logVisit } from "../access/log.ts";
import { readableOf } from "../access/words.ts";
import { atMost } from "../often.ts";
import { operation } from "../operation.ts";
import { rowOf } from "../request/view.ts";
import type { Visit } from "../visit.ts";

const SHOWN = 20;
const THREE_DAYS = 3 * 86_400_000;

async function rowsOf(rows: RequestRow[], visit: Visit) {
  const readable = await readableOf(visit, rows);
  const naming = { rules: await visit.rules(), at: visit.at };
  return rows.map((row) => rowOf(row, row.words, readable, naming));
}

/** Calls don't come that often; whoever asks oftener looks for people. */
const tooOften = atMost(30);

export interface Known {
  contact: string | null;
  name: string | null;
  requests: RequestRow[];
}

/** 本人 by the number that rings; the number itself is never kept or answered */
export const ofCaller = (phone: string, { see, platform: { platform } }: Visit): Promise<Known> =>
  see(async (db) => {
    const found = await findContactsByPhone(db, platform, phone);
    const contacts = found.map(({ id }) => id);
    const { rows: requests } = await requestPage(db, platform, { contacts }, null, SHOWN + 1);
    return { contact: contacts.at(-1) ?? null, name: found.findLast(({ name }) => name)?.name ?? null, requests };
  });

const atPlace = async (place: string | null, { see, at, platform: { platform } }: Visit) =>
  place === null
    ? []
    : (await see((tx) => requestPage(tx, platform, { places: [place], from: at - THREE_DAYS }, null, SHOWN + 1))).rows;

interface Asked extends Pick<Known, "name" | "requests"> {
  place: string | null;
  /** the matter that is looked at: it isn't its own history */
  self: string | null;
}

/** 来电人给人看的样子: masked, with what was told from the same place. */
export async function callerView({ name, requests, place, self }: Asked, visit: Visit) {
  const others = (rows: RequestRow[]) => rows.filter(({ id }) => id !== self).slice(0, SHOWN);
  const own = others(requests);
  return {
    name: name && maskName(name),
    requests: await rowsOf(own, visit),
    open: own.filter(({ outcome }) => outcome === "pending" || outcome === "dispatched").length,
    samePlace: await rowsOf(others(await atPlace(place, visit)), visit),
  };
}

export const readCaller = operation({
  id: "readCaller",
  method: "GET",
  path: "/callers",
  summary: "来电弹屏：本人的诉求和同一地区最近的诉求",
  tag: "来电",
  permit: ["agent", "dispatcher", "followUp"],
  query: callerQuery,
  answer: caller,
  handle: async ({ query: { phone, place = null } }, visit) => {
    const often = tooOften(visit.platform, visit.viewer.account, visit.at);
    if (often) return often;
    const { contact, name, requests } = await ofCaller(phone, visit);
    await logVisit(visit, {
      ...{ operation: "readCaller", filter: `电话 ${maskPhone(phone)}`, found: Math.min(requests.length, SHOWN) },
      ...(contact === null ? {} : { subject: ["contact", contact] as const }),
    });
    return callerView({ name, requests, place, self: null }, visit);
  },
});
