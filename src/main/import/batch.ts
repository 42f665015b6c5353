/** 一批: rows of a file into the ledger with their register of sources, in one transaction. */
import { hash } from "node:crypto";
import type { Fault, Values } from "../../domain/import/column.ts";
import type { Names } from "../../domain/import/names.ts";
import type { Subject } from "../../domain/ledger/event.ts";
import { idFrom } from "../../domain/ledger/id.ts";
import { Refusal } from "../../domain/refusal.ts";
import { cameBetween } from "../../store/connection/cameBetween.ts";
import type { Database } from "../../store/database.ts";
import { statesOf } from "../../store/import/lookup.ts";
import { type Imported, type ImportedRow, importedBefore, registerImported } from "../../store/import/source.ts";
import type { Platform } from "../../store/platform.ts";
import { record } from "../../store/record.ts";
import type { State } from "../../store/subject.ts";
import type { FreshRow, Kind, Taken, Work } from "./kind/kind.ts";
import { allOver, type Queue, type Turn, tryBeside } from "./queue.ts";
import type { ReadRow } from "./rows.ts";
import { dropSame } from "./same.ts";
import type { SeenNumbers } from "./seen.ts";

/** 导入的设定, the same for every batch of a file */
export interface Import {
  db: Database;
  kind: Kind;
  platform: Platform;
  source: string;
  dryRun: boolean;
  names: Names;
  now: number;
  seen: SeenNumbers;
  /** nothing of that kind came from that source before this file */
  isFirst: boolean;
  /** what was written so far */
  written: Set<Subject>;
  /** keys of the digests: the current one first, then those that earlier imports may have used */
  secrets: string[];
  queue: Queue;
  /** what sets these records apart from others of the same number, hashed once: the rest to be hashed is short */
  scope: string;
}

/** By way of a string, since a buffer of its own for each digest takes as long again as the digest. */
export const sha = (...parts: string[]): Buffer => Buffer.from(hash("sha256", parts.join("\0"), "binary"), "binary");

/** Which ten bytes of a row's key an id is made of. */
const PARTS = { record: 0, contact: 10, text: 20 };

/** Keyed, so that a row's digest tells nothing of the person it was about. */
const digestOf = (secret: string, values: Values): Buffer => sha(secret, JSON.stringify(values));

interface Candidate extends ReadRow {
  number: string;
  key: Buffer;
  digest: Buffer;
}

type Refused = [ReadRow, Fault[]];

/** 可以导入的行, those of a batch that can be told apart, and the others. */
export interface Sorted {
  able: Candidate[];
  refused: Refused[];
  /** said before in the same file, word by word */
  repeated: number;
}

/** 分拣: a number with another content than before in the file is refused. */
export function sorted(of: Import, rows: ReadRow[]): Sorted {
  const found: Sorted = { able: [], refused: [], repeated: 0 };
  for (const row of rows) {
    const number = row.faults.length === 0 ? of.kind.numberOf(row.values) : null;
    if (number === null) {
      found.refused.push([row, row.faults.length > 0 ? row.faults : [{ column: "", reason: "缺少编号" }]]);
      continue;
    }
    const digest = digestOf(of.secrets[0]!, row.values);
    const key = sha(of.scope, number);
    const seen = of.seen.add(key, digest);
    if (seen === "new") found.able.push({ ...row, number, key, digest });
    else if (seen === "same") found.repeated += 1;
    else found.refused.push([row, [{ column: "", reason: `编号“${number}”在文件中出现过，内容不同` }]]);
  }
  return found;
}

const workIn = (of: Import, db: Database, loaded: State[]): Work => ({
  db,
  async statesOf(subject, ids) {
    const states = await statesOf(db, of.platform.platform, subject, ids);
    loaded.push(...states.values());
    return states;
  },
  platform: of.platform.platform,
  source: of.source,
  names: of.names,
  now: of.now,
  idOf: (what, number, at) => idFrom(sha(of.scope, what, number), at),
  partOf: ({ key }, part, version, at) => {
    const digest = version === 1 ? key : sha(key.toString("hex"), String(version));
    return idFrom(digest.subarray(PARTS[part]), at);
  },
  wentThrough: (number) => of.dryRun && of.seen.has(sha(of.scope, number)),
});

interface Fresh {
  /** new and changed rows */
  fresh: Map<FreshRow, Candidate>;
  /** imported just so before, but registered under a key that has been replaced since */
  renewed: ImportedRow[];
  unchanged: number;
}

type Likeness = "same" | "sameUnderOldKey" | "other";

function likeness(of: Import, row: Candidate, before: Imported): Likeness {
  if (row.digest.equals(before.digest)) return "same";
  const older = of.secrets.slice(1).some((secret) => digestOf(secret, row.values).equals(before.digest));
  return older ? "sameUnderOldKey" : "other";
}

const originOf = ({ platform, kind, source }: Import) => ({ platform: platform.platform, kind: kind.name, source });

const numbersOf = (rows: { number: string }[]) => rows.map(({ number }) => number);

