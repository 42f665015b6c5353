/** 导入: a file's rows into the ledger, batch by batch; each batch with its register of sources, all or nothing. */
import { hash } from "node:crypto";
import type { Readable } from "node:stream";
import type { Fault, Values } from "../../domain/import/column.ts";
import type { Mapping } from "../../domain/import/mapping.ts";
import { type Names, namesOf } from "../../domain/import/names.ts";
import { idFrom } from "../../domain/ledger/id.ts";
import { readTable } from "../../file/table/read.ts";
import type { Database } from "../../store/database.ts";
import { type ImportedRow, importedBefore, registerImported } from "../../store/import/source.ts";
import { keyOf } from "../../store/keys.ts";
import { record } from "../../store/record.ts";
import { refreshStatistics } from "../../store/statistics.ts";
import type { Io } from "../command.ts";
import type { FreshRow, Kind, Taken, Work } from "./kind/kind.ts";
import type { Filling } from "./platform.ts";
import { type RejectsFile, rejectsFile } from "./rejects.ts";
import { batches, type ReadRow, readRows } from "./rows.ts";
import { type SeenNumbers, seenNumbers } from "./seen.ts";

export interface ImportTask {
  kind: Kind;
  path: string;
  filling: Filling;
  source: string;
  mapping: Mapping;
  rejects: string | null;
  dryRun: boolean;
}

/** 导入结果, in rows */
export interface Outcome {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
  unknownColumns: string[];
  notes: Map<string, number>;
}

export const newOutcome = (unknownColumns: string[]): Outcome => ({
  rows: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  rejected: 0,
  unknownColumns,
  notes: new Map(),
});

/** Rows per transaction. */
const BATCH = 2000;

interface Import {
  db: Database;
  io: Io;
  task: ImportTask;
  names: Names;
  now: number;
  seen: SeenNumbers;
  secret: string;
  /** what sets these records apart from others of the same number, hashed once: the rest to be hashed is short */
  scope: string;
  rejects: RejectsFile;
  outcome: Outcome;
}

const sha = (...parts: string[]): Buffer => hash("sha256", parts.join("\0"), "buffer");

/** Which ten bytes of a row's key an id is made of. */
const PARTS = { record: 0, contact: 10, text: 20 };

/** Keyed, so that a row's digest tells nothing of the person it was about. */
const digestOf = (of: Import, values: Values): Buffer => sha(of.secret, JSON.stringify(values));

interface Candidate extends ReadRow {
  number: string;
  key: Buffer;
  digest: Buffer;
}

const reject = (task: Import, row: ReadRow, faults: Fault[]) => {
  task.outcome.rejected += 1;
  return task.rejects.add({ line: row.line, cells: row.cells, faults });
};

/** The rows of a batch that can be told apart; a number with another content than before in the file is rejected. */
async function candidates(of: Import, rows: ReadRow[]): Promise<Candidate[]> {
  const { kind } = of.task;
  const found: Candidate[] = [];
  for (const row of rows) {
    const number = row.faults.length === 0 ? kind.numberOf(row.values) : null;
    if (number === null) {
      await reject(of, row, row.faults.length > 0 ? row.faults : [{ column: "", reason: "缺少编号" }]);
      continue;
    }
    const digest = digestOf(of, row.values);
    const key = sha(of.scope, number);
    const seen = of.seen.add(key, digest);
    if (seen === "new") found.push({ ...row, number, key, digest });
    else if (seen === "same") of.outcome.unchanged += 1;
    else await reject(of, row, [{ column: "", reason: `编号“${number}”在文件中出现过，内容不同` }]);
  }
  return found;
}

const workIn = (of: Import, db: Database): Work => {
  const { source } = of.task;
  const { platform } = of.task.filling.platform;
  return {
    db,
    platform,
    source,
    names: of.names,
    now: of.now,
    idOf: (what, number, at) => idFrom(sha(of.scope, what, number), at),
    partOf: ({ key }, part, version, at) => {
      const digest = version === 1 ? key : sha(key.toString("hex"), String(version));
      return idFrom(digest.subarray(PARTS[part]), at);
    },
    wentThrough: (number) => of.task.dryRun && of.seen.has(sha(of.scope, number)),
  };
};

type Fresh = Map<FreshRow, Candidate>;

