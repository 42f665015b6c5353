import { expect, it } from "vitest";
import { readAs } from "../../src/store/access/door.ts";
import { createPlatform } from "../../src/store/platform.ts";
import { findFirst, findPage } from "../../src/store/search/find.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";

const platform = "p";
const units = ["busy", "quiet"];
const PAGE = 6;

/** 忙的和闲的: of the busy unit one request an hour, every third of which says it; the quiet one has every fourteenth of them too. */
const entered = `
  insert into unit_request (platform, unit, request, accepted_at, type, category, channel, place, words)
  select $1, 'busy', gen_random_uuid(), $2::timestamptz + n * interval '1 hour', 't', 'c', 'phone', null,
    case when n % 3 = 0 then '电'::tsvector else '噪'::tsvector end
  from generate_series(1, 400) n`;
const shared = `
  insert into unit_request
  select platform, 'quiet', request, accepted_at, type, category, channel, place, words
  from unit_request where extract(epoch from accepted_at)::bigint / 3600 % 14 = 0`;

eachDatabase((_, open) => {
  it("两个单位一个忙一个闲：看几件最新的也好，一页页翻到底也好，一件不少，次序不乱", async () => {
    const db = await open();
    const origin = { level: "city", zone: "Asia/Shanghai", origin: "live" } as const;
    await createPlatform(db, { ...origin, books: [], platform, name: "云岭市" }, migratedAt);
    await db.query(entered, [platform, new Date(migratedAt).toISOString()]);
    await db.query(shared);
    const said = await db.query<{ id: string; at: number }>(
      `select distinct request as id, accepted_at as at from unit_request where words @@ '电'::tsquery order by at desc, id desc`,
    );
    const own = said.map(({ id }) => id);
    const of = { platform, words: "电", conditions: [], units };
    const looks = { newest: 8, more: 2, days: [], few: 0 };
    await readAs(db, { platform, units }, async (tx) => {
      expect(await findFirst(tx, of, PAGE, looks)).toEqual({ ids: own.slice(0, PAGE), counted: own.length });
      for (let at = PAGE; at <= own.length; at += PAGE)
        expect(await findPage(tx, of, said[at - 1]!, PAGE, looks)).toEqual(own.slice(at, at + PAGE));
    });
  });
});
