/** 案例 with all their wordings: a wording is added, never changed; which case is told is a tick of its own. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import { type CaseWording, type ReportCase, wordingTold } from "../../domain/report/case.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

const CASES = `select c.id, c.month, c.kind, c.request, c.work_order as "workOrder", c.chosen, c.version, w.title, w.text
  from report_case c
  join lateral (
    select title, text from report_case_text t
    where t.platform = c.platform and t.report_case = c.id order by no desc limit 1
  ) w on true`;

/** a report tells a few */
const MOST = 100;

/** 一个月的案例, in the order in which they were taken up */
export const casesOfMonth = async (db: Database, platform: string, month: MonthKey): Promise<ReportCase[]> => {
  const rows = await db.query<ReportCase>(
    `${CASES} where c.platform = $1 and c.month = $2 order by c.kind desc, c.made_at, c.id limit ${MOST}`,
    [platform, month],
  );
  return rows.map(wordingTold);
};

/** 案例的版次 of a platform: another one whenever a case was taken up, worded otherwise, chosen or left out. */
export async function caseEdition(db: Database, platform: string): Promise<string> {
  const [row] = await db.query<{ edition: string }>(
    "select concat_ws(' ', count(*), sum(version)) as edition from report_case where platform = $1",
    [platform],
  );
  return row!.edition;
}

/** 一个案例; null: there is none. */
export const caseOf = async (db: Database, platform: string, id: Id): Promise<ReportCase | null> => {
  const [row] = await db.query<ReportCase>(`${CASES} where c.platform = $1 and c.id = $2`, [platform, id]);
  return row ? wordingTold(row) : null;
};

/** 各稿, the latest first */
export const wordingsOf = async (db: Database, platform: string, id: Id): Promise<CaseWording[]> => {
  const rows = await db.query<CaseWording>(
    `select no, title, text, at, by from report_case_text where platform = $1 and report_case = $2
     order by no desc limit ${MOST}`,
    [platform, id],
  );
  return rows.map(wordingTold);
};

type Written = Pick<CaseWording, "title" | "text" | "at" | "by">;

const addWording = (db: Database, platform: string, id: Id, { title, text, at, by }: Written) =>
  db.query(
    `insert into report_case_text (platform, report_case, no, title, text, at, by)
     select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5::timestamptz, $6
     from report_case_text where platform = $1 and report_case = $2`,
    [platform, id, title, text, timestamp(at), by],
  );

/** 写下一个案例 with its first wording; false: that matter has one of the kind already. */
export async function addCase(
  db: Database,
  platform: string,
  one: ReportCase,
  { at, by }: { at: Instant; by: string },
) {
  const added = await db.query(
    `insert into report_case (platform, id, month, kind, request, work_order, chosen, version, made_at, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (platform, month, kind, work_order) do nothing returning id`,
    [platform, one.id, one.month, one.kind, one.request, one.workOrder, one.chosen, one.version, timestamp(at), by],
  );
  if (added.length === 0) return false;
  await addWording(db, platform, one.id, { title: one.title, text: one.text, at, by });
  return true;
}

/** 改一版; false: somebody was first. */
async function moved(db: Database, platform: string, { id, version, chosen }: ReportCase): Promise<boolean> {
  const rows = await db.query(
    `update report_case set version = version + 1, chosen = $4
     where platform = $1 and id = $2 and version = $3 returning id`,
    [platform, id, version, chosen],
  );
  return rows.length > 0;
}

/** 选不选入月报; false: somebody was first. */
export const chooseCase = moved;

/** 再写一稿; false: somebody was first, and nothing is written. */
export async function reviseCase(db: Database, platform: string, one: ReportCase, written: Written): Promise<boolean> {
  if (!(await moved(db, platform, one))) return false;
  await addWording(db, platform, one.id, written);
  return true;
}

/** 遗忘: what was written of these requests' matters, in their citizens' words. */
export async function forgetCases(db: Database, platform: string, requests: readonly Id[]): Promise<void> {
  const of = "select id from report_case where platform = $1 and request = any ($2::uuid[])";
  await db.query(`delete from report_case_text where platform = $1 and report_case in (${of})`, [platform, requests]);
  await db.query("delete from report_case where platform = $1 and request = any ($2::uuid[])", [platform, requests]);
}
