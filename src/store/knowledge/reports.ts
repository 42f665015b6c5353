/** 报错 and how each was settled. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { type After, boundedCount, isBefore, together, where } from "../desk/page.ts";

export interface ErrorReport {
  id: Id;
  article: Id;
  edition: number;
  text: string;
  by: string;
  at: Instant;
  settledAt: Instant | null;
  settledBy: string | null;
  settlement: string | null;
}

const COLUMNS = `id, article, edition, text, by, at, settled_at as "settledAt", settled_by as "settledBy", settlement`;

type NewReport = Pick<ErrorReport, "id" | "article" | "edition" | "text" | "by" | "at">;

/** 记下报错 */
export const addReport = (db: Database, platform: string, one: NewReport): Promise<unknown> =>
  db.query(
    "insert into article_report (platform, id, article, edition, text, by, at) values ($1, $2, $3, $4, $5, $6, $7)",
    [platform, one.id, one.article, one.edition, one.text, one.by, timestamp(one.at)],
  );

/** 处理报错, once; null: there is none of this id that is open. */
export const settleReport = async (
  db: Database,
  platform: string,
  id: Id,
  { by, at, text }: { by: string; at: Instant; text: string },
): Promise<ErrorReport | null> =>
  (
    await db.query<ErrorReport>(
      `update article_report set settled_at = $3, settled_by = $4, settlement = $5
       where platform = $1 and id = $2 and settled_at is null returning ${COLUMNS}`,
      [platform, id, timestamp(at), by, text],
    )
  )[0] ?? null;

/** 一个报错 as this viewer may see it */
export const reportOf = async (db: Database, platform: string, id: Id): Promise<ErrorReport | null> =>
  (
    await db.query<ErrorReport>(`select ${COLUMNS} from article_report where platform = $1 and id = $2`, [platform, id])
  )[0] ?? null;

export interface ReportFilter {
  article?: Id | undefined;
  open: boolean;
}

/** 一页报错, the newest first. */
export async function reportPage(
  db: Database,
  platform: string,
  { article, open }: ReportFilter,
  after: After | null,
  limit: number,
): Promise<{ rows: ErrorReport[]; total: string }> {
  const conditions = [where("platform = $1")];
  if (article !== undefined) conditions.push(where("article = $?::uuid", article));
  if (open) conditions.push(where("settled_at is null"));
  const counted = together(conditions, [platform]);
  const asked = together([...conditions, ...isBefore("at", "id", after)], [platform]);
  const rows = await db.query<ErrorReport>(
    `select ${COLUMNS} from article_report where ${asked.sql} order by at desc, id desc limit ${limit}`,
    asked.values,
  );
  return { rows, total: await boundedCount(db, `from article_report where ${counted.sql}`, counted.values) };
}

/** 还没处理的报错 of an article, as this viewer sees them. */
export const openReportsOf = async (db: Database, platform: string, article: Id): Promise<number> =>
  (
    await db.query<{ n: number }>(
      `select count(*)::integer as n from article_report where platform = $1 and article = $2 and settled_at is null`,
      [platform, article],
    )
  )[0]!.n;
