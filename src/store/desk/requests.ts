/** 诉求清单 as the viewer's role sees it. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { fromRow, requestLayout } from "../row.ts";
import { findFirst, findPage } from "../search/find.ts";
import { CURRENT_TEXT, queryOf } from "../search/requestText.ts";
import {
  type After,
  all,
  COUNTED,
  type Condition,
  isBefore,
  type Listed,
  ofEach,
  oneOf,
  statement,
  told,
  where,
} from "./page.ts";

export interface RequestFilter {
  outcome?: readonly string[];
  type?: string;
  /** subcategory codes */
  categories?: readonly string[];
  /** a place with what lies in it */
  places?: readonly string[];
  channel?: string;
  urgent?: boolean;
  from?: Instant;
  until?: Instant;
  words?: string;
  /** of one citizen: contacts with his number */
  contacts?: readonly string[];
  /** the viewer's own: where his list is looked for, not what he may see */
  units?: readonly string[];
}

export interface RequestRow extends RequestState {
  words: string | null;
}

/** What a unit's own list says of a request as well as the request itself. */
function shownOf(table: "r" | "u", filter: RequestFilter): Condition[] {
  const { categories, places, from, until } = filter;
  const conditions: Condition[] = [];
  for (const column of ["type", "channel"] as const)
    if (filter[column] !== undefined) conditions.push(where(`${table}.${column} = $?`, filter[column]));
  if (places) conditions.push(oneOf(`${table}.place`, places));
  if (categories) conditions.push(oneOf(`${table}.category`, categories));
  if (from !== undefined) conditions.push(where(`${table}.accepted_at >= $?::timestamptz`, timestamp(from)));
  if (until !== undefined) conditions.push(where(`${table}.accepted_at < $?::timestamptz`, timestamp(until)));
  return conditions;
}

/** What only the request itself says. */
function saidOf({ outcome, urgent, contacts }: RequestFilter): Condition[] {
  const conditions: Condition[] = [];
  if (outcome !== undefined) conditions.push(oneOf("r.outcome", outcome));
  if (urgent !== undefined) conditions.push(where(urgent ? "r.urgent" : "not r.urgent"));
  if (contacts) conditions.push(where("r.contact = any ($?::uuid[])", contacts));
  return conditions;
}

/** Each filter but the words as a condition. */
const conditionsOf = (filter: RequestFilter): Condition[] => [...saidOf(filter), ...shownOf("r", filter)];

type Part = Condition | string;

const FEW_OUTCOMES: readonly string[] = ["pending", "withdrawn", "merged", "refused"];

/** So few that all of them are looked at sooner than a unit's list is walked through. */
const isRare = ({ urgent, outcome, contacts }: RequestFilter) =>
  urgent === true || contacts !== undefined || (outcome?.every((one) => FEW_OUTCOMES.includes(one)) ?? false);

const isOwn = (filter: RequestFilter) => filter.units !== undefined && !isRare(filter);

const inCity = (filter: RequestFilter, after: After | null, upTo: number): Part[] => [
  "select r.accepted_at as at, r.id from service_request r where",
  all([where("r.platform = $1"), ...conditionsOf(filter), ...isBefore("r.accepted_at", "r.id", after)]),
  `order by r.accepted_at desc, r.id desc limit ${upTo}`,
];

/** Each unit's own from the rows that say whose they are; the request's own row is looked at where more is asked than they say. */
function ofUnits(filter: RequestFilter, after: After | null, upTo: number): Part[] {
  const said = saidOf(filter);
  const row = said.length > 0 ? "join service_request r on r.platform = u.platform and r.id = u.request" : "";
  const own = (unit: string): Part[] => [
    `select u.accepted_at as at, u.request as id from unit_request u ${row} where`,
    all([
      where("u.platform = $1 and u.unit = $?", unit),
      ...said,
      ...shownOf("u", filter),
      ...isBefore("u.accepted_at", "u.request", after),
    ]),
    `order by u.accepted_at desc, u.request desc limit ${upTo}`,
  ];
  return ["select distinct at, id from (", ofEach(filter.units!, own), ") each"];
}

/** Found by its words, as many as one page has: in their order. */
const inOrder = (ids: readonly string[]): Part[] => [
  where("select r.accepted_at as at, r.id from unnest($?::uuid[]) as wanted (id)", ids),
  "join service_request r on r.platform = $1 and r.id = wanted.id",
];

