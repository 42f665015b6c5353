/** 期满的问题和质检: questions that somebody asked, and what was said of people's work. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

/** 删除 questions noted before an instant; returns how many. */
export const forgetQuestions = async (db: Database, platform: string, before: Instant): Promise<number> =>
  (
    await db.query("delete from open_question where platform = $1 and at < $2::timestamptz returning id", [
      platform,
      timestamp(before),
    ])
  ).length;

/** Of a matter under hold everything stays: the samples of its order and of its call. */
const SAMPLES = `delete from inspection_sample s where s.platform = $1 and s.drawn_at < $2::timestamptz and not exists (
    select from hold h join service_request r on r.platform = h.platform and r.id = h.request
    where h.platform = $1 and h.lifted_at is null and (h.until is null or h.until > $3::timestamptz)
      and s.subject in (r.work_order, r.call)
  ) returning s.id`;

/** 删除 samples drawn before an instant with all that was said of them; returns how many. */
export const forgetInspections = (db: Database, platform: string, before: Instant, now: Instant): Promise<number> =>
  db.transaction(async (tx) => {
    const gone = await tx.query<{ id: string }>(SAMPLES, [platform, timestamp(before), timestamp(now)]);
    const ids = gone.map(({ id }) => id);
    for (const table of ["inspection_score", "objection"])
      await tx.query(`delete from ${table} where platform = $1 and sample = any ($2::uuid[])`, [platform, ids]);
    await tx.query(
      `delete from inspection_draw d where platform = $1 and at < $2::timestamptz
         and not exists (select from inspection_sample s where s.platform = d.platform and s.draw = d.id)`,
      [platform, timestamp(before)],
    );
    return gone.length;
  });
