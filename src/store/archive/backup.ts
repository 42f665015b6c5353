import { createHash } from "node:crypto";
import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { Instant } from "../../domain/calendar/civil.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { type ArchivedTable, quoted, sequencesOf, tablesOf } from "./catalog.ts";
import {
  type BinaryFile,
  type BinaryPart,
  digestOf,
  FORMAT,
  MANIFEST,
  type Manifest,
  SUMS,
  sumLine,
  tablePart,
  VERSION,
} from "./format.ts";
import { tarEnd, tarHeader, tarPadding } from "./tar.ts";

/** a portion is read back whole: neither its rows nor their bytes may be many */
const ROWS = 4000;
const BYTES = 8 << 20;
/** what its rows weigh a table shows with the first few */
const FEW = 16;
const GROWTH = 4;
const QUICKLY = 4;

/** 备份的来历 */
export interface Backup {
  program: string;
  now: Instant;
  parts: BinaryPart[];
  /** how many tables of how many are in */
  progress(done: number, total: number): void;
}

type Table = ArchivedTable & { key: string[] };

/** Numbers of transactions mean nothing elsewhere: what is sealed comes before what isn't, both before all to come. */
const instead: Record<string, string> = {
  "event.xact": `case when exists (
    select from seal where seal.platform = event.platform and seal.position = event.position
  ) then 1 else 2 end`,
};

const textOf = ({ name, columns, key }: Table): string => {
  const values = columns.map((column) => `(${instead[`${name}.${column}`] ?? quoted(column)})::text`);
  const order = key.length === 0 ? "" : ` order by ${key.map(quoted).join(", ")}`;
  return `select json_build_array(${values.join(", ")})::text as line from ${quoted(name)}${order}`;
};

const weightOf = (lines: Buffer[]): number => lines.reduce((sum, { length }) => sum + length, 0);

/** Cut before they weigh too much; a row that alone weighs more is a portion. */
function* cut(lines: Buffer[]): Generator<Buffer> {
  let [from, weight] = [0, 0];
  for (const [at, { length }] of lines.entries()) {
    if (at > from && weight + length > BYTES) {
      yield Buffer.concat(lines.slice(from, at));
      [from, weight] = [at, 0];
    }
    weight += length;
  }
  if (lines.length > from) yield Buffer.concat(lines.slice(from));
}

/** The rows of a table in portions: read through a cursor, so that a table may be larger than memory; of heavy rows fewer at once. */
async function* portions(db: Database, table: Table): AsyncGenerator<Buffer> {
  await db.query(`declare archived no scroll cursor for ${textOf(table)}`);
  for (let asked = FEW; ; ) {
    const rows = await db.query<{ line: string }>(`fetch ${asked} from archived`);
    const lines = rows.map(({ line }) => Buffer.from(`${line}\n`));
    yield* cut(lines);
    if (rows.length < asked) break;
    const fitting = Math.floor((asked * BYTES) / weightOf(lines));
    asked = Math.max(1, Math.min(fitting, asked * GROWTH, ROWS));
  }
  await db.query("close archived");
}

async function manifestOf(db: Database, tables: Table[], { program, now }: Backup): Promise<Manifest> {
  const schema = await db.kysely.selectFrom("migration").selectAll().orderBy("name").execute();
  const keys = await db.query<{ key_id: string }>("select distinct key_id from contact order by key_id");
  return {
    ...{ format: FORMAT, version: VERSION, program, madeAt: timestamp(now) },
    schema: schema.map(({ name, digest, applied_at }) => ({ name, digest, appliedAt: timestamp(applied_at) })),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
    sequences: await sequencesOf(db),
    keys: keys.map(({ key_id }) => key_id),
  };
}

async function* binary(name: string, file: BinaryFile, now: Instant, sums: string[]): AsyncGenerator<Uint8Array> {
  yield tarHeader(name, file.size, now);
  const digest = createHash("sha256");
  let size = 0;
  for await (const chunk of file.open()) {
    digest.update(chunk);
    size += chunk.length;
    yield chunk;
  }
  if (size !== file.size) throw new Error(`${name} changed while it was read`);
  yield tarPadding(size);
  sums.push(sumLine(digest.digest("hex"), name));
}

/** The archive before it is compressed. */
async function* packed(db: Database, backup: Backup): AsyncGenerator<Uint8Array> {
  const { now, parts, progress } = backup;
  const sums: string[] = [];
  const entry = (name: string, bytes: Buffer) => {
    sums.push(sumLine(digestOf(bytes), name));
    return [tarHeader(name, bytes.length, now), bytes, tarPadding(bytes.length)];
  };
  const tables = await tablesOf(db);
  yield* entry(MANIFEST, Buffer.from(`${JSON.stringify(await manifestOf(db, tables, backup), null, 2)}\n`));
  for (const [done, table] of tables.entries()) {
    progress(done, tables.length);
    let no = 0;
    for await (const bytes of portions(db, table)) yield* entry(tablePart(table.name, (no += 1)), bytes);
  }
  for (const part of parts)
    for await (const file of part.list(db)) yield* binary(`${part.name}/${file.name}`, file, now, sums);
  yield* entry(SUMS, Buffer.from(sums.join("")));
  yield tarEnd();
  progress(tables.length, tables.length);
}

/**
 * 备份: everything as of one moment, while others go on writing (the embedded database, having one session, lets them wait).
 * `write` takes the bytes; what it throws ends the backup.
 */
export const writeBackup = (db: Database, backup: Backup, write: (bytes: Readable) => Promise<void>): Promise<void> =>
  db.snapshot(async (tx) => {
    const gzip = createGzip({ level: QUICKLY });
    // its last stream carries the error to whoever reads it
    pipeline(Readable.from(packed(tx, backup)), gzip, () => {});
    await write(gzip);
  });
