/** 记录: what every change ends with: the events with their texts, and whoever is to hear of them. */
import type { Contact, FreeText, LedgerEvent } from "../domain/ledger/event.ts";
import { record } from "../store/record.ts";
import type { Visit } from "./visit.ts";

export interface Change {
  events: LedgerEvent[];
  texts?: FreeText[];
  contacts?: Contact[];
}

/** 保存 in the visit's transaction. */
export async function save(visit: Visit, { events, texts = [], contacts = [] }: Change): Promise<void> {
  await record(visit.db, visit.platform.platform, { events, texts, contacts }, visit.at);
}