/** Where another import brings the same meanwhile, the database refuses the batch, which is then tried alone. */
const knownOf = (of: Import, db: Database, rows: Candidate[], alone: boolean): Promise<Map<string, Imported>> =>
  of.isFirst && !alone ? Promise.resolve(new Map()) : importedBefore(db, originOf(of), numbersOf(rows));

async function freshRows(of: Import, db: Database, rows: Candidate[], alone: boolean): Promise<Fresh> {
  const known = await knownOf(of, db, rows, alone);
  const found: Fresh = { fresh: new Map(), renewed: [], unchanged: 0 };
  for (const row of rows) {
    const before = known.get(row.number) ?? null;
    const like = before === null ? "other" : likeness(of, row, before);
    if (like === "other") found.fresh.set({ number: row.number, key: row.key, values: row.values, before }, row);
    else found.unchanged += 1;
    if (like === "sameUnderOldKey") found.renewed.push({ number: row.number, id: before!.id, digest: row.digest });
  }
  return found;
}

async function save(
  of: Import,
  db: Database,
  { fresh, renewed }: Fresh,
  taken: Taken,
  loaded: readonly State[],
): Promise<void> {
  const { events, contacts, texts, beside } = taken;
  await record(db, of.platform.platform, { events, contacts, texts }, of.now, loaded);
  for (const { subject } of events) of.written.add(subject);
  const rows = [...taken.ids].map(([row, id]) => ({ number: row.number, id, digest: fresh.get(row)!.digest }));
  const changed = [...taken.ids.keys()].filter((row) => row.before);
  const origin = originOf(of);
  await registerImported(db, origin, [...rows, ...renewed], numbersOf([...changed, ...renewed]));
  await registerImported(db, { ...origin, kind: beside.kind }, beside.rows, numbersOf(beside.rows));
}

/** 一批的结果 */
export interface Entered {
  unchanged: number;
  added: number;
  changed: number;
  refused: Refused[];
  notes: Taken["notes"];
}

async function looked(of: Import, tx: Database, able: Candidate[], alone: boolean) {
  const found = await freshRows(of, tx, able, alone);
  const loaded: State[] = [];
  const taken = await of.kind.take([...found.fresh.keys()], workIn(of, tx, loaded));
  return { found, loaded, taken };
}

/** What a row leans on may come with the batch before: where one has a fault, all are looked at once more after that. */
async function lookedInTurn(of: Import, tx: Database, able: Candidate[], turn: Turn | null) {
  const seen = await looked(of, tx, able, turn === null);
  if (seen.taken.faults.size === 0 || turn === null) return seen;
  await turn.come(tx);
  return looked(of, tx, able, true);
}

/** One transaction; no turn: no other batch is under way. */
const attempt = (of: Import, able: Candidate[], turn: Turn | null): Promise<Entered> =>
  of.db.transaction(async (tx) => {
    await turn?.hold(tx);
    const { found, loaded, taken } = await lookedInTurn(of, tx, able, turn);
    const same = await dropSame(tx, of.platform.platform, taken, loaded);
    const unchanged = [...taken.ids].filter(([, id]) => same.has(id)).map(([row]) => row);
    for (const row of unchanged) taken.ids.delete(row);
    if (!of.dryRun) await save(of, tx, found, taken, loaded);
    const changed = [...taken.ids.keys()].filter((row) => row.before || taken.own.has(row)).length;
    await turn?.come(tx);
    return {
      unchanged: found.unchanged + unchanged.length,
      added: taken.ids.size - changed,
      changed,
      refused: [...taken.faults].map(([row, faults]): Refused => [found.fresh.get(row)!, faults]),
      notes: taken.notes,
    };
  });

const CONFLICTS = ["versionConflict", "numberTaken", "alreadyDispatched"];

/** Somebody else was at the same rows: a desk that is open meanwhile, or another import. */
const isMet = (error: unknown): boolean =>
  (error instanceof Refusal && CONFLICTS.includes(error.refused.refused)) || cameBetween(error);

/** More often than this only a fault can be met. */
const TIMES = 5;

const alone = (of: Import, able: Candidate[], times = TIMES): Promise<Entered> =>
  attempt(of, able, null).catch((error) => {
    if (times <= 1 || !isMet(error)) throw error;
    return alone(of, able, times - 1);
  });

/**
 * 导入一批, beside the batches before while those are still being written: the database writes while the next rows are made
 * ready. They are committed in their order, so that a row leans on nothing that comes after it; where they meet, it is taken
 * back and done once more when nothing else is under way.
 */
export async function enter(of: Import, { able }: Sorted, before: Promise<unknown>): Promise<Entered | null> {
  const beside = able.length === 0 ? null : tryBeside(of.queue, of.scope, (turn) => attempt(of, able, turn));
  const [ahead] = await Promise.allSettled([before, beside]);
  if (ahead.status === "rejected") throw ahead.reason;
  const entered = await beside;
  if (able.length === 0 || entered) return entered;
  await allOver(of.queue);
  return alone(of, able);
}
