/**
 * 合流: what comes while a transaction is under way is done together by the next one, so that a rush costs as many commits as
 * the disk can make, not one for each. Each is still decided and answered for itself, when it is on the disk.
 */
import { hash } from "node:crypto";
import { grouped } from "../domain/grouped.ts";
import { Refusal, type Refused } from "../domain/refusal.ts";
import { answerUnder, claimAll } from "../store/access/idempotency.ts";
import { isUnanswered } from "../store/connection/commit.ts";
import type { Database } from "../store/database.ts";
import { keyOf, keyReused } from "./idempotent.ts";
import { wakeLive } from "./live/hub.ts";
import type { Visit } from "./visit.ts";

/** 所求: what somebody asks for, and his visit. */
export interface Asked<A> {
  asked: A;
  visit: Visit;
}

/** 一种事, many of which are done at once: `A` is what is asked for, `R` what is answered, `D` what is decided. */
export interface Stream<A, R, D extends { answer: R }> {
  /** so many at once, at most */
  most: number;
  /** no two about the same thing are done at once; null: it is about nothing that is there yet */
  about(asked: A): string | null;
  /** answers in their order; writes nothing. The visits are inside the transaction */
  decide(batch: readonly Asked<A>[]): Promise<(D | Refused)[]>;
  /** all that was decided; the visit is the first's, and speaks for all */
  write(decided: readonly D[], visit: Visit): Promise<void>;
}

interface Waiting<A, R> extends Asked<A> {
  /** null: it may be done twice when it is sent twice */
  key: string | null;
  settle(answer: R | Refused): void;
  fail(error: unknown): void;
}

const isRefusal = (outcome: object): outcome is Refused => "refused" in outcome;

type Kept = Waiting<unknown, unknown>;

const ownerOf = ({ visit: { platform, viewer }, key }: Kept) => ({
  platform: platform.platform,
  account: viewer.account,
  key: key!,
});
const nameOf = (one: Kept) => JSON.stringify(ownerOf(one));
const digestOf = ({ asked, visit }: Kept): Buffer =>
  hash("sha256", JSON.stringify([visit.ifMatch ?? null, asked]), "buffer");

/** What was answered under its key, whatever the rules have become since; null: nothing yet. */
async function keptAnswer<R>(db: Database, one: Waiting<unknown, R>): Promise<R | Refused | null> {
  const kept = one.key === null ? null : await answerUnder(db, ownerOf(one as Kept));
  return kept && (digestOf(one as Kept).equals(kept.digest) ? (kept.answer as R) : keyReused);
}

/** Those whose keys are taken already: by an earlier transaction, or by an earlier one of the same batch. */
async function repeated(tx: Database, answers: ReadonlyMap<Kept, unknown>): Promise<Set<Kept>> {
  const keyed = [...answers.keys()].filter(({ key }) => key !== null);
  const named = grouped(keyed, nameOf);
  const claims = [...named.values()].map(([one]) => ({
    ...ownerOf(one!),
    digest: digestOf(one!),
    answer: answers.get(one!),
  }));
  if (claims.length === 0) return new Set();
  const claimed = await claimAll(tx, claims, keyed[0]!.visit.at);
  return new Set([...named].flatMap(([name, those]) => (claimed.has(name) ? those.slice(1) : those)));
}

/** Inside the transaction; the rules are looked up once for all. */
function visitsIn(tx: Database, batch: readonly Asked<unknown>[]): Visit[] {
  const visits = batch.map(({ visit }) => visit.within(tx));
  let rules: ReturnType<Visit["rules"]> | null = null;
  return visits.map((visit) => ({ ...visit, rules: (db) => (rules ??= visits[0]!.rules(db)) }));
}

