/** 附件的登记. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

export interface Attachment {
  id: string;
  about: string;
  at: Instant;
  by: string;
  name: string;
  type: string;
  size: number;
  digest: string;
}

const COLUMNS = "id, about, at, by, name, type, size, digest";

/** 登记附件 */
export const addAttachment = (db: Database, platform: string, one: Attachment) =>
  db.query(`insert into attachment (platform, ${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, [
    platform,
    one.id,
    one.about,
    timestamp(one.at),
    one.by,
    one.name,
    one.type,
    one.size,
    one.digest,
  ]);

const MOST = 200;

/** 附件 of a matter that this viewer may see, the earliest first, at most 200. */
export const attachmentsOf = (db: Database, platform: string, about: string): Promise<Attachment[]> =>
  db.query(`select ${COLUMNS} from attachment where platform = $1 and about = $2 order by at, id limit ${MOST}`, [
    platform,
    about,
  ]);

/** 一个附件; null: there is none for this viewer. */
export const attachmentOf = async (db: Database, platform: string, id: string): Promise<Attachment | null> =>
  (
    await db.query<Attachment>(`select ${COLUMNS} from attachment where platform = $1 and id = $2`, [platform, id])
  )[0] ?? null;

/** 全部附件的文件, each once, in pages by their digests; for backup. */
export const filesAfter = (
  db: Database,
  after: string,
  limit: number,
): Promise<Pick<Attachment, "digest" | "size">[]> =>
  db.query(
    `select digest, min(size) as size from attachment where digest > $1 group by digest order by digest limit $2`,
    [after, limit],
  );
