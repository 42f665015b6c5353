import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { Finding, Head } from "../../src/domain/ledger/finding.ts";
import type { Database } from "../../src/store/database.ts";
import { headOf } from "../../src/store/ledger/sealing.ts";
import { verifyLedger } from "../../src/store/ledger/verify.ts";
import { eachDatabase } from "../world/databases.ts";
import { sealedLedger } from "../world/sealedLedger.ts";
import { changes, exchanges, insertedEvent, insertedSeal, removals, type Tampering } from "../world/tampering.ts";

class TakenBack extends Error {}

eachDatabase((_, open) => {
  let db: Database;
  let sealed = 0;
  let unsealed = 0;
  beforeAll(async () => {
    db = await open();
    ({ sealed, unsealed } = await sealedLedger(db, "p", 11));
    await sealedLedger(db, "other", 12);
  });

  const verified = (on: Database, noted: Head | null = null) =>
    verifyLedger(on, { platform: "p", noted, progress: () => {} });

  /** What `verify` finds after a change that is then taken back. */
  async function foundAfter(change: (tx: Database) => Promise<unknown>, noted: Head | null = null) {
    let finding: Finding | null = null;
    const tried = db.transaction(async (tx) => {
      await change(tx);
      ({ finding } = await verified(tx, noted));
      throw new TakenBack();
    });
    await expect(tried).rejects.toThrow(TakenBack);
    return finding as Finding | null;
  }
  const sql = (text: string) => foundAfter((tx) => tx.query(text));

  const sealOf = async (no: number) =>
    (
      await db.query<{ position: number; subject_id: string; version: number }>(
        `select event.position, subject_id, version from seal join event using (platform, position)
         where seal.platform = 'p' and no = $1`,
        [no],
      )
    )[0]!;

  it("没有动过的账本：封印、未封印的、行都成立，链头可以抄下", async () => {
    const found = await verified(db);
    expect(found).toMatchObject({ head: { no: sealed }, unsealed, finding: null });
    expect(found.head.link).toMatch(/^[0-9a-f]{64}$/);
    const [subjects] = await db.query("select count(distinct subject_id) as rows from event where platform = 'p'");
    expect(subjects).toEqual({ rows: found.rows });
  });

  it("每一种篡改都指出链上第一个坏处", async () => {
    const named = async ({ words, run }: Tampering, no: number, other: number) => {
      const finding = await foundAfter((tx) => run(tx, "p", no, other));
      expect([words, finding?.no]).toEqual([words, no]);
    };
    const place = fc.integer({ min: 1, max: sealed });
    const earlier = fc.integer({ min: 1, max: sealed - 1 });
    const of = (kinds: Tampering[], no: fc.Arbitrary<number>) =>
      kinds.map((kind) => fc.record({ kind: fc.constant(kind), no, later: fc.nat(sealed) }));
    const all = [...of([...changes, insertedSeal], place), ...of([...removals, ...exchanges], earlier)];
    const attempt = async ({ kind, no, later }: { kind: Tampering; no: number; later: number }) =>
      named(kind, no, no + 1 + (later % Math.max(1, sealed - no)));
    for (const one of all) await attempt(fc.sample(one, 1)[0]!);
    await fc.assert(fc.asyncProperty(fc.oneof(...all), attempt), { numRuns: 400 });
  }, 240_000);

  it("说出是哪个位置、哪个主体、哪一版", async () => {
    const { position, subject_id: id, version } = await sealOf(5);
    const finding = await sql(`update event set by = 'x' where platform = 'p' and position = ${position}`);
    expect(finding).toMatchObject({ fault: "eventChanged", no: 5, position, id, version });
  });

  it("几处都坏：指出链上最前面的一处", async () => {
    const finding = await foundAfter(async (tx) => {
      for (const no of [9, 4, 7]) await changes[7]!.run(tx, "p", no, no);
    });
    expect(finding).toMatchObject({ no: 4 });
  });

  it("末尾被截断：没有抄下链头看不出，有就看得出；链头对不上也指出", async () => {
    const head = await headOf(db, "p");
    const cut = async (tx: Database) => {
      for (const table of ["event", "seal"])
        await tx.query(`delete from ${table} where platform = 'p' and position in (
          select position from seal where platform = 'p' order by no desc limit 3)`);
    };
    expect(await foundAfter(cut, head)).toEqual({ fault: "headMissing", no: sealed });
    expect((await verified(db, head)).finding).toBeNull();
    expect((await verified(db, { ...head, no: head.no - 1 })).finding).toEqual({
      fault: "headDiffers",
      no: head.no - 1,
    });
    const resealed = (tx: Database) => tx.query("delete from seal where platform = 'p'");
    expect(await foundAfter(resealed, head)).toEqual({ fault: "headMissing", no: sealed });
  });

  it("未封印的事件也查：改动、删前一版、插到已封印的之间", async () => {
    const last = "(select max(position) from event where platform = 'p')";
    const position = (await db.query<{ last: number }>(`select ${last} as last`))[0]!.last;
    expect(await sql(`update event set by = 'x' where platform = 'p' and position = ${last}`)).toMatchObject({
      fault: "eventChanged",
      position,
    });
    const [unsealedPair] = await db.query<{ first: number; second: number }>(
      `select one.position as first, two.position as second from event one
       join event two on two.platform = 'p' and two.subject_id = one.subject_id and two.version = 2
       where one.platform = 'p' and one.version = 1 and one.position > (select max(position) from seal where platform = 'p')
       order by 1 limit 1`,
    );
    const { first, second } = unsealedPair!;
    expect(await sql(`delete from event where platform = 'p' and position = ${first}`)).toMatchObject({
      fault: "eventChanged",
      position: second,
    });
    const inserted = await foundAfter((tx) => insertedEvent.run(tx, "p", 3, 3));
    expect(inserted).toMatchObject({ fault: "eventInserted", position: -1 });
  });

  it.each([
    [
      "改一行",
      "update work_order set reworks = reworks + 1 where platform = 'p' and id = ",
      "work_order",
      "rowChanged",
    ],
    [
      "改一个指派",
      "update assignment set deemed = not deemed where platform = 'p' and work_order = ",
      "work_order",
      "rowChanged",
    ],
    ["删一行", "delete from service_request where platform = 'p' and id = ", "service_request", "rowMissing"],
    ["删一个指派", "delete from assignment where platform = 'p' and work_order = ", "work_order", "rowChanged"],
    [
      "改工作清单",
      "update worklist set lead = 'u9' where platform = 'p' and work_order = ",
      "work_order",
      "worklistDiffers",
    ],
    [
      "让别的单位看见",
      `insert into order_unit (platform, unit, work_order, request, stage, category, moved_at, dispatched_at, turn_at, task)
       select platform, 'u9', work_order, request, stage, category, moved_at, dispatched_at, turn_at, 'none'
       from worklist where work_order = `,
      "work_order",
      "worklistDiffers",
    ],
    [
      "改单位的诉求",
      "update unit_request u set channel = 'mailbox' from work_order w where w.request = u.request and w.platform = 'p' and w.id = ",
      "work_order",
      "worklistDiffers",
    ],
    [
      "诉求列进别的单位的清单",
      "insert into unit_request select 'p', 'u9', r.id, r.accepted_at, r.type, r.category, r.channel, r.place from service_request r join work_order w using (platform) where w.request = r.id and platform = 'p' and w.id = ",
      "work_order",
      "worklistDiffers",
    ],
    ["删经手单位", "delete from order_unit where platform = 'p' and work_order = ", "work_order", "worklistDiffers"],
  ])("行与事件不符：%s", async (_words, statement, table, fault) => {
    const [row] = await db.query<{ id: string }>(
      `select id from ${table} where platform = 'p' order by id desc limit 1`,
    );
    expect(await sql(`${statement}'${row!.id}'`)).toMatchObject({ fault, id: row!.id });
  });

  it("凭空多出的行也指出", async () => {
    const stranger = "01840000-0000-7000-8000-ffffffffff00";
    const call = `insert into call (platform, id, version, offered_at, ended_at, callbacks)
      values ('p', '${stranger}', 1, '2022-11-01T00:00:00Z', '2022-11-01T00:00:00Z', '[]')`;
    expect(await sql(call)).toEqual({ fault: "rowUnfounded", subject: "call", id: stranger });
    const assignment = `insert into assignment (platform, work_order, no, unit, role, dispatched_at, deemed, provisional, extended)
      values ('p', '${stranger}', 1, 'u', 'lead', '2022-11-01T00:00:00Z', false, false, false)`;
    expect(await sql(assignment)).toEqual({ fault: "rowUnfounded", subject: "order", id: stranger });
  });

  it("别的平台坏了不牵连本平台", async () => {
    expect(await sql("update event set by = 'x' where platform = 'other'")).toBeNull();
  });
});
