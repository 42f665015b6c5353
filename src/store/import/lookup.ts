/** 查找: what a batch of rows refers to. */
import type { CallState } from "../../domain/call/call.ts";
import type { CountyMonthState, LeaderDayState, MysteryCallState } from "../../domain/county/county.ts";
import type { Id, Subject } from "../../domain/ledger/event.ts";
import type { OrderState } from "../../domain/order/order.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { rowsByKey } from "../byKey.ts";
import type { Database } from "../database.ts";
import { subjects } from "../subject.ts";

export interface States {
  call: CallState;
  request: RequestState;
  order: OrderState;
  countyMonth: CountyMonthState;
  mysteryCall: MysteryCallState;
  leaderDay: LeaderDayState;
}

/** 现状: the states of these ids, locked until the transaction ends. */
export async function statesOf<S extends Subject>(
  db: Database,
  platform: string,
  subject: S,
  ids: readonly Id[],
): Promise<Map<Id, States[S]>> {
  const states = ids.length === 0 ? [] : await subjects[subject].load(db, platform, ids);
  return new Map((states as States[S][]).map((state) => [state.id, state]));
}

/** Which table a printed number is looked up in. */
const TABLES = { request: "service_request", order: "work_order" };

/** 按编号查: ids of requests or work orders by their printed numbers. */
export async function idsByNumber(
  db: Database,
  platform: string,
  subject: keyof typeof TABLES,
  numbers: string[],
): Promise<Map<string, Id>> {
  if (numbers.length === 0) return new Map();
  // a look-up by index for every number, whatever the planner knows of the table (see source.ts)
  const rows = await db.query<{ number: string; id: Id }>(
    `select found.* from unnest($2::text[]) as wanted (number)
     cross join lateral (
       select number, id from ${TABLES[subject]} where platform = $1 and number = wanted.number offset 0
     ) as found`,
    [platform, numbers],
  );
  return new Map(rows.map(({ number, id }) => [number, id]));
}

/** 有哪些来电 among these ids. */
export const callsThere = async (db: Database, platform: string, ids: readonly Id[]): Promise<Id[]> =>
  ids.length === 0
    ? []
    : (await db.query<{ id: Id }>(rowsByKey("call", "id", "offset 0", "id"), [platform, `{${ids.join(",")}}`])).map(
        ({ id }) => id,
      );

/** 领导接听日 on these dates. */
export const leaderDaysOn = (
  db: Database,
  platform: string,
  dates: string[],
): Promise<{ id: Id; date: string; unit: string }[]> =>
  dates.length === 0
    ? Promise.resolve([])
    : db.kysely
        .selectFrom("leader_day")
        .select(["id", "date", "unit"])
        .where("platform", "=", platform)
        .where("date", "in", dates)
        .execute();

/** 县级月报 of these months. */
export const countyMonthsIn = (
  db: Database,
  platform: string,
  months: string[],
): Promise<{ id: Id; county: string; month: string }[]> =>
  months.length === 0
    ? Promise.resolve([])
    : db.kysely
        .selectFrom("county_month")
        .select(["id", "county", "month"])
        .where("platform", "=", platform)
        .where("month", "in", months)
        .execute();
