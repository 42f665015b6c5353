import { expect, it } from "vitest";
import { migrate } from "../../src/store/migrate.ts";
import { createPlatform } from "../../src/store/platform.ts";
import { record } from "../../src/store/record.ts";
import { subjects } from "../../src/store/subject.ts";
import { emptyDatabases, migratedAt } from "../world/databases.ts";
import { ledger } from "../world/ledger.ts";

const platform = "p";
const empties = emptyDatabases();

it("锁几件诉求，无论按什么次序要，都按编号锁：等第二件时，第一件已锁上，第三件还没有", async () => {
  const db = await empties.get("PostgreSQL")!();
  await migrate(db, [], migratedAt);
  const origin = { level: "city", zone: "Asia/Shanghai", origin: "live" } as const;
  await createPlatform(db, { ...origin, books: [], platform, name: "云岭市" }, migratedAt);
  const book = ledger();
  const [first, second, third] = [book.request(1), book.request(2), book.request(3)];
  await record(db, platform, book, 4);
  let waiting: Promise<unknown> = Promise.resolve();
  await db.transaction(async (tx) => {
    await subjects.request.load(tx, platform, [second]);
    waiting = db.transaction((other) => subjects.request.load(other, platform, [third, second, first]));
    const blocked = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    await expect.poll(async () => (await db.query(blocked)).length).toBe(1);
    const free = await tx.query("select id from service_request order by id for update skip locked");
    expect(free).toEqual([{ id: second }, { id: third }]);
  });
  await waiting;
});
