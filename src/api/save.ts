/** 记录: what every change ends with: the events with their texts, and whoever is to hear of them. */
import type { Contact, FreeText, Id, LedgerEvent } from "../domain/ledger/event.ts";
import type { OrderState } from "../domain/order/order.ts";
import { lookAgainAt, tell } from "../store/notice/tell.ts";
import { record } from "../store/record.ts";
import type { State } from "../store/subject.ts";
import type { Visit } from "./visit.ts";

export interface Change {
  events: LedgerEvent[];
  texts?: FreeText[];
  contacts?: Contact[];
}

/** 保存 in the visit's transaction; `seen` are the states that were decided on. Answers with the states as they now are. */
export async function save(
  visit: Visit,
  { events, texts = [], contacts = [] }: Change,
  seen: readonly State[] = [],
): Promise<Map<Id, State>> {
  const { platform } = visit.platform;
  const { at, newId } = visit;
  const rules = await visit.rules();
  const lookAgain = (order: OrderState) => lookAgainAt(order, at, rules);
  const batch = { events, texts, contacts };
  const written = await record(visit.db, platform, batch, at, seen, lookAgain);
  await tell(visit.db, events, written, { platform, rules, at, newId });
  return written;
}
