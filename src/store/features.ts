import type { Database } from "./database.ts";

const TABLE =
  "create table doctor_probe (id bigint generated always as identity, at timestamptz, data jsonb, parts integer[])";

const expectTrue = async (tx: Database, sql: string) => {
  const [row] = await tx.query<{ holds: boolean }>(sql);
  if (!row?.holds) throw new Error(sql);
};

/** 数据库功能: what the program relies on, each with a trial on the table above that fails where it is missing. */
const trials: [feature: string, trial: (tx: Database) => Promise<unknown>][] = [
  ["建表", async () => {}],
  ["UTF-8 编码", (tx) => expectTrue(tx, "select char_length('𬭎') = 1 as holds")],
  ["COPY", (tx) => tx.copy("doctor_probe", ["at", "data"], [["2022-11-30T16:00:00Z", '{"a":1}']])],
  ["jsonb", (tx) => tx.query("select data ->> 'a' from doctor_probe where data @> $1", ['{"a":1}'])],
  [
    "unnest",
    (tx) => tx.query("insert into doctor_probe (parts) select array[n] from unnest($1::integer[]) n", [[1, 2]]),
  ],
  [
    "时区",
    (tx) =>
      expectTrue(
        tx,
        "select to_char(timestamptz '2022-11-30T16:00:00Z' at time zone 'Asia/Shanghai', 'YYYY-MM-DD') = '2022-12-01' as holds",
      ),
  ],
  ["咨询锁", (tx) => tx.query("select pg_advisory_xact_lock($1)", [12345])],
  [
    "递归查询",
    (tx) => tx.query("with recursive n (i) as (select 1 union all select i + 1 from n where i < 3) select i from n"),
  ],
  ["条件聚合", (tx) => tx.query("select count(*) filter (where id > 1) from doctor_probe")],
  ["部分索引", (tx) => tx.script("create index on doctor_probe (at) where data is null")],
  [
    "行级安全",
    (tx) =>
      tx.script("alter table doctor_probe enable row level security; create policy probe on doctor_probe using (true)"),
  ],
];

class TakenBack extends Error {}

/** 试数据库功能: tries each and takes it back; `failure` is the database's own words, null where the feature works. */
export async function tryFeatures(db: Database): Promise<{ feature: string; failure: string | null }[]> {
  const tried: { feature: string; failure: string | null }[] = [];
  for (const [feature, trial] of trials) tried.push({ feature, failure: await failureOf(db, trial) });
  return tried;
}

async function failureOf(db: Database, trial: (tx: Database) => Promise<unknown>): Promise<string | null> {
  try {
    await db.transaction(async (tx) => {
      await tx.script(TABLE);
      await trial(tx);
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) return (error as Error).message;
  }
  return null;
}
