/** 种子月份: a figures file made into records on both databases, beside the bare COPY of the same rows. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { books } from "../../rulebook/books.ts";
import { reconstructMonth } from "../../src/main/reconstruct/run.ts";
import { readFigures } from "../../src/reconstruct/file/read.ts";
import { overEmbedded, startEmbedded } from "../../src/store/connection/embedded.ts";
import type { Database } from "../../src/store/database.ts";
import { migrate } from "../../src/store/migrate.ts";
import { quietWatch } from "../world/quietWatch.ts";
import { type CopyText, copyIn, copyInto, copyOut } from "./bareCopy.ts";
import { benchKeys, dropDatabase, namedDatabase } from "./server.ts";
import { type Measurement, timed } from "./table.ts";

type File = Parameters<typeof reconstructMonth>[1]["file"];

/** 读数字文件 */
export function figuresFile(path: string): File {
  const read = readFigures(JSON.parse(readFileSync(path, "utf8")));
  if ("refused" in read) throw new Error(read.sentence);
  return read.file;
}

const reconstruct = (db: Database, file: File) =>
  reconstructMonth(db, { file, seed: 1, zone: "Asia/Shanghai", replace: false }, Date.now(), quietWatch);

/** A migrated PostgreSQL database of this name, with nothing in it. */
async function emptyDatabase(url: string, name: string): Promise<Database> {
  await dropDatabase(url, name);
  return namedDatabase(url, name, Date.now());
}

/** 重建 on PostgreSQL; the last round's database stays, under this name. */
export async function onPostgres(url: string, name: string, file: File, rounds: number, target: number | null) {
  let db: Database | null = null;
  const prepare = async () => {
    await db?.close();
    db = await emptyDatabase(url, name);
    return db;
  };
  const ours = await timed(rounds, prepare, (made) => reconstruct(made, file));
  await (db as Database | null)?.close();
  const rows = await copyOut(url, name);
  const copied = `${name}_copied`;
  const value = await timed(
    rounds,
    async () => (await emptyDatabase(url, copied)).close(),
    () => copyIn(url, copied, rows),
  );
  await dropDatabase(url, copied);
  const bare = { what: "裸 COPY 同样的行", value };
  const measured: Measurement = { what: "重建种子月份（PostgreSQL）", ours, unit: "s", bare, target };
  return { measured, rows };
}

async function embeddedIn(folder: string) {
  const lite = await startEmbedded(join(folder, "database"));
  const db = overEmbedded(lite, benchKeys);
  await migrate(db, books, Date.now());
  return { lite, db };
}

/** 重建 on the embedded database, on disk. */
export async function onEmbedded(file: File, rows: CopyText, rounds: number, target: number | null) {
  const folders: string[] = [];
  const opened: Database[] = [];
  const prepare = async () => {
    await opened.at(-1)?.close();
    folders.push(mkdtempSync(join(tmpdir(), "rexian-bench-")));
    const made = await embeddedIn(folders.at(-1)!);
    opened.push(made.db);
    return made;
  };
  const ours = await timed(rounds, prepare, ({ db }) => reconstruct(db, file));
  const value = await timed(rounds, prepare, ({ lite }) => copyInto(lite, rows));
  await opened.at(-1)?.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  const bare = { what: "裸 COPY 同样的行", value };
  return { what: "重建种子月份（内嵌数据库）", ours, unit: "s", bare, target } satisfies Measurement;
}
