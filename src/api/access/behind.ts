/** 当事人: who stands behind a request, as far as whoever looks may see him through the door. */
import type { Contact } from "../../domain/ledger/event.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { contactsOf } from "../../store/contact.ts";
import type { Database } from "../../store/database.ts";

/** 没有来电人: nobody left a word of himself, or he is hidden; there is still what he said */
export const nobody: Omit<Contact, "id"> = { name: null, phone: null, address: null, identityNumber: null };

/** 来电人; null: he is hidden from whoever looks, or forgotten. */
export async function behind(db: Database, platform: string, { contact, confidential }: RequestState) {
  if (contact === null) return confidential ? null : nobody;
  const [found] = await contactsOf(db, platform, [contact]);
  return found ?? null;
}
