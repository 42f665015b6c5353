import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, inject, it } from "vitest";
import { migrate } from "../../src/store/migrate.ts";
import { openPostgres } from "../../src/store/open.ts";
import { migratedAt, testKeys } from "../world/databases.ts";

const server = inject("postgres");

it("没有建立角色的权限：升级停下，什么都不留，给出管理员要执行的语句；执行之后就能升级", async () => {
  if (!("url" in server)) throw new Error(server.problem);
  const name = `r${randomUUID().replaceAll("-", "").slice(0, 20)}`;
  const admin = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await admin(`create role ${name} login`, `create database ${name} owner ${name} template template0 encoding 'UTF8'`);
  const url = Object.assign(new URL(server.url), { pathname: `/${name}`, username: name }).href;
  const db = await openPostgres(url, testKeys);
  try {
    const refused = await migrate(db, [], migratedAt).then(
      () => null,
      (error) => error.refused,
    );
    expect(refused).toMatchObject({ refused: "rolesMissing" });
    const statements = (refused.next as string).split("\n").filter((line) => line.endsWith(";"));
    expect(statements).toContain(`grant rexian_desk, rexian_unit to "${name}";`);
    expect(await db.query("select to_regclass('event') as event")).toEqual([{ event: null }]);

    // the roles may be there already, for another installation on this server
    for (const statement of statements)
      await admin(statement).catch((error) => {
        if (error.code !== "42710") throw error;
      });
    expect((await migrate(db, [], migratedAt)).applied.length).toBeGreaterThan(0);
  } finally {
    await db.close();
    await admin(`drop database ${name} with (force)`, `drop role ${name}`);
  }
});
