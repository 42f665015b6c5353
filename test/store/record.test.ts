import { beforeAll, expect, it } from "vitest";
import type { EventData, RecordBatch } from "../../src/domain/ledger/event.ts";
import type { Database } from "../../src/store/database.ts";
import { createPlatform, ledgerPosition } from "../../src/store/platform.ts";
import { record } from "../../src/store/record.ts";
import { mismatches } from "../../src/store/refold.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { type Ledger, ledger } from "../world/ledger.ts";

const at = Date.parse("2022-11-03T01:02:03.456Z");
const refused = (code: string) => expect.objectContaining({ refused: expect.objectContaining({ refused: code }) });

/** One request handled by a unit, as events. */
function handled(book: Ledger): { request: string; order: string } {
  const request = book.request(at);
  const order = book.order(at + 1, request, "u1");
  const dueAt = at + 9;
  book.add("order", order, "orderAcknowledged", at + 2, { assignment: 1, deemed: false, dueAt, provisional: false });
  return { request, order };
}

eachDatabase((_, open) => {
  let db: Database;
  let made = 0;
  beforeAll(async () => {
    db = await open();
  });

  async function platform(): Promise<string> {
    const name = `p${++made}`;
    await createPlatform(
      db,
      { platform: name, name, level: "city", zone: "Asia/Shanghai", origin: "live", books: [] },
      migratedAt,
    );
    return name;
  }

  const put = (on: string, batch: RecordBatch) => record(db, on, batch, at + 100);

  it("事件和由它折叠的行一起写入，时刻精确到毫秒", async () => {
    const on = await platform();
    const book = ledger();
    const { order } = handled(book);
    await put(on, book);
    const [row] = await db.kysely.selectFrom("assignment").selectAll().where("platform", "=", on).execute();
    expect(row).toMatchObject({ work_order: order, no: 1, unit: "u1", acknowledged_at: at + 2, due_at: at + 9 });
    expect(await mismatches(db, on)).toEqual([]);
    expect(await ledgerPosition(db, on)).toBeGreaterThan(0);
  });

  it("一批里的事件按主体的编号写入，各主体自己的先后不变：两批相遇，一批等另一批，不会互相等", async () => {
    const on = await platform();
    const book = ledger();
    const orders = [handled(book), handled(book), handled(book)].map(({ order }) => order);
    await put(on, { ...book, events: book.events.splice(0) });
    for (const order of orders.toReversed())
      for (const later of [3, 4]) book.add("order", order, "orderReminded", at + later, { unit: "u1" });
    await put(on, book);
    const written = await db.query<{ id: string; version: number }>(
      "select subject_id as id, version from event where platform = $1 and kind = 'orderReminded' order by position",
      [on],
    );
    expect(written).toEqual(orders.flatMap((id) => [3, 4].map((version) => ({ id, version }))));
    expect(await mismatches(db, on)).toEqual([]);
  });

  it("分几次写入与一次写入结果相同", async () => {
    const on = await platform();
    const book = ledger();
    const { order } = handled(book);
    book.add("order", order, "returnRequested", at + 3, {
      returnNo: 1,
      assignment: 1,
      late: true,
      bulk: null,
      text: null,
    });
    book.add("order", order, "returnRejected", at + 4, { returnNo: 1, text: null });
    for (const event of book.events) await put(on, { events: [event], contacts: [], texts: [] });
    expect(await mismatches(db, on)).toEqual([]);
    expect(
      await db.kysely.selectFrom("return_request").select("ruled_at").where("platform", "=", on).execute(),
    ).toEqual([{ ruled_at: at + 4 }]);
  });

  it("制表符、反斜杠、换行、生僻字经 COPY 与 INSERT 都原样返回", async () => {
    const text = '\\N\t"逗,号"\r\n\\\\𬭎𠮷\u2028\\x41 =cmd|x';
    for (const copies of [1, 200]) {
      const on = await platform();
      const book = ledger();
      const texts = Array.from({ length: copies }, () => ({ id: book.id(), text }));
      book.call(at);
      const [call] = book.events;
      const pointing = { ...call!, data: { ...call!.data, texts: texts.map(({ id }) => id) } } as typeof call & object;
      await put(on, { events: [pointing], contacts: [], texts });
      const rows = await db.kysely.selectFrom("free_text").select("text").where("platform", "=", on).execute();
      expect(rows).toEqual(Array(copies).fill({ text }));
    }
  });

  it("没有事件指着的文字：不收，免得没人读到、也没人忘掉", async () => {
    const on = await platform();
    const texts = [{ id: ledger().id(), text: "没有归属" }];
    await expect(put(on, { events: [], contacts: [], texts })).rejects.toThrow("belongs to no event");
  });

  it("版本不接续：拒绝，什么都不写", async () => {
    const on = await platform();
    const book = ledger();
    const { order } = handled(book);
    await put(on, book);
    const next = { ...book.events.at(-1)!, kind: "orderClosed", data: {} } as const;
    const before = await ledgerPosition(db, on);
    for (const version of [1, 2, 4]) {
      const other = ledger(1000);
      other.call(at);
      const events = [...other.events, { ...next, version }];
      await expect(put(on, { events, contacts: [], texts: [] })).rejects.toEqual(refused("versionConflict"));
    }
    expect(await ledgerPosition(db, on)).toBe(before);
    expect(await db.kysely.selectFrom("call").select("id").where("platform", "=", on).execute()).toEqual([]);
    await put(on, { events: [{ ...next, id: order, version: 3 }], contacts: [], texts: [] });
  });

  it("两人同时处理一件工单：一人成功，一人得知已被修改", async () => {
    const on = await platform();
    const book = ledger();
    const { order } = handled(book);
    await put(on, book);
    const close = book.events.length;
    book.add("order", order, "orderClosed", at + 5, {});
    const batch = { events: book.events.slice(close), contacts: [], texts: [] };
    const outcomes = await Promise.allSettled([put(on, batch), put(on, batch)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: refused("versionConflict") });
  });

  it("编号重复、诉求已有工单：说明原因", async () => {
    const on = await platform();
    const book = ledger();
    const { request } = handled(book);
    await put(on, book);
    const same = ledger(2000);
    same.request(at, { number: "N1" });
    await expect(put(on, same)).rejects.toEqual(refused("numberTaken"));
    const again = ledger(3000);
    again.order(at, request, "u2");
    const events = again.events.filter(({ subject }) => subject === "order");
    await expect(put(on, { events, contacts: [], texts: [] })).rejects.toEqual(refused("alreadyDispatched"));
  });

  it("没有登记的平台：报错，不写入", async () => {
    const book = ledger();
    book.call(at);
    await expect(put("nowhere", book)).rejects.toThrow("nowhere");
  });

  it("导入的状态成为行，再次导入以新状态为准", async () => {
    const on = await platform();
    const book = ledger();
    const id = book.id();
    const call = {
      id,
      version: 1,
      offeredAt: at,
      queuedAt: null,
      answeredAt: null,
      endedAt: at,
      agent: "a",
      contact: null,
      callbacks: [],
      rating: null,
      ratedAt: null,
    };
    book.add("call", id, "imported", at, { call: { ...call, leaderDay: null } });
    book.add("call", id, "imported", at, { call: { ...call, leaderDay: null, answeredAt: at } });
    for (const event of book.events) await put(on, { events: [event], contacts: [], texts: [] });
    const rows = await db.kysely
      .selectFrom("call")
      .select(["version", "answered_at"])
      .where("platform", "=", on)
      .execute();
    expect(rows).toEqual([{ version: 2, answered_at: at }]);
  });

  it("县级月报的分子分母按原样存取，没有的为空", async () => {
    const on = await platform();
    const book = ledger();
    const rates = { firstContact: { numerator: 3, denominator: 4 }, onTime: null, followUp: null, satisfaction: null };
    const report: EventData["countyReported"] = {
      county: "甲县",
      month: "2022-11",
      offered: 5,
      answered: null,
      ...rates,
      accuracy: 3000,
    };
    book.add("countyMonth", book.id(), "countyReported", at, report);
    await put(on, book);
    expect(await mismatches(db, on)).toEqual([]);
    const [row] = await db.kysely.selectFrom("county_month").selectAll().where("platform", "=", on).execute();
    expect(row).toMatchObject({ first_contact: [3, 4], on_time: null, answered: null });
  });

  it("行被改动或删除：复核能发现", async () => {
    const on = await platform();
    const book = ledger();
    const { order } = handled(book);
    book.call(at);
    await put(on, book);
    await db.query("update assignment set deemed = true where platform = $1", [on]);
    await db.query("delete from call where platform = $1", [on]);
    const found = (await mismatches(db, on)).map(({ subject, id, row }) => [subject, id === order, row === null]);
    expect(found).toEqual([
      ["order", true, false],
      ["call", false, true],
    ]);
  });
});
