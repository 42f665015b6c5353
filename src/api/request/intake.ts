/**
 * 登记的合流: what is handed in while a transaction is under way is recorded together by the next one, so that a rush costs
 * as many commits as the disk can make, not one for each request. Each is still answered for itself, when it is on the disk.
 */
import { hash } from "node:crypto";
import type { newRequest } from "../../contract/request/request.ts";
import { Refusal, type Refused, refuse } from "../../domain/refusal.ts";
import { answerUnder, claimAll, type KeyOwner } from "../../store/access/idempotency.ts";
import type { Database } from "../../store/database.ts";
import { addRequestTexts } from "../../store/search/requestText.ts";
import { save } from "../save.ts";
import type { Visit } from "../visit.ts";
import { acceptGiven } from "./accept.ts";

type NewRequest = typeof newRequest._output;

export interface Made {
  id: string;
  number: string;
  version: number;
}

interface HandedIn {
  body: NewRequest;
  visit: Visit;
  /** null: it may be done twice when it is sent twice */
  key: string | null;
  settle(answer: Made | Refused): void;
  fail(error: unknown): void;
}

const MOST = 100;

/** Queues by database: a process answers for one, a test for several. */
const queues = new WeakMap<Database, { waiting: HandedIn[]; busy: boolean }>();

const ownerOf = ({ visit, key }: HandedIn): KeyOwner => ({
  platform: visit.platform.platform,
  account: visit.viewer.account,
  key: key!,
});
const digestOf = ({ body }: HandedIn): Buffer => hash("sha256", JSON.stringify(body), "buffer");

type Outcome = Made | Refused;

const keyReused = refuse("keyReused", "这个 Idempotency-Key 已用于另一个请求。", "请为每个请求用一个新的。");

/** What was answered under its key, whatever the rules have become since; null: nothing yet. */
async function keptAnswer(db: Database, one: HandedIn): Promise<Outcome | null> {
  const kept = one.key === null ? null : await answerUnder(db, ownerOf(one));
  return kept && (digestOf(one).equals(kept.digest) ? (kept.answer as Made) : keyReused);
}

const nameOf = (one: HandedIn) => JSON.stringify(ownerOf(one));

/** The keys of a batch that are taken already: by an earlier transaction, or by an earlier one of the same batch. */
async function repeated(db: Database, batch: readonly { one: HandedIn; made: Made }[]): Promise<Set<HandedIn>> {
  const keyed = new Map<string, { one: HandedIn; made: Made }>();
  const repeats = new Set<HandedIn>();
  for (const each of batch) {
    if (each.one.key === null) continue;
    if (keyed.has(nameOf(each.one))) repeats.add(each.one);
    else keyed.set(nameOf(each.one), each);
  }
  const claims = [...keyed.values()].map(({ one, made }) => ({ ...ownerOf(one), digest: digestOf(one), answer: made }));
  const claimed = await claimAll(db, claims, batch[0]!.one.visit.at);
  for (const [name, { one }] of keyed) if (!claimed.has(name)) repeats.add(one);
  return repeats;
}

/** All of a batch in one transaction; answers in its order. */
const recordAll = (db: Database, batch: readonly HandedIn[]): Promise<Outcome[]> =>
  db.decision(async (tx) => {
    const outcomes = new Map<HandedIn, Outcome>();
    const accepted = [];
    const rules = await batch[0]!.visit.rules(tx);
    for (const one of batch) {
      const given = await acceptGiven(one.body, { ...one.visit, db: tx }, rules);
      if ("refused" in given) outcomes.set(one, (await keptAnswer(tx, one)) ?? given);
      else accepted.push({ one, given, made: { id: given.id, number: given.number, version: 1 } });
    }
    const repeats = accepted.length === 0 ? new Set() : await repeated(tx, accepted);
    const fresh = accepted.filter(({ one }) => !repeats.has(one));
    if (fresh.length > 0) {
      const { visit } = batch[0]!;
      await save(
        { ...visit, db: tx, rules: async () => rules },
        {
          events: fresh.flatMap(({ given }) => given.events),
          texts: fresh.flatMap(({ given }) => given.texts),
          contacts: fresh.flatMap(({ given }) => given.contacts),
        },
      );
      const contacts = fresh.flatMap(({ given }) => given.contacts);
      const words = fresh.map(({ one, given, made }) => ({
        id: made.id,
        acceptedAt: one.visit.at,
        text: one.body.text,
        contact: given.contacts[0]?.id ?? null,
      }));
      await addRequestTexts(tx, visit.platform.platform, words, contacts);
    }
    for (const { one, made } of accepted)
      outcomes.set(one, repeats.has(one) ? ((await keptAnswer(tx, one)) ?? keyReused) : made);
    return batch.map((one) => outcomes.get(one)!);
  });

/** Nobody gets a connection: to try each by itself would keep all who come after waiting as many times as long. */
const isBusy = (error: unknown) => error instanceof Refusal && error.refused.refused === "databaseBusy";

/** Where a batch fails, each is tried by itself: one's failure is nobody else's. */
async function settleBatch(db: Database, batch: readonly HandedIn[]): Promise<void> {
  try {
    const outcomes = await recordAll(db, batch);
    for (const [at, one] of batch.entries()) one.settle(outcomes[at]!);
  } catch (error) {
    if (batch.length > 1 && !isBusy(error)) for (const one of batch) await settleBatch(db, [one]);
    else for (const one of batch) one.fail(error);
  }
}

async function drain(db: Database, queue: { waiting: HandedIn[]; busy: boolean }): Promise<void> {
  if (queue.busy) return;
  queue.busy = true;
  while (queue.waiting.length > 0) await settleBatch(db, queue.waiting.splice(0, MOST));
  queue.busy = false;
}

/** 交来一件登记; answers when it is recorded, or why it isn't. */
export function handIn(body: NewRequest, visit: Visit, key: string | null): Promise<Outcome> {
  const queue = queues.get(visit.db) ?? { waiting: [], busy: false };
  queues.set(visit.db, queue);
  return new Promise<Outcome>((settle, fail) => {
    queue.waiting.push({ body, visit, key, settle, fail });
    void drain(visit.db, queue);
  }).catch((error) => {
    if (error instanceof Refusal) return error.refused;
    throw error;
  });
}
