/** 没有答案的问题 and the article that answers each. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { type After, boundedCount, isBefore, together, where } from "../desk/page.ts";

export interface OpenQuestion {
  id: Id;
  text: string;
  by: string;
  at: Instant;
  answeredAt: Instant | null;
  answeredBy: string | null;
  article: Id | null;
}

const COLUMNS = `id, text, by, at, answered_at as "answeredAt", answered_by as "answeredBy", article`;

/** 记下问题 */
export const addQuestion = (
  db: Database,
  platform: string,
  { id, text, by, at }: Pick<OpenQuestion, "id" | "text" | "by" | "at">,
): Promise<unknown> =>
  db.query("insert into open_question (platform, id, text, by, at) values ($1, $2, $3, $4, $5)", [
    platform,
    id,
    text,
    by,
    timestamp(at),
  ]);

/** 回答问题, once; null: there is none of this id that is open. */
export const answerQuestion = async (
  db: Database,
  platform: string,
  id: Id,
  { by, at, article }: { by: string; at: Instant; article: Id },
): Promise<OpenQuestion | null> =>
  (
    await db.query<OpenQuestion>(
      `update open_question set answered_at = $3, answered_by = $4, article = $5
       where platform = $1 and id = $2 and answered_at is null returning ${COLUMNS}`,
      [platform, id, timestamp(at), by, article],
    )
  )[0] ?? null;

/** 一页问题, the newest first. */
export async function questionPage(
  db: Database,
  platform: string,
  open: boolean,
  after: After | null,
  limit: number,
): Promise<{ rows: OpenQuestion[]; total: string }> {
  const conditions = [where("platform = $1"), ...(open ? [where("answered_at is null")] : [])];
  const counted = together(conditions, [platform]);
  const asked = together([...conditions, ...isBefore("at", "id", after)], [platform]);
  const rows = await db.query<OpenQuestion>(
    `select ${COLUMNS} from open_question where ${asked.sql} order by at desc, id desc limit ${limit}`,
    asked.values,
  );
  return { rows, total: await boundedCount(db, `from open_question where ${counted.sql}`, counted.values) };
}
