/** 告诉市民: by SMS, whoever raised the matter and whoever raised it again; each person once. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { grouped } from "../../domain/grouped.ts";
import type { EventData, Id, LedgerEvent } from "../../domain/ledger/event.ts";
import { type Recipient, repeatSentence, toldWith } from "../../domain/notice/notice.ts";
import type { OrderState } from "../../domain/order/order.ts";
import type { Rules } from "../../domain/order/rules.ts";
import type { Database } from "../database.ts";
import { addMessages, type NewSms } from "./outbox.ts";
import { addSurvey } from "./survey.ts";

export interface Telling {
  platform: string;
  rules: Rules;
  at: Instant;
  newId(): Id;
}

export interface Told {
  event: LedgerEvent;
  order: OrderState;
  ordinal: number;
  to: Recipient;
  sentence: string;
}

const HOUR = 3_600_000;
/** after all notices of one event */
const REPEATS_FROM = 100;

interface Person {
  request: Id;
  contact: Id;
  /** 编号 of his own request */
  number: string;
  /** 0: raised it first; else the how-manieth repeat */
  no: number;
}

/** Two contacts with one number are one person, who hears as whoever came first. */
async function peopleOf(db: Database, platform: string, requests: readonly Id[]): Promise<Map<Id, Person[]>> {
  const rows = await db.prepared<Person>(
    `select distinct on (told.request, coalesce(contact.phone_index, contact.id::text::bytea))
       told.request, told.contact, told.number, told.no::integer as no
     from unnest($2::text::uuid[]) as wanted (id)
     cross join lateral (
       select id, number, contact, repeats from service_request where platform = $1 and id = wanted.id offset 0
     ) main
     cross join lateral (
       select main.id as request, main.contact, main.number, 0 as no
       union all
       select main.id, repeat.contact, repeat.number, each.no
       from jsonb_array_elements_text(main.repeats) with ordinality as each (id, no)
       cross join lateral (
         select contact, number from service_request where platform = $1 and id = each.id::uuid offset 0
       ) repeat
     ) told
     cross join lateral (
       select id, phone_index from contact where platform = $1 and id = told.contact offset 0
     ) contact
     order by told.request, coalesce(contact.phone_index, contact.id::text::bytea), told.no`,
    [platform, `{${requests.join(",")}}`],
  );
  return grouped(rows, ({ request }) => request);
}

/** Of the attempt that went out by SMS: the link leads here, as long as the rule's window is open. */
async function surveyFor(db: Database, { event, order }: Told, { platform, rules }: Telling) {
  if (event.kind !== "followUpAttempted") return null;
  const { round } = event.data as EventData["followUpAttempted"];
  const until = event.at + rules.followUpMode(event.at).windowHours * HOUR;
  return addSurvey(db, platform, { order: order.id, round, version: event.version, until });
}

async function messageFor(db: Database, one: Told, { contact, number, no }: Person, telling: Telling): Promise<NewSms> {
  const { event, ordinal } = one;
  const sentence = toldWith(one.sentence, number);
  const of = { id: telling.newId(), contact, subjectId: event.id, version: event.version };
  if (no === 0) return { ...of, sentence, ordinal, survey: await surveyFor(db, one, telling) };
  const again = repeatSentence(event.kind) ?? one.sentence;
  return { ...of, sentence: toldWith(again, number), ordinal: REPEATS_FROM * no + ordinal, survey: null };
}

/** 写短信 for these. Whoever left no contact is told nothing; only who raised it first is asked for his rating. */
export async function writeMessages(db: Database, those: readonly Told[], telling: Telling): Promise<void> {
  if (those.length === 0) return;
  const { platform, at } = telling;
  const requests = those.map(({ order }) => order.request);
  const people = await peopleOf(db, platform, requests);
  const messages: NewSms[] = [];
  for (const one of those)
    for (const person of people.get(one.order.request) ?? []) messages.push(await messageFor(db, one, person, telling));
  await addMessages(db, platform, messages, at);
}