/** All of a batch in one transaction; answers in its order. */
const doAll = <A, R, D extends { answer: R }>(
  db: Database,
  { decide, write }: Stream<A, R, D>,
  batch: readonly Waiting<A, R>[],
): Promise<(R | Refused)[]> =>
  db.decision(async (tx) => {
    const visits = visitsIn(tx, batch);
    const outcomes = await decide(batch.map(({ asked }, at) => ({ asked, visit: visits[at]! })));
    const decided = new Map<Waiting<A, R>, D>();
    for (const [at, outcome] of outcomes.entries()) if (!isRefusal(outcome)) decided.set(batch[at]!, outcome);
    const answers = new Map([...decided].map(([one, { answer }]) => [one as Kept, answer]));
    const repeats = await repeated(tx, answers);
    const fresh = [...decided].flatMap(([one, each]) => (repeats.has(one as Kept) ? [] : [each]));
    if (fresh.length > 0) await write(fresh, visits[0]!);
    return Promise.all(
      batch.map(async (one, at) => {
        const outcome = outcomes[at]!;
        if (isRefusal(outcome)) return (await keptAnswer(tx, one)) ?? outcome;
        return repeats.has(one as Kept) ? ((await keptAnswer(tx, one)) ?? keyReused) : outcome.answer;
      }),
    );
  });

/** Nobody gets a connection: to try each by itself would keep all who come after waiting as many times as long. */
const isBusy = (error: unknown) => error instanceof Refusal && error.refused.refused === "databaseBusy";

/**
 * Where a batch fails, each is tried by itself: one's failure is nobody else's. But for what may be on the disk already: done
 * again, it would be there twice.
 */
async function settle<A, R, D extends { answer: R }>(
  db: Database,
  stream: Stream<A, R, D>,
  batch: readonly Waiting<A, R>[],
): Promise<void> {
  try {
    const answers = await doAll(db, stream, batch);
    for (const [at, one] of batch.entries()) one.settle(answers[at]!);
  } catch (error) {
    const isEachItsOwn = batch.length > 1 && !isBusy(error) && !isUnanswered(error);
    if (isEachItsOwn) for (const one of batch) await settle(db, stream, [one]);
    else for (const one of batch) one.fail(error);
  }
}

interface Queue<A, R> {
  waiting: Waiting<A, R>[];
  busy: boolean;
}

/** The next batch out of those who wait; the others wait on, in their order. */
function take<A, R>({ most, about }: Pick<Stream<A, R, never>, "most" | "about">, queue: Queue<A, R>) {
  const [batch, left]: [Waiting<A, R>[], Waiting<A, R>[]] = [[], []];
  const things = new Set<string>();
  for (const one of queue.waiting) {
    const thing = about(one.asked);
    const waitsOn = batch.length === most || (thing !== null && things.has(thing));
    (waitsOn ? left : batch).push(one);
    if (thing !== null) things.add(thing);
  }
  queue.waiting = left;
  return batch;
}

async function drain<A, R, D extends { answer: R }>(db: Database, stream: Stream<A, R, D>, queue: Queue<A, R>) {
  if (queue.busy) return;
  queue.busy = true;
  while (queue.waiting.length > 0) await settle(db, stream, take(stream, queue));
  queue.busy = false;
}

/**
 * 汇入: opens a stream. What it gives does one thing of its kind together with what others ask for meanwhile, once under the
 * visit's `Idempotency-Key`; answers when it is on the disk, or why it isn't done.
 */
export function joining<A, R extends object, D extends { answer: R }>(stream: Stream<A, R, D>) {
  /** by database and platform: a process answers for one, a test for several */
  const queues = new WeakMap<Database, Map<string, Queue<A, R>>>();
  const queueOf = ({ db, platform: { platform } }: Visit): Queue<A, R> => {
    const ofDatabase = queues.get(db) ?? new Map<string, Queue<A, R>>();
    queues.set(db, ofDatabase);
    const queue = ofDatabase.get(platform) ?? { waiting: [], busy: false };
    ofDatabase.set(platform, queue);
    return queue;
  };
  return async (asked: A, visit: Visit): Promise<R | Refused> => {
    const key = keyOf(visit.headers);
    if (key !== null && typeof key !== "string") return key;
    const queue = queueOf(visit);
    const answer = await new Promise<R | Refused>((settled, fail) => {
      queue.waiting.push({ asked, visit, key, settle: settled, fail });
      void drain(visit.db, stream, queue);
    }).catch((error) => {
      if (error instanceof Refusal) return error.refused;
      throw error;
    });
    wakeLive(visit.platform);
    return answer;
  };
}
