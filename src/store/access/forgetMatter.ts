/** 一批期满的诉求: what is forgotten of them, in the transaction that marks them. */
import { readFileSync } from "node:fs";
import { maskText } from "../../domain/access/mask.ts";
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { dropQueryCodes } from "../citizen/queryCode.ts";
import { timestamp } from "../connection/value.ts";
import { contactsOf } from "../contact.ts";
import type { Database } from "../database.ts";
import { forgetCases } from "../report/cases.ts";
import { dropWords, enterWordsAnew } from "../search/fill.ts";

const sql = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
const expired = sql("./expired.sql");
const toldTexts = sql("./toldTexts.sql");

export interface Matter {
  id: Id;
  acceptedAt: Instant;
  contact: Id | null;
  workOrder: Id | null;
}

export interface Expired {
  platform: string;
  before: Instant;
  of: "contact" | "text";
  now: Instant;
  limit: number;
}

/** where the first batch begins */
const FIRST = { acceptedAt: 0, id: "00000000-0000-0000-0000-000000000000" };

/** 期满的诉求, the oldest first, after that one */
export const expiredMatters = (
  tx: Database,
  { platform, before, of, now, limit }: Expired,
  after: Pick<Matter, "acceptedAt" | "id"> = FIRST,
): Promise<Matter[]> =>
  tx.query<Matter>(expired, [
    ...[platform, timestamp(before), of, timestamp(now), limit],
    ...[timestamp(after.acceptedAt), after.id],
  ]);

/** 记下已遗忘 */
export const markForgotten = (tx: Database, platform: string, matters: Matter[], of: Expired["of"], now: Instant) =>
  tx.kysely
    .insertInto("forgotten")
    .values(matters.map(({ id }) => ({ platform, request: id, class: of, at: timestamp(now) })))
    .execute();

const present = (ids: (Id | null)[]): Id[] => ids.filter((id) => id !== null);
const subjectsOf = (matters: Matter[]): Id[] => present(matters.flatMap(({ id, workOrder }) => [id, workOrder]));

interface Told {
  id: Id;
  text: string;
  subject: Id;
}

/** Words stay longer than the person: whatever in them is his goes now, while it is still known what is his. */
async function redact(tx: Database, platform: string, matters: Matter[]): Promise<void> {
  const people = new Map(
    (await contactsOf(tx, platform, present(matters.map(({ contact }) => contact)))).map((one) => [one.id, one]),
  );
  const ofSubject = new Map(matters.flatMap((one) => [one.id, one.workOrder].map((id) => [id, one.contact] as const)));
  const told = await tx.query<Told>(toldTexts, [platform, subjectsOf(matters)]);
  const masked = told.map(({ text, subject }) => maskText(text, people.get(ofSubject.get(subject) ?? "")));
  await tx.query(
    `update free_text t set text = masked.text from unnest($2::uuid[], $3::text[]) masked (id, text)
     where t.platform = $1 and t.id = masked.id and t.text <> masked.text`,
    [platform, told.map(({ id }) => id), masked],
  );
  await enterWordsAnew(
    tx,
    platform,
    matters.map(({ id }) => id),
  );
}

/** The words that they were found by. */
const forgetWords = (tx: Database, platform: string, matters: Matter[]) =>
  dropWords(
    tx,
    platform,
    matters.map(({ id }) => id),
  );

/** 遗忘个人信息, and how its matter was followed; one that several requests share goes with the last of them. Returns how many. */
export async function forgetContacts(tx: Database, platform: string, matters: Matter[]): Promise<number> {
  await redact(tx, platform, matters);
  await dropQueryCodes(
    tx,
    platform,
    matters.map(({ id }) => id),
  );
  const gone = await tx.query(
    `delete from contact c where c.platform = $1 and c.id = any ($2::uuid[]) and (
       select true from service_request r where r.platform = c.platform and r.contact = c.id and (
         select true from forgotten f where f.platform = r.platform and f.request = r.id and f.class = 'contact'
       ) is null limit 1) is null
     returning c.id`,
    [platform, present(matters.map(({ contact }) => contact))],
  );
  return gone.length;
}

/** 遗忘文字; returns how many. */
export async function forgetTexts(tx: Database, platform: string, matters: Matter[]): Promise<number> {
  const told = await tx.query<Told>(toldTexts, [platform, subjectsOf(matters)]);
  const gone = await tx.query("delete from free_text where platform = $1 and id = any ($2::uuid[]) returning id", [
    platform,
    told.map(({ id }) => id),
  ]);
  await forgetWords(tx, platform, matters);
  await forgetCases(
    tx,
    platform,
    matters.map(({ id }) => id),
  );
  return gone.length;
}

/** 遗忘附件; bytes that no attachment names any more are noted, to be removed. Returns how many attachments. */
export async function forgetAttachments(
  tx: Database,
  platform: string,
  matters: Matter[],
  now: Instant,
): Promise<number> {
  const gone = await tx.query(
    `with gone as (delete from attachment where platform = $1 and about = any ($2::uuid[]) returning id, digest),
     noted as (
       insert into leftover_file (platform, digest, since, claimed)
       select distinct $1, digest, $3::timestamptz, false from gone where not exists (
         select from attachment a where a.digest = gone.digest and a.id not in (select id from gone))
       on conflict (platform, digest) do nothing
     )
     select from gone`,
    [platform, subjectsOf(matters), timestamp(now)],
  );
  return gone.length;
}
