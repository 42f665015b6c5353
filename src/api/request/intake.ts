/** 登记的合流: a rush of requests is recorded by few transactions. */
import type { newRequest } from "../../contract/request/request.ts";
import type { Contact, FreeText, LedgerEvent } from "../../domain/ledger/event.ts";
import type { Refused } from "../../domain/refusal.ts";
import { addQueryCodes } from "../../store/citizen/queryCode.ts";
import { addRequestTexts } from "../../store/search/requestText.ts";
import { type Asked, joining, type Stream } from "../confluence.ts";
import { save } from "../save.ts";
import { acceptGiven } from "./accept.ts";

type NewRequest = typeof newRequest._output;

export interface Made {
  id: string;
  number: string;
  version: number;
}

interface Accepted {
  answer: Made;
  events: LedgerEvent[];
  texts: FreeText[];
  contacts: Contact[];
  /** 当事人自己登记的: followed by number and code */
  isFollowed: boolean;
  /** what it is searched by */
  words: { id: string; acceptedAt: number; text: string; contact: string | null };
}

async function accepted({ asked, visit }: Asked<NewRequest>): Promise<Accepted | Refused> {
  const given = await acceptGiven(asked, visit, await visit.rules());
  if ("refused" in given) return given;
  const { id, number, events, texts, contacts } = given;
  return {
    answer: { id, number, version: 1 },
    ...{ events, texts, contacts },
    isFollowed: visit.viewer.role === "citizen",
    words: { id, acceptedAt: visit.at, text: asked.text, contact: contacts[0]?.id ?? null },
  };
}

/** 登记: how requests are decided and recorded, many or one. */
export const registration: Stream<NewRequest, Made, Accepted> = {
  most: 100,
  about: () => null,
  decide: async (batch) => {
    const outcomes = [];
    for (const one of batch) outcomes.push(await accepted(one));
    return outcomes;
  },
  write: async (all, visit) => {
    const contacts = all.flatMap((one) => one.contacts);
    const change = { events: all.flatMap((one) => one.events), texts: all.flatMap((one) => one.texts), contacts };
    await save(visit, change);
    const words = all.map((one) => one.words);
    await addRequestTexts(visit.db, visit.platform.platform, words, contacts);
    const followed = all.filter(({ isFollowed }) => isFollowed).map(({ answer }) => answer.id);
    await addQueryCodes(visit.db, visit.platform.platform, followed);
  },
};

/** 交来一件登记; answers when it is recorded, or why it isn't. */
export const handIn = joining(registration);
