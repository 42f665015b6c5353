/** 月报底稿: each change is a further version; the last one holds. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { ContentsLine, ParagraphEdit, ReportDraft } from "../../domain/report/draft.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

const EDIT = `paragraph, version, text, written, changed_at as "changedAt", changed_by as "changedBy"`;

/** 底稿 of a period, as it stands */
export async function reportDraft(db: Database, platform: string, period: string): Promise<ReportDraft> {
  const [contents] = await db.query<{ version: number; lines: ContentsLine[] }>(
    "select version, lines from report_contents where platform = $1 and period = $2 order by version desc limit 1",
    [platform, period],
  );
  const edits = await db.query<ParagraphEdit>(
    `select distinct on (paragraph) ${EDIT} from report_paragraph
     where platform = $1 and period = $2 order by paragraph, version desc`,
    [platform, period],
  );
  return { contents: contents ?? { version: 0, lines: null }, edits };
}

/** 一段的改动; null: nobody has touched it. */
export const paragraphEdit = async (
  db: Database,
  platform: string,
  period: string,
  paragraph: string,
): Promise<ParagraphEdit | null> =>
  (
    await db.query<ParagraphEdit>(
      `select ${EDIT} from report_paragraph where platform = $1 and period = $2 and paragraph = $3
       order by version desc limit 1`,
      [platform, period, paragraph],
    )
  )[0] ?? null;

/** 记一次改动; false: somebody was first. */
export async function addParagraphEdit(
  db: Database,
  platform: string,
  period: string,
  { paragraph, version, text, written, changedAt, changedBy }: ParagraphEdit,
): Promise<boolean> {
  const rows = await db.query(
    `insert into report_paragraph (platform, period, paragraph, version, text, written, changed_at, changed_by)
     values ($1, $2, $3, $4, $5::json, $6::json, $7, $8) on conflict do nothing returning version`,
    [
      ...[platform, period, paragraph, version, text && JSON.stringify(text), JSON.stringify(written)],
      ...[timestamp(changedAt), changedBy],
    ],
  );
  return rows.length > 0;
}

/** 记一次目录的改动; false: somebody was first. */
export async function addContents(
  db: Database,
  platform: string,
  period: string,
  { version, lines, at, by }: { version: number; lines: readonly ContentsLine[]; at: Instant; by: string },
): Promise<boolean> {
  const rows = await db.query(
    `insert into report_contents (platform, period, version, lines, changed_at, changed_by)
     values ($1, $2, $3, $4::json, $5, $6) on conflict do nothing returning version`,
    [platform, period, version, JSON.stringify(lines), timestamp(at), by],
  );
  return rows.length > 0;
}
