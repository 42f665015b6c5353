/** 急的在前: lists in the order in which their orders' turns come; a unit's by what it has to do, the hotline's by stage. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Between, SoonWindow } from "../../domain/order/clockWindow.ts";
import type { Stage } from "../../domain/order/stage.ts";
import type { Cause, UnitTask } from "../../domain/order/unitTask.ts";
import type { WorklistRow } from "../../domain/order/worklist.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { fromRow, worklistLayout } from "../row.ts";
import { conditionsOf, isRare, listedIn, type OrderFilter } from "./orders.ts";
import {
  type After,
  all,
  COUNTED,
  type Condition,
  type Listed,
  ofEach,
  oneOf,
  statement,
  told,
  where,
} from "./page.ts";

export interface TurnFilter extends OrderFilter {
  tasks?: readonly UnitTask[];
  causes?: readonly Cause[];
  /** deadlines between these, or such that blue has begun */
  due?: Between;
  soon?: SoonWindow;
  /** resolved before, or from then on */
  resolvedBefore?: Instant;
  resolvedFrom?: Instant;
}

const TASKS: readonly UnitTask[] = ["acknowledge", "handle", "verify", "ruling"];
/** whose turn comes with a deadline */
const CLOCKED: readonly UnitTask[] = ["handle", "ruling"];
const IN_HAND: readonly Stage[] = ["unacknowledged", "handling", "returning", "arbitrating"];
const RUNNING: readonly Stage[] = ["handling", "returning", "arbitrating"];
const ANSWERED: readonly Stage[] = ["resolved", "reviewed"];

type Part = Condition | string;

const hasClock = ({ due, soon }: TurnFilter) => due !== undefined || soon !== undefined;
const isAnswered = ({ resolvedBefore, resolvedFrom }: TurnFilter) =>
  resolvedBefore !== undefined || resolvedFrom !== undefined;

const only = <T>(asked: readonly T[] | undefined, among: readonly T[]): readonly T[] =>
  asked === undefined ? among : among.filter((one) => asked.includes(one));

const tasksOf = (filter: TurnFilter) => only(filter.tasks, hasClock(filter) ? CLOCKED : TASKS);

function stagesOf(filter: TurnFilter): readonly string[] {
  if (isAnswered(filter)) return only(filter.stage, ANSWERED);
  return hasClock(filter) ? only(filter.stage, RUNNING) : (filter.stage ?? IN_HAND);
}

const instants = (all: readonly Instant[]) => `{${all.map((at) => `"${timestamp(at)}"`).join(",")}}`;

/** By what a limit is counted in, and how much of it is left when blue begins. */
function soonIn(t: "o" | "w", { at, percent, workingDays, calendarDays, usual }: SoonWindow): Condition[] {
  const now = timestamp(at);
  const amount = `coalesce(${t}.limit_amount, $?::integer)`;
  const days = `[${amount} - floor(${amount} * $?::integer / 100.0)::integer]`;
  return [
    where(
      `${t}.turn_at > $?::timestamptz and ${t}.turn_at <= $?::timestamptz`,
      now,
      timestamp(Math.max(...workingDays, ...calendarDays)),
    ),
    where(
      `${t}.turn_at <= case ${t}.limit_in
         when 'hours' then $?::timestamptz + make_interval(secs => ${t}.limit_amount * 36.0 * (100 - $?::integer))
         when 'calendarDays' then ($?::text::timestamptz[])${days}
         else ($?::text::timestamptz[])${days} end`,
      ...[now, percent],
      ...[instants(calendarDays), usual, usual, percent],
      ...[instants(workingDays), usual, usual, percent],
    ),
  ];
}

function clockIn(t: "o" | "w", { due, soon, resolvedBefore, resolvedFrom }: TurnFilter): Condition[] {
  const conditions: Condition[] = [];
  if (due || soon) conditions.push(where(`${t}.due_at is not null`));
  if (due) conditions.push(where(`${t}.turn_at <= $?::timestamptz`, timestamp(due.until)));
  if (due && due.after !== null) conditions.push(where(`${t}.turn_at > $?::timestamptz`, timestamp(due.after)));
  if (soon) conditions.push(...soonIn(t, soon));
  if (resolvedBefore !== undefined) conditions.push(where(`${t}.turn_at < $?::timestamptz`, timestamp(resolvedBefore)));
  if (resolvedFrom !== undefined) conditions.push(where(`${t}.turn_at >= $?::timestamptz`, timestamp(resolvedFrom)));
  return conditions;
}

const comesAfter = (t: "o" | "w", after: After | null): Condition[] =>
  after === null
    ? []
    : [where(`(${t}.turn_at, ${t}.work_order) > ($?::timestamptz, $?::uuid)`, timestamp(after.at), after.id)];

const first = (upTo: number) => `order by at, id limit ${upTo}`;

