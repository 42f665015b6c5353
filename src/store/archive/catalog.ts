/** 库中的一切: which tables, columns and sequences there are, asked of the database, so that none is forgotten. */
import type { Database } from "../database.ts";

export interface ArchivedTable {
  name: string;
  columns: string[];
}

interface Found extends ArchivedTable {
  key: string[];
  /** tables that its rows point to */
  needs: string[];
}

/** Columns that the database computes by itself are left to it; the list of migrations travels on its own. */
const TABLES = `
  select
    relname as name,
    array(
      select attname::text from pg_attribute
      where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
    ) as columns,
    array(
      select attname::text from pg_index
      cross join lateral unnest(indkey::smallint[]) with ordinality as part (no, place)
      join pg_attribute on attrelid = indrelid and attnum = part.no
      where indrelid = pg_class.oid and indisprimary order by place
    ) as key,
    array(
      select distinct needed.relname::text from pg_constraint join pg_class needed on needed.oid = confrelid
      where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid
    ) as needs
  from pg_class
  where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname <> 'migration'
  order by relname`;

/** 全部的表, each after those that its rows point to. */
export async function tablesOf(db: Database): Promise<(ArchivedTable & { key: string[] })[]> {
  let waiting = await db.query<Found>(TABLES);
  const ordered: Found[] = [];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const ready = waiting.filter(({ needs }) => !needs.some((name) => names.has(name)));
    if (ready.length === 0) throw new Error(`tables point to each other in a circle: ${[...names].join(", ")}`);
    ordered.push(...ready);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}

/** 是否空着: nothing but what extensions brought stands in the schema where the tables would. */
export async function isEmpty(db: Database): Promise<boolean> {
  const [found] = await db.query(
    `select from pg_class where relnamespace = current_schema()::regnamespace and relkind <> 'i' and not exists (
       select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e'
     ) limit 1`,
  );
  return found === undefined;
}

/** 各序列的当前值; those that were never used are not among them. */
export async function sequencesOf(db: Database): Promise<Record<string, number>> {
  const rows = await db.query<{ name: string; value: number }>(
    `select sequencename as name, last_value as value from pg_sequences
     where schemaname = current_schema() and last_value is not null order by sequencename`,
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** 接着原来的数往下数 */
export async function setSequences(db: Database, values: Record<string, number>): Promise<void> {
  for (const [name, value] of Object.entries(values))
    await db.query("select setval(quote_ident($1)::regclass, $2::bigint)", [name, value]);
}

/** 引号里的名称, whatever it is. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
