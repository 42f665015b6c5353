import { expect, it } from "vitest";
import { append, put } from "../../src/store/append.ts";
import type { Row } from "../../src/store/connection/value.ts";
import type { Database } from "../../src/store/database.ts";
import { eachDatabase } from "../world/databases.ts";

/** what a careless list or a careless escape would change */
const hostile = [
  '引号"和逗号,',
  "反斜杠\\N 和 \\\\",
  "{花括号}",
  "NULL",
  "null",
  "",
  " 空格 ",
  "换\n行\t制表",
  "𠮷䶮𬭎",
  "'; --",
];

const given = (count: number): Row[] =>
  Array.from({ length: count }, (_, n) => [
    `表${n}`,
    hostile[n % hostile.length]!,
    n % 3 === 0 ? null : hostile[(n + 1) % hostile.length]!,
    Uint8Array.from([n, 0, 255, 92, 10]),
    n % 2 === 0 ? null : [n, -1],
    n % 2 === 0,
    '{"a": "\\"b\\\\", "c": [1, null]}',
    n,
  ]);

const columns = ["id", "text", "more", "bytes", "pair", "yes", "value", "number"];

const made = (db: Database) =>
  db.script(
    `create table given (
       id text primary key, text text not null, more text, bytes bytea not null, pair integer[], yes boolean not null,
       value jsonb not null, number bigint not null
     )`,
  );

const read = async (db: Database) =>
  (await db.query<Record<string, unknown>>(`select ${columns.join(", ")} from given order by number`)).map((row) => ({
    ...row,
    bytes: Array.from(row.bytes as Uint8Array),
  }));

const expected = (rows: readonly Row[]) =>
  rows.map(([id, text, more, bytes, pair, yes, value, number]) => ({
    ...{ id, text, more, bytes: Array.from(bytes as Uint8Array), pair, yes, number },
    value: JSON.parse(value as string),
  }));

eachDatabase((_, open) => {
  for (const count of [1, 2, 37, 80])
    it(`写入 ${count} 行，读出一字不差；在决定里写也一样`, async () => {
      const db = await open();
      await made(db);
      const rows = given(count);
      await append(db, "given", columns, rows);
      expect(await read(db)).toEqual(expected(rows));
      await db.query("delete from given");
      await db.decision((tx) => append(tx, "given", columns, rows));
      expect(await read(db)).toEqual(expected(rows));
    });

  it("已有的改写，没有的添上；加了列以后照样写", async () => {
    const db = await open();
    await made(db);
    const rows = given(6);
    await put(db, "given", columns, ["id"], rows.slice(0, 3));
    const changed = rows.map((row) => row.with(1, "改过"));
    await put(db, "given", columns, ["id"], changed);
    expect(await read(db)).toEqual(expected(changed));
    await db.script("alter table given add column later timestamptz");
    const later = changed.map((row) => [...row, "2022-11-30T15:59:59.999Z"]);
    await put(db, "given", [...columns, "later"], ["id"], later);
    const [{ n }] = (await db.query<{ n: number }>("select count(distinct later)::int as n from given")) as [
      { n: number },
    ];
    expect(n).toBe(1);
  });
});
