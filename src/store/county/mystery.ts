/** 拨测 as planned, rated, objected to and settled. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { MysteryPlan, MysteryRating, MysteryTask, MysteryWithdrawal } from "../../domain/county/mystery.ts";
import type { Sheet } from "../../domain/county/mysterySheet.ts";
import type { Id } from "../../domain/ledger/event.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

/** 登记计划 with the days it drew; false: that month of that county is planned already. */
export async function addPlan(
  db: Database,
  platform: string,
  plan: MysteryPlan,
  tasks: readonly Pick<MysteryTask, "id" | "day">[],
): Promise<boolean> {
  const { id, month, county, calls, raters, seed, by, at } = plan;
  const added = await db.query(
    `insert into mystery_plan (platform, id, month, county, calls, raters, seed, by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (platform, month, county) where withdrawn_at is null do nothing returning id`,
    [platform, id, month, county, calls, raters, seed, by, timestamp(at)],
  );
  if (added.length === 0) return false;
  await db.query(
    `insert into mystery_task (platform, id, version, plan, month, county, day, raters)
     select $1, id, 1, $2, $3, $4, day, $5 from jsonb_to_recordset($6::jsonb) as given (id uuid, day date)`,
    [platform, id, month, county, raters, JSON.stringify(tasks)],
  );
  return true;
}

/** 计划 of a month, also those that were withdrawn. */
export const plansOf = (db: Database, platform: string, month: MonthKey): Promise<MysteryPlan[]> =>
  db.query(
    `select id, month, county, calls, raters, seed, by, at from mystery_plan
     where platform = $1 and month = $2 order by county, at`,
    [platform, month],
  );

interface TaskRow {
  id: Id;
  version: number;
  plan: Id;
  month: MonthKey;
  county: string;
  day: string;
  raters: number;
  settledAt: Instant | null;
  settledBy: string | null;
  upheld: boolean | null;
  settlement: string | null;
  plannedBy: string;
  withdrawnAt: Instant | null;
  withdrawnBy: string | null;
  withdrawal: string | null;
}

const SHEET = `seconds_to_answer as "secondsToAnswer", voice_menu as "voiceMenu", connection, etiquette, knowledge,
  follow_up as "followUp"`;

type OfTask<T> = T & { task: Id };
const without = <T>({ task: _, ...rest }: OfTask<T>): T => rest as unknown as T;

/** Each with all that was said of it. */
async function whole(db: Database, platform: string, rows: readonly TaskRow[]): Promise<MysteryTask[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const ratings = await db.query<OfTask<MysteryRating>>(
    `select task, by, at, called_at as "calledAt", ${SHEET}, note from mystery_rating
     where platform = $1 and task = any ($2::uuid[]) order by at, by`,
    [platform, ids],
  );
  const objections = await db.query<OfTask<NonNullable<MysteryTask["objection"]>>>(
    "select task, text, by, at from mystery_objection where platform = $1 and task = any ($2::uuid[])",
    [platform, ids],
  );
  const settled = await db.query<OfTask<Sheet>>(
    `select id as task, ${SHEET} from mystery_call where platform = $1 and id = any ($2::uuid[])`,
    [platform, ids],
  );
  return rows.map(({ settledAt, settledBy, upheld, settlement, withdrawnAt, withdrawnBy, withdrawal, ...row }) => {
    const of = <T>(all: readonly OfTask<T>[]) => all.filter(({ task }) => task === row.id).map(without);
    return {
      ...row,
      ratings: of<MysteryRating>(ratings),
      objection: of<NonNullable<MysteryTask["objection"]>>(objections)[0] ?? null,
      settlement: settledAt === null ? null : { at: settledAt, by: settledBy!, upheld, text: settlement },
      withdrawal: withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy!, text: withdrawal! },
      settled: settledAt === null ? null : (of<Sheet>(settled)[0] ?? null),
    };
  });
}

const TASKS = `select t.id, t.version, t.plan, t.month, t.county, t.day, t.raters, p.by as "plannedBy",
    t.settled_at as "settledAt", t.settled_by as "settledBy", t.upheld, t.settlement,
    t.withdrawn_at as "withdrawnAt", t.withdrawn_by as "withdrawnBy", t.withdrawal
  from mystery_task t join mystery_plan p on p.platform = t.platform and p.id = t.plan`;

