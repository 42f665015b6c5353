/** 法定保留: matters of which nothing is forgotten for now. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { boundedCount, type Condition, together, where } from "../desk/page.ts";

export interface Hold {
  id: Id;
  request: Id;
  /** 诉求印出的编号 */
  number: string;
  reason: string;
  by: string;
  since: Instant;
  until: Instant | null;
  liftedAt: Instant | null;
  liftedBy: string | null;
  liftReason: string | null;
}

/** 设保留 */
export const addHold = (
  db: Database,
  platform: string,
  { id, request, reason, by, since, until }: Pick<Hold, "id" | "request" | "reason" | "by" | "since" | "until">,
): Promise<unknown> =>
  db.kysely
    .insertInto("hold")
    .values({
      ...{ platform, id, request, reason, by, since: timestamp(since) },
      until: until === null ? null : timestamp(until),
    })
    .execute();

/** 解除保留; false: there is none, or it was lifted already. */
export async function liftHold(
  db: Database,
  platform: string,
  id: Id,
  { by, at, reason }: { by: string; at: Instant; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db.kysely
    .updateTable("hold")
    .set({ lifted_at: timestamp(at), lifted_by: by, lift_reason: reason })
    .where("platform", "=", platform)
    .where("id", "=", id)
    .where("lifted_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export interface HoldFilter {
  request?: Id;
  /** in force at that instant */
  at?: Instant;
}

function conditionsOf({ request, at }: HoldFilter): Condition[] {
  const conditions = [where("platform = $1")];
  if (request !== undefined) conditions.push(where("request = $?::uuid", request));
  if (at !== undefined)
    conditions.push(where("lifted_at is null and (until is null or until > $?::timestamptz)", timestamp(at)));
  return conditions;
}

const COLUMNS = `id, request,
  (select r.number from service_request r where r.platform = hold.platform and r.id = hold.request) as number, reason, by, since, until, lifted_at as "liftedAt", lifted_by as "liftedBy",
  lift_reason as "liftReason"`;

/** 保留的一页, the newest first. */
export async function holdPage(
  db: Database,
  platform: string,
  filter: HoldFilter,
  after: { at: Instant; id: Id } | null,
  limit: number,
): Promise<{ rows: Hold[]; total: string }> {
  const conditions = conditionsOf(filter);
  const counted = together(conditions, [platform]);
  if (after) conditions.push(where("(since, id) < ($?::timestamptz, $?::uuid)", timestamp(after.at), after.id));
  const asked = together(conditions, [platform]);
  const rows = await db.query<Hold>(
    `select ${COLUMNS} from hold where ${asked.sql} order by since desc, id desc limit ${limit}`,
    asked.values,
  );
  return { rows, total: await boundedCount(db, `from hold where ${counted.sql}`, counted.values) };
}

/** 一项保留 */
export const holdOf = async (db: Database, platform: string, id: Id): Promise<Hold | null> =>
  (await db.query<Hold>(`select ${COLUMNS} from hold where platform = $1 and id = $2`, [platform, id]))[0] ?? null;
