/** 遮蔽的文字: what people told, as anybody at a desk reads it. */
import { maskText } from "../../domain/access/mask.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { contactsOf } from "../../store/contact.ts";
import type { Visit } from "../visit.ts";

interface OfSomebody {
  contact: Id | null;
}

export type Readable = (of: OfSomebody, text: string | null | undefined) => string | null;

/**
 * 怎样读 the words of these requests: without numbers and names, the caller's own above all. He is looked up past the door, for
 * a confidential matter hides him there. Never inside `see`.
 */
export async function readableOf({ db, platform }: Visit, requests: readonly OfSomebody[]): Promise<Readable> {
  const ids = new Set(requests.flatMap(({ contact }) => contact ?? []));
  const people = new Map((await contactsOf(db, platform.platform, [...ids])).map((one) => [one.id, one]));
  return ({ contact }, text) => (text == null ? null : maskText(text, people.get(contact ?? "")));
}
