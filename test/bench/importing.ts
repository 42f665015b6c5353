/** 导入: a month's exports into an empty database through the command, beside the bare COPY of the rows that they become. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exports } from "../../src/main/command/export.ts";
import { imports } from "../../src/main/command/import.ts";
import { openFile, sizeOf, writeFile } from "../../src/main/files.ts";
import type { Database } from "../../src/store/database.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { runCommand } from "../world/runCommand.ts";
import { copyIn, copyOut } from "./bareCopy.ts";
import { dropDatabase, namedDatabase } from "./server.ts";
import { type Measurement, timed } from "./table.ts";

const now = Date.parse("2024-01-01T00:00:00Z");

/** Files on disk, what is printed in memory. */
function filesIn(folder: string) {
  const screen = memoryIo();
  return {
    ...screen,
    open: (path: string) => openFile(folder, path),
    size: (path: string) => sizeOf(folder, path),
    write: (path: string, content: Parameters<typeof writeFile>[2]) => writeFile(folder, path, content),
  };
}

/** In the order in which one needs the other. */
const KINDS = ["units", "calls", "requests", "orders", "followups"];

async function exported(db: Database, month: string, folder: string) {
  const io = filesIn(folder);
  for (const kind of ["rules", ...KINDS])
    await runCommand(exports, `export ${kind}`, { options: { month, out: `${kind}.csv` } }, { db, io, now });
}

async function importAll(db: Database, kinds: string[], platform: string, folder: string): Promise<number> {
  const io = filesIn(folder);
  for (const kind of kinds)
    await runCommand(imports, `import ${kind}`, { file: `${kind}.csv`, options: { platform } }, { db, io, now });
  const added = [...io.printed.out.matchAll(/新增 (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  if (/退回 [1-9]/.test(io.printed.out)) throw new Error(io.printed.out);
  return added;
}

/** 导入速度 in rows of the files a second; `from` is a database with the month's records. */
export async function importMeasured(
  url: string,
  from: Database,
  of: { month: string; platform: string; rounds: number; target: number | null },
): Promise<Measurement> {
  const { month, platform, rounds, target } = of;
  const folder = mkdtempSync(join(tmpdir(), "rexian-bench-"));
  const [name, copied] = ["rexian_import", "rexian_import_copied"];
  const opened: Database[] = [];
  const fresh = async (called: string) => {
    await opened.pop()?.close();
    await dropDatabase(url, called);
    const db = await namedDatabase(url, called, now);
    opened.push(db);
    return db;
  };
  try {
    await exported(from, month, folder);
    let rows = 0;
    const ready = async () => {
      const db = await fresh(name);
      await importAll(db, ["rules"], platform, folder);
      return db;
    };
    const seconds = await timed(rounds, ready, async (db) => {
      rows = await importAll(db, KINDS, platform, folder);
    });
    await opened.pop()?.close();
    const texts = await copyOut(url, name);
    const bare = await timed(
      rounds,
      () => fresh(copied),
      () => copyIn(url, copied, texts),
    );
    const beside = { what: "裸 COPY 同样的行", value: rows / bare };
    return { what: "导入（PostgreSQL）", ours: rows / seconds, unit: "行/s", bare: beside, target };
  } finally {
    await opened.pop()?.close();
    for (const called of [name, copied]) await dropDatabase(url, called);
    rmSync(folder, { recursive: true, force: true });
  }
}
