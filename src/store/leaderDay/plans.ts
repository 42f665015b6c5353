/** 领导接听日的安排 */
import type { CivilDate, Instant } from "../../domain/calendar/civil.ts";
import type { LeaderDayPlan } from "../../domain/leaderDay/plan.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";

const COLUMNS = `id, version, date, unit, post, seat, started_at as "startedAt", ended_at as "endedAt",
  cancelled_at as "cancelledAt", reason, planned_at as "plannedAt", planned_by as "plannedBy"`;

/**
 * 一次一人安排: of two who plan at once the second waits and then sees the first's. To be a decision's first statement: a lock
 * of a table is taken before what the decision sees is settled.
 */
export const holdPlans = (db: Database): Promise<unknown> =>
  db.query("lock table leader_day_plan in share row exclusive mode");

const maybe = (at: Instant | null) => (at === null ? null : timestamp(at));

/** 写下 a plan as it now is */
export const keepPlan = (db: Database, platform: string, plan: LeaderDayPlan): Promise<unknown> =>
  db.query(
    `insert into leader_day_plan (platform, id, version, date, unit, post, seat, started_at, ended_at, cancelled_at, reason,
       planned_at, planned_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (platform, id) do update set version = excluded.version, date = excluded.date, unit = excluded.unit,
       post = excluded.post, seat = excluded.seat, started_at = excluded.started_at, ended_at = excluded.ended_at,
       cancelled_at = excluded.cancelled_at, reason = excluded.reason`,
    [
      ...[platform, plan.id, plan.version, plan.date, plan.unit, plan.post, plan.seat],
      ...[maybe(plan.startedAt), maybe(plan.endedAt), maybe(plan.cancelledAt), plan.reason],
      ...[timestamp(plan.plannedAt), plan.plannedBy],
    ],
  );

/** 一天的安排; null: there is none. */
export const planOf = async (db: Database, platform: string, id: Id): Promise<LeaderDayPlan | null> =>
  (
    await db.query<LeaderDayPlan>(`select ${COLUMNS} from leader_day_plan where platform = $1 and id = $2`, [
      platform,
      id,
    ])
  )[0] ?? null;

/** a month has fewer days than this has leaders */
const MOST = 200;

/** 这些日子的安排, the earliest first */
export const plansBetween = (
  db: Database,
  platform: string,
  from: CivilDate,
  to: CivilDate,
): Promise<LeaderDayPlan[]> =>
  db.query<LeaderDayPlan>(
    `select ${COLUMNS} from leader_day_plan where platform = $1 and date >= $2 and date <= $3
     order by date, planned_at, id limit ${MOST}`,
    [platform, from, to],
  );

/** 席位上的接听日 open at that instant, on its own day whether or not anybody ends it; null: no leader sits there. */
export const openDayAt = async (db: Database, platform: string, seat: string, at: Instant): Promise<Id | null> =>
  (
    await db.query<{ id: Id }>(
      `select id from leader_day_plan join platform using (platform)
       where platform = $1 and seat = $2 and date = date_trunc('day', $3::timestamptz at time zone zone)
         and started_at <= $3::timestamptz
         and (ended_at is null or ended_at > $3::timestamptz)
       order by started_at desc limit 1`,
      [platform, seat, timestamp(at)],
    )
  )[0]?.id ?? null;
