/** 访问日志: who did or looked at what, when, why and from where. Rows are only added; old ones leave by retention. */
import type { LoggedKind } from "../../domain/access/logged.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Instant } from "../../domain/calendar/civil.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { boundedCount, type Condition, together, where } from "../desk/page.ts";

export interface Access {
  account: string | null;
  number: string;
  role: Role;
  operation: string;
  subjectKind: LoggedKind | null;
  subjectId: string | null;
  reason: string | null;
  address: string;
  /** 查了什么: the filter of a look-up or an export */
  filter?: string | null;
  /** 多少件 it brought; null: not known yet, or no question */
  found?: number | null;
}

export interface LoggedAccess extends Required<Access> {
  no: number;
  at: Instant;
}

/** 记入访问日志 */
export const logAccess = (db: Database, platform: string, access: Access, at: Instant): Promise<unknown> =>
  db.kysely
    .insertInto("access_log")
    .values({
      ...{ platform, at: timestamp(at), account: access.account, number: access.number, role: access.role },
      ...{ operation: access.operation, subject_kind: access.subjectKind, subject_id: access.subjectId },
      ...{ reason: access.reason, address: access.address },
      ...{ filter: access.filter ?? null, found: access.found ?? null },
    })
    .execute();

export interface AccessFilter {
  account?: string;
  subject?: string;
  operation?: string;
  from?: Instant;
  until?: Instant;
}

function conditionsOf({ account, subject, operation, from, until }: AccessFilter): Condition[] {
  const conditions = [where("platform = $1")];
  if (account !== undefined) conditions.push(where("account = $?::uuid", account));
  if (subject !== undefined) conditions.push(where("subject_id = $?", subject));
  if (operation !== undefined) conditions.push(where("operation = $?", operation));
  if (from !== undefined) conditions.push(where("at >= $?::timestamptz", timestamp(from)));
  if (until !== undefined) conditions.push(where("at < $?::timestamptz", timestamp(until)));
  return conditions;
}

const COLUMNS = `no, at, account, number, role, operation, subject_kind as "subjectKind", subject_id as "subjectId",
  reason, address, filter, found`;

/** 访问日志的一页, the newest first, going on before `before`. */
export async function accessPage(
  db: Database,
  platform: string,
  filter: AccessFilter,
  before: number | null,
  limit: number,
): Promise<{ rows: LoggedAccess[]; total: string }> {
  const conditions = conditionsOf(filter);
  const counted = together(conditions, [platform]);
  if (before !== null) conditions.push(where("no < $?", before));
  const asked = together(conditions, [platform]);
  const rows = await db.query<LoggedAccess>(
    `select ${COLUMNS} from access_log where ${asked.sql} order by no desc limit ${limit}`,
    asked.values,
  );
  return { rows, total: await boundedCount(db, `from access_log where ${counted.sql}`, counted.values) };
}
