import { expect, inject, it } from "vitest";
import { connectPostgres } from "../../src/store/connection/postgres.ts";
import { testKeys } from "../world/databases.ts";

it("PostgreSQL 的连接全被占着：说现在忙、稍后再试，腾出来就照常", async () => {
  const server = inject("postgres");
  if (!("url" in server)) throw new Error("没有 PostgreSQL");
  const db = await connectPostgres(server.url, testKeys, 200);
  const doors: (() => void)[] = [];
  const staying = Array.from({ length: 10 }, () =>
    db.transaction(async () => new Promise<void>((resolve) => doors.push(resolve))),
  );
  await expect.poll(() => doors.length).toBe(10);
  const busy = { refused: { refused: "databaseBusy" } };
  await expect(db.query("select 1")).rejects.toMatchObject(busy);
  await expect(db.transaction((tx) => tx.query("select 1"))).rejects.toMatchObject(busy);
  for (const leave of doors) leave();
  await Promise.all(staying);
  expect(await db.query("select 1 as one")).toEqual([{ one: 1 }]);
  await db.close();
});
