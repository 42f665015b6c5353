import { beforeAll, expect, it } from "vitest";
import { keepSnapshot } from "../../src/store/clock/snapshot.ts";
import type { Database } from "../../src/store/database.ts";
import { verifyLedger } from "../../src/store/ledger/verify.ts";
import { createPlatform, platformOf } from "../../src/store/platform.ts";
import { monthOf } from "../../src/store/question/month.ts";
import { overdueAt } from "../../src/store/question/overdue.ts";
import { record } from "../../src/store/record.ts";
import { rulebookOf } from "../../src/store/rules.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { ledger } from "../world/ledger.ts";

const october = Date.parse("2022-10-20T00:00:00Z");
const november = Date.parse("2022-11-20T00:00:00Z");
const taken = Date.parse("2022-12-01T01:00:00Z");
const HOUR = 3_600_000;

eachDatabase((_, open) => {
  let db: Database;
  const book = ledger();
  const put = async (recordedAt: number) => {
    await record(db, "p", { events: book.events.splice(0), contacts: [], texts: [] }, recordedAt);
  };
  /** An order that its unit should have answered an hour later. */
  function overdue(at: number, unit: string): string {
    const order = book.order(at, book.request(at), unit);
    const clock = { assignment: 1, deemed: false, dueAt: at + HOUR, provisional: false };
    book.add("order", order, "orderAcknowledged", at, clock);
    return order;
  }
  const found = async () => (await verifyLedger(db, { platform: "p", noted: null, progress: () => {} })).finding;

  let answered: string;
  beforeAll(async () => {
    db = await open();
    const place = { platform: "p", name: "甲市", level: "city", zone: "Asia/Shanghai", origin: "live" } as const;
    await createPlatform(db, { ...place, books: [] }, migratedAt);
    answered = overdue(october, "u1");
    overdue(october, "u1");
    overdue(november, "u2");
    await put(november);
    const asked = monthOf((await platformOf(db, "p"))!, "2022-11", await rulebookOf(db, "p"));
    await keepSnapshot(db, "p", "2022-11", await overdueAt(db, asked, asked.until), taken);
  });

  it("留存与重算相同；次月才办结的，上月末仍算未办结", async () => {
    expect(await db.query("select unit, orders from overdue_snapshot order by unit")).toEqual([
      { unit: "u1", orders: 2 },
      { unit: "u2", orders: 1 },
    ]);
    expect(await found()).toBeNull();
    const resolved = { assignment: 1, solved: true, internalText: null, publicText: null };
    book.add("order", answered, "orderResolved", taken + HOUR, resolved);
    await put(taken + HOUR);
    expect(await found()).toBeNull();
  });

  it("留存被改动、被删一行：指出是哪个月", async () => {
    await db.query("update overdue_snapshot set orders = 1 where unit = 'u1'");
    expect(await found()).toEqual({ fault: "snapshotDiffers", month: "2022-11" });
    await db.query("delete from overdue_snapshot where unit = 'u1'");
    expect(await found()).toEqual({ fault: "snapshotDiffers", month: "2022-11" });
    await db.query("insert into overdue_snapshot values ('p', '2022-11', 'u1', 2)");
    expect(await found()).toBeNull();
  });

  it("留存之后补记了当月的事：不同是应当的", async () => {
    overdue(november, "u3");
    await put(taken + 2 * HOUR);
    expect(await found()).toBeNull();
  });
});
