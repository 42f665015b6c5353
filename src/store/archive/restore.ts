import type { Instant } from "../../domain/calendar/civil.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import type { Row } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { makeSchema, migrate, type ReleaseBook } from "../migrate.ts";
import { holdMessages } from "../notice/held.ts";
import { refreshStatistics } from "../statistics.ts";
import { isEmpty, quoted, setSequences, tablesOf } from "./catalog.ts";
import type { BinaryPart, Manifest } from "./format.ts";
import { type ArchiveFile, archivedFiles, wholeOf } from "./read.ts";
import type { TarEntry } from "./tar.ts";

/** 恢复什么 */
export interface Restoration {
  file: ArchiveFile;
  /** of the file, which has been checked */
  manifest: Manifest;
  parts: BinaryPart[];
  /** of the program that restores */
  books: ReleaseBook[];
  now: Instant;
  progress(done: number, total: number): void;
}

const notEmpty = () =>
  new Refusal(
    refuse("placeNotEmpty", "这里已有数据，不能恢复到这里。", "请换一个空的数据目录，或一个空的 PostgreSQL 数据库。"),
  );

/** What migrations themselves put into tables is in the archive as well, perhaps changed since. */
async function emptyTables(db: Database, manifest: Manifest): Promise<void> {
  const tables = await tablesOf(db);
  const columns = new Map(tables.map((table) => [table.name, new Set(table.columns)]));
  for (const table of manifest.tables)
    if (!table.columns.every((column) => columns.get(table.name)?.has(column)))
      throw new Error(`the archive's table ${table.name} is not what its schema makes`);
  await db.query(`truncate ${tables.map(({ name }) => quoted(name)).join(", ")}`);
}

const linesOf = (bytes: Buffer): Row[] =>
  bytes
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

function loader(db: Database, { manifest, parts }: Restoration) {
  const columns = new Map(manifest.tables.map((table) => [table.name, table.columns.map(quoted)]));
  const partOf = new Map(parts.map((part) => [part.name, part]));
  return async (entry: TarEntry): Promise<number> => {
    const [folder = "", name = ""] = entry.name.split("/");
    const into = columns.get(name);
    if (folder === "table" && into) {
      const rows = linesOf(await wholeOf(entry));
      await db.copy(quoted(name), into, rows);
      return rows.length;
    }
    const part = partOf.get(folder);
    if (part) await part.put(name, entry.bytes);
    else if (entry.name.includes("/")) throw new Error(`the archive holds ${entry.name}, which nobody takes`);
    return 0;
  };
}

/** 恢复了什么 */
export interface Restored {
  rows: number;
  /** messages that wait for somebody to say whether they were sent since */
  held: number;
}

async function restore(db: Database, restoration: Restoration): Promise<Restored> {
  const { file, manifest, books, now, progress } = restoration;
  if (!(await isEmpty(db))) throw notEmpty();
  await makeSchema(db, manifest.schema);
  await emptyTables(db, manifest);
  const load = loader(db, restoration);
  const order = new Map(manifest.tables.map(({ name }, at) => [name, at]));
  let rows = 0;
  for await (const entry of archivedFiles(file)) {
    progress(order.get(entry.name.split("/")[1] ?? "") ?? order.size, order.size);
    rows += await load(entry);
  }
  await setSequences(db, manifest.sequences);
  await migrate(db, books, now);
  const held = await holdMessages(db);
  await refreshStatistics(db);
  return { rows, held };
}

/**
 * 恢复 into an empty database, all or nothing: the schema as it was when the archive was made, its rows, then what this program
 * has added since. Messages that waited are held: where the backup was made they may have gone out since. Refuses a place that
 * holds anything.
 */
export const restoreBackup = (db: Database, restoration: Restoration): Promise<Restored> =>
  db.transaction((tx) => restore(tx, restoration));
