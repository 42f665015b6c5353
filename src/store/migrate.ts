import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Instant } from "../domain/calendar/civil.ts";
import { Refusal, refuse } from "../domain/refusal.ts";
import type { RuleRow } from "../domain/rule/rulebook.ts";
import { ensureRoles } from "./access/roles.ts";
import { timestamp } from "./connection/value.ts";
import type { Database } from "./database.ts";
import { fillWorklist } from "./fillWorklist.ts";
import { loadRelease, type ReleaseOutcome } from "./rules.ts";

interface Migration {
  name: string;
  sql: string;
  digest: string;
}

export interface Migrated {
  applied: string[];
  rules: ReleaseOutcome;
}

/** 一册规则: a book of the starting set, as `rulebook/books.ts` lists them. */
export interface ReleaseBook {
  id: string;
  rows: RuleRow[];
}

const folder = new URL("./migration/", import.meta.url);
/** Two programs that migrate at once: the second waits, then finds nothing to do. */
const ADVISORY_LOCK = 12345;

const read = (name: string): Migration => {
  const sql = readFileSync(new URL(name, folder), "utf8");
  return { name, sql, digest: createHash("sha256").update(sql).digest("hex") };
};

const migrations = (): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map(read);

const exists = async (db: Database): Promise<boolean> =>
  (await db.query<{ known: boolean }>("select to_regclass('migration') is not null as known"))[0]!.known;

const appliedIn = async (db: Database) =>
  (await exists(db)) ? db.kysely.selectFrom("migration").select(["name", "digest"]).orderBy("name").execute() : [];

/** 不是本程序的结构: refuses migrations that a newer program has applied, or that are not these. */
export function refuseForeignSchema(applied: readonly { name: string; digest: string }[]): void {
  const known = new Map(migrations().map(({ name, digest }) => [name, digest]));
  for (const { name, digest } of applied) {
    if (!known.has(name))
      throw new Refusal(refuse("schemaNewer", `数据库结构（${name}）比本程序新。`, "请使用更新版本的程序。"));
    if (known.get(name) !== digest)
      throw new Refusal(refuse("schemaDiffers", `数据库结构（${name}）与本程序的不一致。`, "请使用建立它的那个版本。"));
  }
}

/** 结构过新: refuses a database that a newer program has migrated, or whose migrations are not these. */
export const refuseNewerSchema = async (db: Database): Promise<void> => refuseForeignSchema(await appliedIn(db));

/** 待执行的结构变更, by name. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const applied = new Set((await appliedIn(db)).map(({ name }) => name));
  return migrations().flatMap(({ name }) => (applied.has(name) ? [] : [name]));
}

const bookkeeping =
  "create table if not exists migration (name text primary key, digest text not null, applied_at timestamptz not null)";

/** What a migration does that SQL alone can't, right after it. */
const steps: Record<string, (tx: Database) => Promise<void>> = {
  "2026-11-27T16-00-unit-tasks.sql": fillWorklist,
};

async function apply(tx: Database, { name, sql, digest }: Migration, at: Instant): Promise<void> {
  await tx.script(sql);
  await steps[name]?.(tx);
  await tx.kysely
    .insertInto("migration")
    .values({ name, digest, applied_at: timestamp(at) })
    .execute();
}

async function applySchema(tx: Database, now: Instant): Promise<string[]> {
  await tx.script(bookkeeping);
  const pending = new Set(await pendingMigrations(tx));
  const todo = migrations().filter(({ name }) => pending.has(name));
  for (const migration of todo) await apply(tx, migration, now);
  return todo.map(({ name }) => name);
}

/** 建成当时的结构: in an empty database, the migrations that another one has had, as of when it had them. */
export async function makeSchema(
  tx: Database,
  applied: readonly { name: string; digest: string; appliedAt: string }[],
): Promise<void> {
  refuseForeignSchema(applied);
  await tx.script(bookkeeping);
  const when = new Map(applied.map(({ name, appliedAt }) => [name, Date.parse(appliedAt)]));
  for (const migration of migrations())
    if (when.has(migration.name)) await apply(tx, migration, when.get(migration.name)!);
}

class DryRun extends Error {
  readonly migrated: Migrated;
  constructor(migrated: Migrated) {
    super("dry run");
    this.migrated = migrated;
  }
}

/**
 * 升级: applies every migration once, in name order, sets the readers' roles, then adds the release's rule rows; all in one transaction. With
 * `dryRun` it does the same and takes it back, so that what it lists is what would happen.
 */
export async function migrate(db: Database, books: ReleaseBook[], now: Instant, dryRun = false): Promise<Migrated> {
  await refuseNewerSchema(db);
  const work = async (tx: Database) => {
    await tx.query("select pg_advisory_xact_lock($1)", [ADVISORY_LOCK]);
    const applied = await applySchema(tx, now);
    await ensureRoles(tx);
    const migrated = { applied, rules: await loadRelease(tx, books, now) };
    if (dryRun) throw new DryRun(migrated);
    return migrated;
  };
  return db.transaction(work).catch((error) => {
    if (error instanceof DryRun) return error.migrated;
    throw error;
  });
}