/** New and changed rows; `unchanged` are those that were imported just so before. */
async function freshRows(of: Import, db: Database, rows: Candidate[]): Promise<{ fresh: Fresh; unchanged: number }> {
  const origin = { platform: of.task.filling.platform.platform, kind: of.task.kind.name, source: of.task.source };
  const known = await importedBefore(
    db,
    origin,
    rows.map((row) => row.number),
  );
  const fresh: Fresh = new Map();
  for (const row of rows) {
    const before = known.get(row.number) ?? null;
    if (before === null || !row.digest.equals(before.digest))
      fresh.set({ number: row.number, key: row.key, values: row.values, before }, row);
  }
  return { fresh, unchanged: rows.length - fresh.size };
}

async function save(of: Import, db: Database, fresh: Fresh, taken: Taken): Promise<void> {
  const { source, kind } = of.task;
  const { platform } = of.task.filling.platform;
  const origin = { platform, kind: kind.name, source };
  const { events, contacts, texts, beside } = taken;
  await record(db, platform, { events, contacts, texts }, of.now);
  const rows: ImportedRow[] = [...taken.ids].map(([row, id]) => ({
    number: row.number,
    id,
    digest: fresh.get(row)!.digest,
  }));
  const changed = [...taken.ids.keys()].flatMap((row) => (row.before ? row.number : []));
  await registerImported(db, origin, rows, changed);
  await registerImported(
    db,
    { ...origin, kind: beside.kind },
    beside.rows,
    beside.rows.map(({ number }) => number),
  );
}

async function importBatch(of: Import, rows: ReadRow[]): Promise<void> {
  const able = await candidates(of, rows);
  if (able.length === 0) return;
  const { fresh, unchanged, taken } = await of.db.transaction(async (tx) => {
    const found = await freshRows(of, tx, able);
    const made = await of.task.kind.take([...found.fresh.keys()], workIn(of, tx));
    if (!of.task.dryRun) await save(of, tx, found.fresh, made);
    return { ...found, taken: made };
  });
  const { outcome } = of;
  outcome.unchanged += unchanged;
  for (const [row, faults] of taken.faults) await reject(of, fresh.get(row)!, faults);
  for (const row of taken.ids.keys()) outcome[row.before ? "changed" : "added"] += 1;
  for (const [note, count] of taken.notes) outcome.notes.set(note, (outcome.notes.get(note) ?? 0) + count);
}

/** 读到哪里: the stream, telling how many bytes went by. */
export async function* measured(stream: Readable, told: (done: number) => void): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const part of stream) {
    told((done += (part as Uint8Array).length));
    yield part as Uint8Array;
  }
}

/**
 * 导入一个文件. Good rows go in, bad ones to the rejects file. Stopped in the middle and started again it ends in the same
 * state: what is in already is recognised by (source, number) and the digest of its row. Refuses (throws) a file that is
 * no table of this kind.
 */
export async function runImport(
  task: ImportTask,
  { db, io, now }: { db: Database; io: Io; now: number },
): Promise<Outcome> {
  const names = namesOf(task.filling.rulebook, task.filling.platform.zone);
  const size = (await io.size(task.path)) ?? 0;
  const progress = (done: number) => io.progress(`导入${task.kind.noun}`, done, size);
  const table = await readTable(measured(await io.open(task.path), progress));
  const { layout, rows } = await readRows(table, task.kind, task.mapping, names);
  await task.filling.settle();
  const outcome = newOutcome(layout.unknown);
  const rejects = rejectsFile(io, task.dryRun ? null : task.rejects, layout.headers);
  const secret = keyOf(db.keys, db.keys.current, "index").export().toString("hex");
  const scope = sha(task.filling.platform.platform, task.kind.name, task.source).toString("hex");
  const of: Import = { db, io, task, names, now, seen: seenNumbers(), secret, scope, rejects, outcome };
  try {
    for await (const batch of batches(rows, BATCH)) {
      outcome.rows += batch.length;
      await importBatch(of, batch);
    }
    await rejects.end();
    if (!task.dryRun && outcome.added + outcome.changed > 0) await refreshStatistics(db);
  } catch (error) {
    await rejects.abort(error as Error);
    throw error;
  }
  return outcome;
}
