/** 正在改的人: who has which paragraph of a draft open, for as long as his browser says so. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Writer } from "../../domain/report/draft.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

/** 哪一段 in whose draft */
export interface WritingAt {
  platform: string;
  period: string;
  paragraph: string;
}

/** 正在改的 at that instant, who began first standing first */
export const writersOf = (db: Database, platform: string, period: string, at: Instant): Promise<Writer[]> =>
  db.query<Writer>(
    `select paragraph, writer as by, since from report_writer
     where platform = $1 and period = $2 and until > $3 order by since, paragraph, writer`,
    [platform, period, timestamp(at)],
  );

/** 还在改: until then, or until he says it again; true: he has only now begun. Whoever went without a word is cleared away. */
export async function noteWriting(
  db: Database,
  { platform, period, paragraph }: WritingAt,
  { by, at, until }: { by: string; at: Instant; until: Instant },
): Promise<boolean> {
  await db.query("delete from report_writer where platform = $1 and until <= $2", [platform, timestamp(at)]);
  const [kept] = await db.query<{ since: Instant }>(
    `insert into report_writer (platform, period, paragraph, writer, since, until) values ($1, $2, $3, $4, $5, $6)
     on conflict (platform, period, paragraph, writer) do update set until = excluded.until returning since`,
    [platform, period, paragraph, by, timestamp(at), timestamp(until)],
  );
  return kept?.since === at;
}

/** 不改了; false: nobody knew that he did. */
export const endWriting = async (
  db: Database,
  { platform, period, paragraph }: WritingAt,
  by: string,
): Promise<boolean> =>
  (
    await db.query(
      "delete from report_writer where platform = $1 and period = $2 and paragraph = $3 and writer = $4 returning since",
      [platform, period, paragraph, by],
    )
  ).length > 0;
