/** 月报各版 and their files, as they were frozen. */

import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { ReportEdition } from "../../domain/report/edition.ts";
import type { PrintedText } from "../../domain/report/printedText.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { type After, boundedCount, isBefore, together, where } from "../desk/page.ts";

export interface ReportFileInfo {
  format: string;
  name: string;
  sha256: string;
  size: number;
}

export interface ReportFileKept extends ReportFileInfo {
  content: Uint8Array;
}

const COLUMNS = `id, month, no, state, version, dated, correction, position, digest, frozen_at as "frozenAt",
  frozen_by as "frozenBy", settled_at as "settledAt", settled_by as "settledBy", reason,
  case when state = 'issued' then (select max(later.no) from report_edition later where later.platform = edition.platform
    and later.month = edition.month and later.state = 'issued' and later.no > edition.no) end as "correctedIn"`;

/**
 * 一次一人定稿: of two who freeze at once the second waits and then sees the first's edition. To be a decision's first
 * statement: a lock of a table is taken before what the decision sees is settled, a lock of a row after it.
 */
export const holdEditions = (db: Database): Promise<unknown> =>
  db.query("lock table report_edition in share row exclusive mode");

/** 登记一版 with its files */
export async function addReportEdition(
  db: Database,
  platform: string,
  edition: ReportEdition,
  { figures, texts }: { figures: FiguresFile; texts: readonly PrintedText[] },
  files: readonly ReportFileKept[],
): Promise<void> {
  await db.query(
    `insert into report_edition (platform, id, month, no, state, version, dated, correction, position, digest, figures,
       texts, frozen_at, frozen_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::json, $12::json, $13, $14)`,
    [
      ...[platform, edition.id, edition.month, edition.no, edition.state, edition.version, edition.dated],
      ...[edition.correction, edition.position, edition.digest, JSON.stringify(figures)],
      JSON.stringify(texts),
      ...[timestamp(edition.frozenAt), edition.frozenBy],
    ],
  );
  for (const { format, name, sha256, size, content } of files)
    await db.query(
      `insert into report_file (platform, edition, format, name, sha256, size, content)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [platform, edition.id, format, name, sha256, size, content],
    );
}

/** 签发或作废; false: somebody was first. */
export async function settleReportEdition(
  db: Database,
  platform: string,
  { id, version, state }: Pick<ReportEdition, "id" | "version" | "state">,
  by: { at: Instant; by: string; reason: string | null },
): Promise<boolean> {
  const rows = await db.query(
    `update report_edition set state = $4, version = version + 1, settled_at = $5, settled_by = $6, reason = $7
     where platform = $1 and id = $2 and version = $3 and state = 'frozen' returning id`,
    [platform, id, version, state, timestamp(by.at), by.by, by.reason],
  );
  return rows.length > 0;
}

/** 一版; null: there is none. */
export const reportEdition = async (db: Database, platform: string, id: Id): Promise<ReportEdition | null> =>
  (
    await db.query<ReportEdition>(`select ${COLUMNS} from report_edition edition where platform = $1 and id = $2`, [
      platform,
      id,
    ])
  )[0] ?? null;

/** a month whose report needs as many corrections has another trouble */
const MOST = 100;

/** 一个月作数的各版, the last first: a discarded one gives its number back, and there may be any number of them */
export const editionsOfMonth = (db: Database, platform: string, month: MonthKey): Promise<ReportEdition[]> =>
  db.query<ReportEdition>(
    `select ${COLUMNS} from report_edition edition where platform = $1 and month = $2 and state <> 'discarded'
      order by no desc limit ${MOST}`,
    [platform, month],
  );

/** 一页版次, the newest first */
export async function editionPage(
  db: Database,
  platform: string,
  month: MonthKey | null,
  after: After | null,
  limit: number,
): Promise<{ rows: ReportEdition[]; total: string }> {
  const conditions = [where("platform = $1"), ...(month === null ? [] : [where("month = $?", month)])];
  const counted = together(conditions, [platform]);
  const asked = together([...conditions, ...isBefore("frozen_at", "id", after)], [platform]);
  const rows = await db.query<ReportEdition>(
    `select ${COLUMNS} from report_edition edition where ${asked.sql} order by frozen_at desc, id desc limit ${limit}`,
    asked.values,
  );
  return { rows, total: await boundedCount(db, `from report_edition where ${counted.sql}`, counted.values) };
}

/** 定稿的数字 */
export const figuresOfEdition = async (db: Database, platform: string, id: Id): Promise<FiguresFile> =>
  (
    await db.query<{ figures: FiguresFile }>("select figures from report_edition where platform = $1 and id = $2", [
      platform,
      id,
    ])
  )[0]!.figures;

/** 定稿的文字; null: it was frozen before texts were kept. */
export const textsOfEdition = async (db: Database, platform: string, id: Id): Promise<PrintedText[] | null> =>
  (
    await db.query<{ texts: PrintedText[] | null }>(
      "select texts from report_edition where platform = $1 and id = $2",
      [platform, id],
    )
  )[0]!.texts;

/** 各格式的文件, without what is in them */
export const filesOfEdition = (db: Database, platform: string, id: Id): Promise<ReportFileInfo[]> =>
  db.query<ReportFileInfo>(
    "select format, name, sha256, size from report_file where platform = $1 and edition = $2 order by format",
    [platform, id],
  );

/** 一个文件; null: there is none. */
export const reportFileKept = async (
  db: Database,
  platform: string,
  id: Id,
  format: string,
): Promise<ReportFileKept | null> =>
  (
    await db.query<ReportFileKept>(
      "select format, name, sha256, size, content from report_file where platform = $1 and edition = $2 and format = $3",
      [platform, id, format],
    )
  )[0] ?? null;
