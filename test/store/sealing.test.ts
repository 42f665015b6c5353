import { beforeAll, expect, it } from "vitest";
import type { Database } from "../../src/store/database.ts";
import { sealEvents } from "../../src/store/ledger/sealing.ts";
import { verifyLedger } from "../../src/store/ledger/verify.ts";
import { createPlatform } from "../../src/store/platform.ts";
import { removeReconstructed } from "../../src/store/reconstructed.ts";
import { record } from "../../src/store/record.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { type Ledger, ledger } from "../world/ledger.ts";
import { sealAll, sealedLedger } from "../world/sealedLedger.ts";

const at = Date.parse("2022-11-03T01:02:03.456Z");
const quiet = { noted: null, progress: () => {} };

/** The seals by nothing but the database's own functions. */
const RECOMPUTED = `select count(*) as seals, count(*) filter (where seal.link = sha256(convert_to(
    coalesce(encode(before.link, 'hex'), '') || jsonb_build_array(
      seal.platform, seal.no, seal.position, encode(event.link, 'hex'),
      trim_scale(extract(epoch from seal.sealed_at) * 1000)
    )::text, 'UTF8'))) as same
  from seal
  join event on event.platform = seal.platform and event.position = seal.position
  left join seal before on before.platform = seal.platform and before.no = seal.no - 1
  where seal.platform = $1`;

eachDatabase((name, open) => {
  let db: Database;
  let made = 0;
  beforeAll(async () => {
    db = await open();
  });

  async function platform(): Promise<string> {
    const id = `p${++made}`;
    const named = { platform: id, name: id, level: "city", zone: "Asia/Shanghai", origin: "live", books: [] } as const;
    await createPlatform(db, { ...named, books: [] }, migratedAt);
    return id;
  }
  const put = (tx: Database, on: string, { events }: Ledger) => record(tx, on, { events, contacts: [], texts: [] }, at);
  const calls = (first: number, many = 1) => {
    const book = ledger(first);
    for (let no = 0; no < many; no += 1) book.call(at);
    return book;
  };
  const sealed = (on: string) =>
    db.query<{ no: number; position: number }>("select no, position from seal where platform = $1 order by no", [on]);
  const positions = async (on: string) =>
    (await db.query<{ position: number }>("select position from event where platform = $1 order by 1", [on])).map(
      (row) => row.position,
    );

  it("按提交的次序逐条封印，一条不漏；没有新事件就无可封", async () => {
    const on = await platform();
    await put(db, on, calls(0, 7));
    await put(db, on, calls(100, 4));
    expect(await sealAll(db, on, at, 3)).toBe(11);
    expect(await sealed(on)).toEqual((await positions(on)).map((position, no) => ({ no: no + 1, position })));
    expect(await sealEvents(db, on, at)).toBe(0);
  });

  it("封印能只用数据库自己的函数重算", async () => {
    const { sealed: seals } = await sealedLedger(db, "story", 7);
    expect(seals).toBeGreaterThan(50);
    expect(await db.query(RECOMPUTED, ["story"])).toEqual([{ seals, same: seals }]);
  });

  it("几个封印者同时工作：不重不漏，链成立", async () => {
    const on = await platform();
    await put(db, on, calls(0, 60));
    const sealer = async () => {
      for (let some = 7; some === 7; ) some = await sealEvents(db, on, at, 7);
    };
    await Promise.all(Array.from({ length: 5 }, sealer));
    await sealAll(db, on, at);
    expect(await verifyLedger(db, { platform: on, ...quiet })).toMatchObject({ head: { no: 60 }, finding: null });
  });

  it("写入了一半又撤回的批次不留空号", async () => {
    const on = await platform();
    await put(db, on, calls(0));
    await expect(put(db, on, calls(0))).rejects.toThrow();
    await put(db, on, calls(100));
    expect(await sealAll(db, on, at)).toBe(2);
    expect((await sealed(on)).map(({ no }) => no)).toEqual([1, 2]);
  });

  it("从别处搬来的事件（事务号比本库的大）照样封印，排在新事件之前", async () => {
    const on = await platform();
    await put(db, on, calls(0, 2));
    await sealAll(db, on, at);
    await put(db, on, calls(50));
    await db.query("update event set xact = '99999999999' where platform = $1", [on]);
    await put(db, on, calls(100));
    expect(await verifyLedger(db, { platform: on, ...quiet })).toMatchObject({ unsealed: 2, finding: null });
    expect(await sealAll(db, on, at)).toBe(2);
    expect((await sealed(on)).map(({ position }) => position)).toEqual(await positions(on));
    expect(await verifyLedger(db, { platform: on, ...quiet })).toMatchObject({ unsealed: 0, finding: null });
  });

  it("所封的最后一个事件不见了：不再封印，并说明", async () => {
    const on = await platform();
    await put(db, on, calls(0, 2));
    await sealAll(db, on, at);
    await db.query("delete from event where platform = $1", [on]);
    await expect(sealEvents(db, on, at)).rejects.toThrow("rexian verify");
  });

  it("撤回重建的记录：封印一并撤回，以后从 1 号重新封起", async () => {
    const on = await platform();
    await put(db, on, calls(0, 3));
    await sealAll(db, on, at);
    await removeReconstructed(db, on);
    expect(await verifyLedger(db, { platform: on, ...quiet })).toMatchObject({ head: { no: 0 }, finding: null });
    await put(db, on, calls(100, 2));
    await sealAll(db, on, at);
    expect(await verifyLedger(db, { platform: on, ...quiet })).toMatchObject({ head: { no: 2 }, finding: null });
  });

  // the embedded database has one session: no transaction can be open beside another
  if (name === "PostgreSQL")
    it("更早的事务未结束时，后写的先不封印；结束后按次序都封上", async () => {
      const on = await platform();
      await db.transaction(async (slow) => {
        await put(slow, on, calls(0));
        await put(db, on, calls(100));
        expect(await sealEvents(db, on, at)).toBe(0);
      });
      expect(await sealAll(db, on, at)).toBe(2);
      expect((await sealed(on)).map(({ position }) => position)).toEqual(await positions(on));
    });
});
