/** 通知: what a unit or a role has been told, and whether it was read. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

export interface NoticeRow {
  id: Id;
  recipient: string;
  sentence: string;
  subject: string;
  subjectId: Id;
  version: number;
  ordinal: number;
  at: Instant;
  readAt: Instant | null;
  readBy: string | null;
}

export type NewNotice = Omit<NoticeRow, "readAt" | "readBy">;

/** 写入通知. One that was told already isn't told again; answers those that were new. */
export async function addNotices(db: Database, platform: string, notices: readonly NewNotice[]): Promise<NewNotice[]> {
  if (notices.length === 0) return [];
  const rows = notices.map(({ subjectId, at, ...rest }) => ({ ...rest, subject_id: subjectId, at: timestamp(at) }));
  const added = await db.prepared<{ id: Id }>(
    `insert into notice (platform, id, recipient, sentence, subject, subject_id, version, ordinal, at)
     select $1, id, recipient, sentence, subject, subject_id, version, ordinal, at
     from jsonb_to_recordset($2::text::jsonb) as given (
       id uuid, recipient text, sentence text, subject text, subject_id uuid, version integer, ordinal integer,
       at timestamptz
     )
     on conflict (platform, subject_id, version, ordinal) do nothing returning id`,
    [platform, JSON.stringify(rows)],
  );
  const fresh = new Set(added.map(({ id }) => id));
  return notices.filter(({ id }) => fresh.has(id));
}

/** 上一页的末行 */
export interface NoticePlace {
  read: boolean;
  at: Instant;
  id: Id;
}

const columns = `id, recipient, sentence, subject, subject_id as "subjectId", version, ordinal, at,
  read_at as "readAt", read_by as "readBy"`;

/** 收件人的通知, unread ones first, then the latest. */
export const noticesFor = (
  db: Database,
  platform: string,
  recipient: string,
  after: NoticePlace | null,
  limit: number,
): Promise<NoticeRow[]> =>
  db.query<NoticeRow>(
    `select ${columns} from notice
     where platform = $1 and recipient = $2
       and ($3::boolean is null
         or (read_at is not null) > $3::boolean
         or ((read_at is not null) = $3::boolean and (at, id) < ($4::timestamptz, $5::uuid)))
     order by (read_at is not null), at desc, id desc
     limit $6`,
    [platform, recipient, after?.read ?? null, after ? timestamp(after.at) : null, after?.id ?? null, limit],
  );

const COUNTED = 1000;

/** 未读数, counted no further than one past a thousand. */
export const unreadCount = async (db: Database, platform: string, recipient: string): Promise<number> =>
  (
    await db.query<{ n: number }>(
      `select count(*)::integer as n from (
         select from notice where platform = $1 and recipient = $2 and (read_at is not null) = false
         limit ${COUNTED + 1}
       ) unread`,
      [platform, recipient],
    )
  )[0]!.n;

/** 标为已读 by the first who does; null: this recipient has no such notice. */
export async function markRead(
  db: Database,
  platform: string,
  { id, recipient }: Pick<NoticeRow, "id" | "recipient">,
  by: string,
  at: Instant,
): Promise<NoticeRow | null> {
  const [row] = await db.query<NoticeRow>(
    `update notice set read_at = coalesce(read_at, $4::timestamptz), read_by = coalesce(read_by, $5)
     where platform = $1 and id = $2 and recipient = $3 returning ${columns}`,
    [platform, id, recipient, timestamp(at), by],
  );
  return row ?? null;
}
