/** 诉求全文: what is written beside a request so that its words are found. */

import { maskText } from "../../domain/access/mask.ts";
import type { Instant } from "../../domain/calendar/civil.ts";
import { grouped } from "../../domain/grouped.ts";
import type { Contact } from "../../domain/ledger/event.ts";
import { phrasesOf, placedWords } from "../../domain/request/words.ts";
import { append } from "../append.ts";
import { timestamp } from "../connection/value.ts";
import { contactsOf } from "../contact.ts";
import type { Database } from "../database.ts";

const quoted = (word: string) => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

/** tsvector as text: each word once, with all its places (the database keeps 255 of a word). */
export const vectorOf = (text: string): string =>
  [...grouped(placedWords(text), ({ word }) => word)]
    .map(
      ([word, placed]) =>
        `${quoted(word)}:${placed
          .slice(0, 255)
          .map(({ place }) => place)
          .join(",")}`,
    )
    .join(" ");

/** tsquery as text; null: nothing to look for. */
export const queryOf = (asked: string): string | null => {
  const phrases = phrasesOf(asked).map((phrase) => phrase.map(quoted).join(" <-> "));
  return phrases.length === 0 ? null : phrases.map((phrase) => `(${phrase})`).join(" & ");
};

/** 当前的文字 of a request `r`: as last amended, else as first said. */
export const CURRENT_TEXT = "coalesce((r.amendments -> -1 ->> 'text')::uuid, r.text)";

export interface Searchable {
  id: string;
  acceptedAt: Instant;
  text: string;
  contact: string | null;
}

/** 登记全文 of these requests, as everybody reads them: nobody finds by a name or a number what he may not see. */
export async function addRequestTexts(
  db: Database,
  platform: string,
  requests: readonly Searchable[],
  told: readonly Contact[] | null = null,
): Promise<void> {
  const ids = requests.flatMap(({ contact }) => contact ?? []);
  const people = new Map((told ?? (await contactsOf(db, platform, ids))).map((one) => [one.id, one]));
  await append(
    db,
    "request_text",
    ["platform", "request", "accepted_at", "words"],
    requests.map(({ id, acceptedAt, text, contact }) => [
      platform,
      id,
      timestamp(acceptedAt),
      vectorOf(maskText(text, people.get(contact ?? ""))),
    ]),
  );
}
