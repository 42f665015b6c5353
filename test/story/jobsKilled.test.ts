import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { overEmbedded, startEmbedded } from "../../src/store/connection/embedded.ts";
import type { Database } from "../../src/store/database.ts";
import { migrate } from "../../src/store/migrate.ts";
import { openPostgres } from "../../src/store/open.ts";
import { migratedAt, testKeys } from "../world/databases.ts";
import { openHotline } from "../world/hotline.ts";
import type { Orders } from "../world/jobsProcess.ts";
import { Story } from "../world/matter.ts";

/** more than one turn of a job takes */
const ORDERS = 30;
const DUE = Date.parse("2022-10-11T20:00:00+08:00");
const script = new URL("../world/jobsProcess.ts", import.meta.url).pathname;

/** Runs the jobs; killed at the first line that says so. Answers the lines that it still could say. */
function run(orders: Orders, killAt: (line: string, no: number) => boolean): Promise<string[]> {
  const child = spawn(process.execPath, [script, JSON.stringify(orders)], { stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    for (const line of text.split("\n").filter((one) => one !== "")) {
      lines.push(line);
      if (killAt(line, lines.length)) child.kill("SIGKILL");
    }
  });
  return new Promise((resolve) => child.once("close", () => resolve(lines)));
}

async function prepare(db: Database): Promise<void> {
  await migrate(db, books, migratedAt);
  const hotline = await openHotline(db);
  const story = await Story(hotline);
  for (let n = 0; n < ORDERS; n += 1) await story.dispatched("housing");
  await hotline.app.close();
  await db.close();
}

async function survives(database: string, open: () => Promise<Database>): Promise<void> {
  await prepare(await open());
  for (const turns of [1, 2, 4]) {
    const lines = await run({ database, now: DUE, hang: false, stands: turns }, (_, no) => no === turns);
    expect(lines).not.toContain("done");
  }
  for (let round = 1; round <= 3; round += 1) {
    const lines = await run(
      { database, now: DUE + round * 600_000, hang: true, stands: null },
      (line) => line === "handed",
    );
    expect(lines).toContain("handed");
    expect(lines).not.toContain("done");
  }
  const last = await run({ database, now: DUE + 3_600_000, hang: false, stands: null }, () => false);
  expect(last.at(-1)).toBe("done");
  expect(last.filter((line) => line.startsWith("failed"))).toEqual([]);
  const db = await open();
  const count = async (from: string) =>
    (await db.query<{ n: number }>(`select count(*)::integer as n from ${from}`))[0]!.n;
  expect(await count("event where kind = 'orderReminded'")).toBe(ORDERS);
  expect(await count("(select distinct subject_id from event where kind = 'orderReminded') each")).toBe(ORDERS);
  expect(await count("notice where sentence like '催办%'")).toBe(ORDERS);
  expect(await count("sms where status = 'sent'")).toBe(ORDERS);
  expect(await count("simulated_sms")).toBe(ORDERS);
  expect(await count("sms where attempts > 1")).toBeGreaterThan(0);
  await db.close();
}

it("内嵌数据库：后台工作中途被强杀，再来几次，每件催办一次、每条短信一次", async () => {
  const folder = mkdtempSync(join(tmpdir(), "jobs-killed-"));
  try {
    const database = join(folder, "database");
    await survives(database, async () => overEmbedded(await startEmbedded(database), testKeys));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);

it("PostgreSQL：后台工作中途被强杀，再来几次，每件催办一次、每条短信一次", async () => {
  const server = inject("postgres");
  if (!("url" in server)) throw new Error(server.problem);
  const name = `jobs${randomUUID().replaceAll("-", "")}`;
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await admin(`create database ${name} template template0`);
  const database = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  try {
    await survives(database, () => openPostgres(database, testKeys));
  } finally {
    await admin(`drop database ${name} with (force)`);
  }
}, 180_000);