/** 一页诉求 */
export interface RequestRows {
  rows: RequestRow[];
  /** the place of the last that was picked, where as many were picked as a page has; null: nothing comes after it */
  last: After | null;
}

/**
 * The first `limit` of what was found, with their words, and how much was found. What the words' id is made of is worked out
 * before they are looked for: under a policy, only what can't tell of other rows may lead into an index. One that was picked and
 * is this viewer's no more makes the page shorter, and not the last.
 */
async function rowsOf(db: Database, platform: string, found: readonly Part[], limit: number) {
  const { sql, values } = statement(
    [
      "with found as materialized (",
      ...found,
      `), picked as materialized (
         select at, id from found order by at desc, id desc limit ${limit}
       ), listed as materialized (
         select r.*, ${CURRENT_TEXT} as said from picked
         join service_request r on r.platform = $1 and r.id = picked.id
       )
       select r.*, t.text as words, (select count(*)::integer from found) as counted,
         picked.at as picked_at, picked.id as picked_id
       from picked left join listed r on r.id = picked.id
       left join lateral (select text from free_text where platform = $1 and id = r.said offset 0) t on true
       order by picked.at desc, picked.id desc`,
    ],
    [platform],
  );
  const picked = await db.query<Record<string, unknown>>(sql, values);
  const there = picked.filter(({ id }) => id !== null);
  const last = picked.length === limit ? picked.at(-1)! : null;
  return {
    rows: there.map((row): RequestRow => ({ ...fromRow(requestLayout, row), words: row.words as string | null })),
    counted: (picked[0]?.counted ?? 0) as number,
    last: last && ({ at: last.picked_at, id: last.picked_id } as After),
  };
}

const listed = (filter: RequestFilter, after: After | null, upTo: number): Part[] =>
  (isOwn(filter) ? ofUnits : inCity)(filter, after, upTo);

const findingOf = (platform: string, filter: RequestFilter, words: string) => ({
  ...{ platform, words, conditions: conditionsOf(filter), units: filter.units ?? null },
});

const nothing: RequestRows = { rows: [], last: null };

/** 一页诉求, the newest first; a phrase is found as it stands. */
export async function requestPage(
  db: Database,
  platform: string,
  filter: RequestFilter,
  after: After | null,
  limit: number,
): Promise<RequestRows> {
  if (filter.words === undefined) return rowsOf(db, platform, listed(filter, after, limit), limit);
  const words = queryOf(filter.words);
  if (words === null) return nothing;
  const ids = await findPage(db, findingOf(platform, filter, words), after, limit);
  return rowsOf(db, platform, inOrder(ids), limit);
}

/** 诉求清单: its first page, and how long it is. */
export async function requestList(
  db: Database,
  platform: string,
  filter: RequestFilter,
  limit: number,
): Promise<Listed<RequestRow> & RequestRows> {
  if (filter.words === undefined) {
    const { rows, last, counted } = await rowsOf(db, platform, listed(filter, null, COUNTED), limit);
    return { rows, last, total: told(counted) };
  }
  const words = queryOf(filter.words);
  if (words === null) return { ...nothing, total: told(0) };
  const { ids, counted } = await findFirst(db, findingOf(platform, filter, words), limit);
  const { rows, last } = await rowsOf(db, platform, inOrder(ids), limit);
  return { rows, last, total: told(counted) };
}

/** 一件诉求 with its words; null: there is none for this viewer. */
export async function requestOf(db: Database, platform: string, id: string): Promise<RequestState | null> {
  const [row] = await db.prepared<Record<string, unknown>>(
    "select * from service_request where platform = $1 and id = $2",
    [platform, id],
  );
  return row ? fromRow(requestLayout, row) : null;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** 一件诉求 by its id or by its printed number; null: there is none for this viewer. */
export async function requestNamed(db: Database, platform: string, name: string): Promise<RequestState | null> {
  const column = UUID.test(name) ? "id" : "number";
  const [row] = await db.query<Record<string, unknown>>(
    `select * from service_request where platform = $1 and ${column} = $2`,
    [platform, name],
  );
  return row ? fromRow(requestLayout, row) : null;
}

/** 文字 of these ids that this viewer may read. */
export async function textsOf(db: Database, platform: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: string; text: string }>(
    "select id, text from free_text where platform = $1 and id = any ($2::uuid[])",
    [platform, ids],
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}