/** 一个月的拨测 of these counties; null: of all. */
export async function tasksOf(
  db: Database,
  platform: string,
  month: MonthKey,
  counties: readonly string[] | null,
): Promise<MysteryTask[]> {
  const rows = await db.query<TaskRow>(
    `${TASKS}
     where t.platform = $1 and t.month = $2 and ($3::text[] is null or t.county = any ($3::text[]))
     order by t.county, t.day, t.id`,
    [platform, month, counties],
  );
  return whole(db, platform, rows);
}

/** 一通拨测; null: there is none. */
export async function taskOf(db: Database, platform: string, id: Id): Promise<MysteryTask | null> {
  const rows = await db.query<TaskRow>(`${TASKS} where t.platform = $1 and t.id = $2`, [platform, id]);
  return (await whole(db, platform, rows))[0] ?? null;
}

/** 又说了一次: the version grows, so that whoever writes at the same moment decides again. */
export const touchTasks = (db: Database, platform: string, ids: readonly Id[]): Promise<unknown> =>
  db.query("update mystery_task set version = version + 1 where platform = $1 and id = any ($2::uuid[])", [
    platform,
    ids,
  ]);

/** 记下评分 */
export const addRating = (db: Database, platform: string, task: Id, rating: MysteryRating): Promise<unknown> =>
  db.query(
    `insert into mystery_rating (platform, task, by, at, called_at, seconds_to_answer, voice_menu, connection, etiquette,
       knowledge, follow_up, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[platform, task, rating.by, timestamp(rating.at), timestamp(rating.calledAt), rating.secondsToAnswer],
      ...[rating.voiceMenu, rating.connection, rating.etiquette, rating.knowledge, rating.followUp, rating.note],
    ],
  );

/** 记下异议 */
export const addMysteryObjection = (
  db: Database,
  platform: string,
  task: Id,
  { text, by, at }: NonNullable<MysteryTask["objection"]>,
): Promise<unknown> =>
  db.query("insert into mystery_objection (platform, task, text, by, at) values ($1, $2, $3, $4, $5)", [
    ...[platform, task, text, by, timestamp(at)],
  ]);

/** 写下定分, once. */
export const settleTask = (
  db: Database,
  platform: string,
  task: Id,
  { at, by, upheld, text }: NonNullable<MysteryTask["settlement"]>,
): Promise<unknown> =>
  db.query(
    `update mystery_task set settled_at = $3, settled_by = $4, upheld = $5, settlement = $6
     where platform = $1 and id = $2 and settled_at is null`,
    [platform, task, timestamp(at), by, upheld, text],
  );

/** 撤销 of these calls; a plan of which none is left stands no longer. */
export async function withdrawTasks(
  db: Database,
  platform: string,
  tasks: readonly Id[],
  { at, by, text }: MysteryWithdrawal,
): Promise<void> {
  await db.query(
    `update mystery_task set withdrawn_at = $3, withdrawn_by = $4, withdrawal = $5
     where platform = $1 and id = any ($2::uuid[]) and withdrawn_at is null`,
    [platform, tasks, timestamp(at), by, text],
  );
  await db.query(
    `update mystery_plan p set withdrawn_at = $3
     where p.platform = $1 and p.withdrawn_at is null
       and p.id in (select plan from mystery_task where platform = $1 and id = any ($2::uuid[]))
       and not exists (
         select from mystery_task t where t.platform = $1 and t.plan = p.id and t.withdrawn_at is null
       )`,
    [platform, tasks, timestamp(at)],
  );
}

/** 一个计划的各通 */
export async function tasksOfPlan(db: Database, platform: string, plan: Id): Promise<MysteryTask[]> {
  const rows = await db.query<TaskRow>(`${TASKS} where t.platform = $1 and t.plan = $2 order by t.day, t.id`, [
    platform,
    plan,
  ]);
  return whole(db, platform, rows);
}

/** 没有计划的拨测 in the period: imported ones, by county. */
export const unplannedCalls = (
  db: Database,
  { platform, from, until }: { platform: string; from: string; until: string },
): Promise<{ county: string; count: number }[]> =>
  db.query(
    `select county, count(*)::integer as count from mystery_call m
     where platform = $1 and called_at >= $2::timestamptz and called_at < $3::timestamptz
       and not exists (select from mystery_task t where t.platform = m.platform and t.id = m.id)
     group by county order by county`,
    [platform, from, until],
  );
