import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, it } from "vitest";
import { torture } from "../torture/torture.ts";

const server = inject("postgres");

async function survives(databaseUrl: string | null) {
  const folder = mkdtempSync(join(tmpdir(), "crash-"));
  const place = { data: join(folder, "data"), keyFile: join(folder, "key"), databaseUrl };
  try {
    const done = await torture({
      place,
      rounds: 2,
      workers: 4,
      milliseconds: (round) => 700 + 400 * round,
      log: () => {},
    });
    expect(done.wrong).toEqual([]);
    expect(done.confirmed).toBeGreaterThan(4);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it("内嵌数据库：服务在忙时被强杀，确认过的一件不少、一件不多，账本核得上", () => survives(null), 180_000);

it("PostgreSQL：服务在忙时被强杀，确认过的一件不少、一件不多，账本核得上", async () => {
  if (!("url" in server)) throw new Error(server.problem);
  const name = `crash${randomUUID().replaceAll("-", "")}`;
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await admin(`create database ${name} template template0`);
  try {
    await survives(Object.assign(new URL(server.url), { pathname: `/${name}` }).href);
  } finally {
    await admin(`drop database ${name} with (force)`);
  }
}, 180_000);
