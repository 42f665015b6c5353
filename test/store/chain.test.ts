import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { Database } from "../../src/store/database.ts";
import { canonical } from "../../src/store/ledger/canonical.ts";
import { CONTENT } from "../../src/store/ledger/chain.ts";
import { createPlatform, type Platform } from "../../src/store/platform.ts";
import { record } from "../../src/store/record.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { histories } from "../world/histories.ts";

const at = Date.parse("2022-11-03T01:02:03.456Z");
const platform: Platform = {
  platform: "p",
  name: "甲市",
  level: "city",
  zone: "Asia/Shanghai",
  origin: "live",
  books: [],
};

/** What jsonb refuses never gets into an event. */
const storable = (text: string) => !/[\0\p{Cs}]/u.test(text);
const words = fc.string({ unit: "grapheme" }).filter(storable);
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(words, fc.double(), fc.integer(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(words, tie("value"), { maxKeys: 8 }),
  ),
})).value;

/** Every link again by nothing but the database's own functions: what an auditor can do with psql. */
const RECOMPUTED = `
  with recursive chain as (
    select event.position, event.subject_id, event.version,
      sha256(convert_to(${CONTENT}, 'UTF8')) as link
    from event where event.platform = 'p' and event.version = 1
    union all
    select event.position, event.subject_id, event.version,
      sha256(convert_to(encode(chain.link, 'hex') || ${CONTENT}, 'UTF8'))
    from chain join event on event.platform = 'p' and event.subject_id = chain.subject_id and event.version = chain.version + 1
  )
  select count(*) as events, count(*) filter (where event.link = chain.link) as same
  from event left join chain on chain.position = event.position where event.platform = 'p'`;

eachDatabase((_, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await createPlatform(db, platform, migratedAt);
  });

  it("规范文本与数据库自己印出的 jsonb 一字不差", async () => {
    const values = fc.sample(json, 3000).map((value) => value ?? null);
    const edges = [
      1e21,
      1.5e-7,
      -1.25e300,
      5e-324,
      -0,
      0.1,
      2 ** 53,
      {},
      { "": 1 },
      { é: 1, 𠮷: 2, b: 3, aa: 4, "": 5, 工: 6, "\uffee": 7 },
    ];
    const odd = [Number.NaN, { a: undefined, b: Number.POSITIVE_INFINITY }, [undefined], '"\\\n\t\u0001\u007f\u2028'];
    const all = [...values, ...edges, ...odd];
    const rows = await db.query<{ printed: string }>(
      "select value::text as printed from jsonb_array_elements($1::text::jsonb) value",
      [JSON.stringify(all)],
    );
    for (const [no, { printed }] of rows.entries()) expect(canonical(all[no])).toBe(printed);
  });

  it("每个事件的链值都能只用数据库自己的函数重算", async () => {
    const [book] = fc.sample(histories({ from: at, until: at + 1e9 }), 1);
    const half = Math.floor(book!.events.length / 2);
    await record(db, "p", { ...book!, events: book!.events.slice(0, half) }, at);
    for (const event of book!.events.slice(half))
      await record(db, "p", { events: [event], contacts: [], texts: [] }, at + 0.7);
    const [found] = await db.query<{ events: number; same: number }>(RECOMPUTED);
    expect(found).toEqual({ events: book!.events.length, same: book!.events.length });
  });
});
