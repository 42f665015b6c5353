/** 导入: a file's rows into the ledger, batch by batch; each batch with its register of sources, all or nothing. */
import type { Readable } from "node:stream";
import type { Mapping } from "../../domain/import/mapping.ts";
import { namesOf } from "../../domain/import/names.ts";
import type { Subject } from "../../domain/ledger/event.ts";
import { readTable } from "../../file/table/read.ts";
import type { Database } from "../../store/database.ts";
import { hasImported } from "../../store/import/source.ts";
import { type KeyRing, keyOf } from "../../store/keys.ts";
import { refreshStatistics } from "../../store/statistics.ts";
import type { Io } from "../command.ts";
import { type Entered, enter, type Import, type Sorted, sha, sorted } from "./batch.ts";
import type { Kind } from "./kind/kind.ts";
import type { Filling } from "./platform.ts";
import { goOn, newQueue } from "./queue.ts";
import { type RejectsFile, rejectsFile } from "./rejects.ts";
import { batches, type ReadRow, readRows } from "./rows.ts";
import { seenNumbers } from "./seen.ts";

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
/** Batches at a time: while some wait for the database, others are made ready. */
const UNDER_WAY = 3;

/** 一个文件的导入 under way */
interface Run {
  of: Import;
  outcome: Outcome;
  rejects: RejectsFile;
}

async function count({ outcome, rejects }: Run, { refused, repeated }: Sorted, entered: Entered | null): Promise<void> {
  outcome.unchanged += repeated + (entered?.unchanged ?? 0);
  outcome.added += entered?.added ?? 0;
  outcome.changed += entered?.changed ?? 0;
  for (const [note, times] of entered?.notes ?? []) outcome.notes.set(note, (outcome.notes.get(note) ?? 0) + times);
  for (const [row, faults] of [...refused, ...(entered?.refused ?? [])]) {
    outcome.rejected += 1;
    await rejects.add({ line: row.line, cells: row.cells, faults });
  }
}

/** Several batches at a time are under way; their outcomes are counted in the file's order. */
async function enterAll(run: Run, rows: AsyncGenerator<ReadRow[]>): Promise<void> {
  let before: Promise<unknown> = Promise.resolve();
  let counted: Promise<void> = Promise.resolve();
  const waiting: Promise<void>[] = [];
  try {
    for await (const batch of batches(rows, BATCH)) {
      run.outcome.rows += batch.length;
      await goOn(run.of.queue, before);
      const parts = sorted(run.of, batch);
      const [entered, last] = [enter(run.of, parts, before), counted];
      counted = Promise.all([entered, last]).then(([one]) => count(run, parts, one));
      // met below, at the latest when the next batch is read
      counted.catch(() => {});
      before = entered;
      waiting.push(counted);
      // a dry run writes nothing: what a row may lean on it knows by the numbers that were read before
      if (waiting.length >= (run.of.dryRun ? 1 : UNDER_WAY)) await waiting.shift();
    }
  } finally {
    await Promise.allSettled([before, counted]);
  }
  await counted;
}

const secretsOf = ({ current, keys }: KeyRing): string[] => {
  const secret = (id: string) => keyOf({ current, keys }, id, "index").export().toString("hex");
  return [current, ...keys.map(({ id }) => id).filter((id) => id !== current)].map(secret);
};

/** 进度 of a file; nothing is said to be imported before it has proved to be a table of its kind. */
export function progressOf(io: Io, label: string, size: number) {
  let [read, isTable] = [0, false];
  const tell = () => {
    if (isTable) io.progress(label, read, size);
  };
  return {
    told(done: number) {
      read = done;
      tell();
    },
    begin() {
      isTable = true;
      tell();
    },
  };
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
  const { kind, source, dryRun, filling } = task;
  const { platform } = filling;
  const names = namesOf(filling.rulebook, platform.zone);
  const size = (await io.size(task.path)) ?? 0;
  const progress = progressOf(io, `导入${kind.noun}`, size);
  const table = await readTable(measured(await io.open(task.path), progress.told));
  const { layout, rows } = await readRows(table, kind, task.mapping, names);
  await filling.settle();
  progress.begin();
  const outcome = newOutcome(layout.unknown);
  const rejects = rejectsFile(io, dryRun ? null : task.rejects, layout.headers);
  const secrets = secretsOf(db.keys);
  const scope = sha(platform.platform, kind.name, source).toString("hex");
  const isFirst = !(await hasImported(db, { platform: platform.platform, kind: kind.name, source }));
  const seen = seenNumbers();
  const written = new Set<Subject>();
  const queue = newQueue();
  const of: Import = { db, kind, platform, source, dryRun, names, now, seen, isFirst, written, queue, secrets, scope };
  try {
    await enterAll({ of, outcome, rejects }, rows);
    await rejects.end();
    if (!dryRun && outcome.added + outcome.changed > 0) await refreshStatistics(db, written);
  } catch (error) {
    await rejects.abort(error as Error);
    throw error;
  }
  return outcome;
}
