/** 记录: what every change ends with: the events with their texts, and whoever is to hear of them. */
import type { Contact, FreeText, LedgerEvent } from "../domain/ledger/event.ts";
import { tell } from "../store/notice/tell.ts";
import { record } from "../store/record.ts";
import type { Visit } from "./visit.ts";

export interface Change {
  events: LedgerEvent[];
  texts?: FreeText[];
  contacts?: Contact[];
}

/** 保存 in the visit's transaction. */
export async function save(visit: Visit, { events, texts = [], contacts = [] }: Change): Promise<void> {
  const { platform } = visit.platform;
  await record(visit.db, platform, { events, texts, contacts }, visit.at);
  await tell(visit.db, events, { platform, rules: await visit.rules(), at: visit.at, newId: visit.newId });
}
