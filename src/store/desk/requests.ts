/** 诉求清单 as the viewer's role sees it. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { fromRow, requestLayout } from "../row.ts";
import { findPage, findTotal } from "../search/find.ts";
import { CURRENT_TEXT, queryOf } from "../search/requestText.ts";
import { all, COUNTED, type Condition, counted, ofEach, oneOf, statement, told, where } from "./page.ts";

export interface RequestFilter {
  outcome?: string;
  type?: string;
  /** subcategory codes */
  categories?: readonly string[];
  place?: string;
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

export interface After {
  at: Instant;
  id: string;
}

/** Each filter but the words as a condition. */
function conditionsOf(filter: RequestFilter): Condition[] {
  const { categories, contacts, urgent, from, until } = filter;
  const conditions: Condition[] = [];
  for (const column of ["outcome", "type", "place", "channel"] as const)
    if (filter[column] !== undefined) conditions.push(where(`r.${column} = $?`, filter[column]));
  if (urgent !== undefined) conditions.push(where(urgent ? "r.urgent" : "not r.urgent"));
  if (categories) conditions.push(oneOf("r.category", categories));
  if (contacts) conditions.push(where("r.contact = any ($?::uuid[])", contacts));
  if (from !== undefined) conditions.push(where("r.accepted_at >= $?::timestamptz", timestamp(from)));
  if (until !== undefined) conditions.push(where("r.accepted_at < $?::timestamptz", timestamp(until)));
  return conditions;
}

type Part = Condition | string;

const FEW_OUTCOMES = ["pending", "withdrawn", "merged", "refused"];

/** So few that all of them are looked at sooner than a unit's list is walked through. */
const isRare = ({ urgent, outcome, contacts }: RequestFilter) =>
  urgent === true || contacts !== undefined || FEW_OUTCOMES.includes(outcome ?? "");

const isOwn = (filter: RequestFilter) => filter.units !== undefined && !isRare(filter);

function inCity(conditions: readonly Condition[], after: After | null, limit: number): Part[] {
  const before = after
    ? [where("(r.accepted_at, r.id) < ($?::timestamptz, $?::uuid)", timestamp(after.at), after.id)]
    : [];
  return [
    "select r.id from service_request r where",
    all([where("r.platform = $1"), ...conditions, ...before]),
    `order by r.accepted_at desc, r.id desc limit ${limit}`,
  ];
}

/** A unit's own, from the rows that say whose matter it is; an id begins with the time of its request. */
function ownOf(filter: RequestFilter, unit: string, after: After | null): Part[] {
  const [conditions, { from }] = [conditionsOf(filter), filter];
  const row = "join service_request r on r.platform = o.platform and r.id = o.request";
  return [
    `select o.request as id from order_unit o ${conditions.length > 0 ? row : ""} where`,
    all([
      where("o.platform = $1 and o.unit = $? and o.seen_until is null", unit),
      ...conditions,
      // nothing is dispatched before it was accepted
      ...(from === undefined ? [] : [where("o.dispatched_at >= $?::timestamptz", timestamp(from))]),
      ...(after ? [where("o.request < $?::uuid", after.id)] : []),
    ]),
  ];
}

const ofUnits = (filter: RequestFilter, after: After | null, newest: string): Part[] => [
  "select distinct id from (",
  ofEach(filter.units!, (unit) => [...ownOf(filter, unit, after), newest]),
  ") each",
];

/**
 * The rows of a page that was picked, with their words. What the words' id is made of is worked out before they are looked
 * for: under a policy, only what can't tell of other rows may lead into an index.
 */
async function rowsOf(db: Database, platform: string, picked: readonly Part[], order: string): Promise<RequestRow[]> {
  const { sql, values } = statement(
    [
      "with picked as materialized (",
      ...picked,
      `), listed as materialized (
         select r.*, ${CURRENT_TEXT} as said from picked
         join service_request r on r.platform = $1 and r.id = picked.id
       )
       select r.*, t.text as words from listed r
       left join lateral (select text from free_text where platform = $1 and id = r.said offset 0) t on true
       order by ${order}`,
    ],
    [platform],
  );
  const rows = await db.query<Record<string, unknown>>(sql, values);
  return rows.map((row) => ({ ...fromRow(requestLayout, row), words: row.words as string | null }));
}

const NEWEST = "r.accepted_at desc, r.id desc";
/** as a unit's pages are picked: a page in another order than the next one is picked by would say rows twice */
const BY_ID = "r.id desc";

/** 一页诉求, the newest first; a phrase is found as it stands. */
export async function requestPage(
  db: Database,
  platform: string,
  filter: RequestFilter,
  after: After | null,
  limit: number,
): Promise<RequestRow[]> {
  const conditions = conditionsOf(filter);
  if (filter.words !== undefined) {
    const words = queryOf(filter.words);
    if (words === null) return [];
    const ids = await findPage(db, { platform, words, conditions, units: filter.units ?? null }, after, limit);
    return rowsOf(db, platform, [where("select unnest($?::uuid[]) as id", ids)], filter.units ? BY_ID : NEWEST);
  }
  if (!isOwn(filter)) return rowsOf(db, platform, inCity(conditions, after, limit), NEWEST);
  const own = ofUnits(filter, after, `order by o.request desc limit ${limit}`);
  return rowsOf(db, platform, [...own, `order by id desc limit ${limit}`], BY_ID);
}

/** 诉求总数 as it is told. */
export async function requestTotal(db: Database, platform: string, filter: RequestFilter): Promise<string> {
  const conditions = conditionsOf(filter);
  if (filter.words !== undefined) {
    const words = queryOf(filter.words);
    return words === null
      ? "0"
      : told(await findTotal(db, { platform, words, conditions, units: filter.units ?? null }));
  }
  const rows = isOwn(filter)
    ? ofUnits(filter, null, `limit ${COUNTED}`)
    : ["select from service_request r where", all([where("r.platform = $1"), ...conditions])];
  return told(await counted(db, rows, platform));
}

/** 一件诉求 with its words; null: there is none for this viewer. */
export async function requestOf(db: Database, platform: string, id: string): Promise<RequestState | null> {
  const [row] = await db.prepared<Record<string, unknown>>(
    "select * from service_request where platform = $1 and id = $2",
    [platform, id],
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