function inCity(filter: TurnFilter, after: After | null, upTo: number): Part[] {
  const conditions = [...conditionsOf(filter), ...listedIn("w", filter), ...clockIn("w", filter)];
  const of = (stage: string): Part[] => [
    "select w.turn_at as at, w.work_order as id from worklist w where",
    all([where("w.platform = $1 and w.stage = $?", stage), ...conditions, ...comesAfter("w", after)]),
    first(upTo),
  ];
  return ["select * from (", ofEach(stagesOf(filter), of), ") each", first(upTo)];
}

/** What each unit has to do, task by task; or cause by cause, since what came back is few. */
function ofUnits(units: readonly string[], filter: TurnFilter, after: After | null, upTo: number): Part[] {
  const conditions = conditionsOf(filter);
  const row = "join worklist w on w.platform = o.platform and w.work_order = o.work_order";
  const own: Condition[] = [...listedIn("o", filter), ...clockIn("o", filter), ...comesAfter("o", after)];
  if (filter.stage) own.push(oneOf("o.stage", filter.stage));
  const of = (unit: string, which: Condition[]): Part[] => [
    `select o.turn_at as at, o.work_order as id from order_unit o ${conditions.length > 0 ? row : ""} where`,
    all([where("o.platform = $1 and o.unit = $? and o.seen_until is null", unit), ...which, ...conditions, ...own]),
    first(upTo),
  ];
  const tasks = tasksOf(filter);
  const each = (unit: string) =>
    filter.causes
      ? ofEach(filter.causes, (cause) => of(unit, [where("o.cause = $?", cause), oneOf("o.task", tasks)]))
      : ofEach(tasks, (task) => of(unit, [where("o.task = $? and o.task <> 'none'", task)]));
  return ["select distinct at, id from (", ofEach(units, (unit) => [each(unit)]), ") each", first(upTo)];
}

/** Where few are asked for, whosever they are: those, and of them the units' own. */
function rareOfUnits(units: readonly string[], filter: TurnFilter, after: After | null, upTo: number): Part[] {
  const own = [...listedIn("o", filter), ...clockIn("o", filter), ...comesAfter("o", after)];
  return [
    `select distinct o.turn_at as at, o.work_order as id
     from worklist w join order_unit o on o.platform = w.platform and o.work_order = w.work_order where`,
    all([
      where("w.platform = $1 and o.unit = any ($?::text[]) and o.seen_until is null", units),
      oneOf("w.stage", only(filter.stage, IN_HAND)),
      oneOf("o.task", tasksOf(filter)),
      ...(filter.causes ? [oneOf("o.cause", filter.causes)] : []),
      ...[...conditionsOf(filter), ...own],
    ]),
    first(upTo),
  ];
}

/** A unit's own, or of the hotline's people those of the unit that they ask for by what it has to do; else by stage. */
function listOf(filter: TurnFilter, after: After | null, upTo: number): Part[] {
  const { units, unit, tasks, causes } = filter;
  const find = isRare(filter) ? rareOfUnits : ofUnits;
  if (units) return find(units, filter, after, upTo);
  if (unit !== undefined && (tasks || causes)) return find([unit], { ...filter, unit: undefined }, after, upTo);
  return inCity(filter, after, upTo);
}

async function rowsOf(
  db: Database,
  platform: string,
  filter: TurnFilter,
  [after, limit, upTo]: [after: After | null, limit: number, upTo: number],
) {
  const { sql, values } = statement(
    [
      "with found as materialized (",
      ...listOf(filter, after, upTo),
      `), picked as materialized (select at, id from found ${first(limit)})
       select w.*, picked.at, (select count(*)::integer from found) as counted
       from picked join worklist w on w.platform = $1 and w.work_order = picked.id
       order by picked.at, picked.id`,
    ],
    [platform],
  );
  return db.query<Record<string, unknown> & { at: Instant; counted: number }>(sql, values);
}

export interface TurnPage extends Listed<WorklistRow> {
  /** where it goes on; null: it ends here */
  next: After | null;
}

/** 急的在前的一页; its first page says how long the list is (`total` is '' on the later ones). */
export async function turnPage(
  db: Database,
  platform: string,
  filter: TurnFilter,
  after: After | null,
  limit: number,
): Promise<TurnPage> {
  const found = await rowsOf(db, platform, filter, [after, limit, after === null ? COUNTED : limit]);
  const rows = found.map((row) => fromRow(worklistLayout, row));
  const last = found.length === limit ? found.at(-1)! : null;
  return {
    rows,
    total: after === null ? told(found[0]?.counted ?? 0) : "",
    next: last && { at: last.at, id: last.work_order as string },
  };
}

/** 件数 of each of several lists, counted no further than is told. */
export const turnCounts = (db: Database, platform: string, filters: readonly TurnFilter[]): Promise<string[]> =>
  db.together(
    filters.map((filter) => async () => {
      const rows = listOf(filter, null, COUNTED);
      const { sql, values } = statement(["select count(*)::integer as n from (", ...rows, ") counted"], [platform]);
      return told((await db.query<{ n: number }>(sql, values))[0]!.n);
    }),
  ) as Promise<string[]>;
