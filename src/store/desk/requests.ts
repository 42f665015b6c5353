/** 诉求清单 as the viewer's role sees it. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { RequestState } from "../../domain/request/request.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { fromRow, requestLayout } from "../row.ts";
import { CURRENT_TEXT, queryOf } from "../search/requestText.ts";
import { boundedCount, type Condition, oneOf, together, where } from "./page.ts";

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
}

export interface RequestRow extends RequestState {
  words: string | null;
}

export interface After {
  at: Instant;
  id: string;
}

/** Each filter as a condition; those on the words stand on the narrow table that knows the time too. */
function conditionsOf(filter: RequestFilter): Condition[] {
  const conditions: Condition[] = [];
  const equal = (column: string, value: unknown) =>
    value !== undefined && conditions.push(where(`r.${column} = $?`, value));
  equal("outcome", filter.outcome);
  equal("type", filter.type);
  equal("place", filter.place);
  equal("channel", filter.channel);
  equal("urgent", filter.urgent);
  if (filter.categories) conditions.push(oneOf("r.category", filter.categories));
  if (filter.contacts) conditions.push(where("r.contact = any ($?::uuid[])", filter.contacts));
  if (filter.from !== undefined) conditions.push(where("r.accepted_at >= $?::timestamptz", timestamp(filter.from)));
  if (filter.until !== undefined) conditions.push(where("r.accepted_at < $?::timestamptz", timestamp(filter.until)));
  return conditions;
}

const FROM = "from service_request r";
const FROM_WORDS = "from request_text s join service_request r on r.platform = s.platform and r.id = s.request";

/** Where a filter looks, by what it orders, and what must hold; null: the words asked for are none. */
function asked(filter: RequestFilter) {
  const conditions = [where("r.platform = $1"), ...conditionsOf(filter)];
  if (filter.words === undefined) return { from: FROM, time: "r.accepted_at", id: "r.id", conditions };
  const words = queryOf(filter.words);
  if (words === null) return null;
  conditions.push(where("s.platform = $1 and s.words @@ $?::tsquery", words));
  return { from: FROM_WORDS, time: "s.accepted_at", id: "s.request", conditions };
}

/** 一页诉求, the newest first; a phrase is found as it stands. */
export async function requestPage(
  db: Database,
  platform: string,
  filter: RequestFilter,
  after: After | null,
  limit: number,
): Promise<RequestRow[]> {
  const question = asked(filter);
  if (question === null) return [];
  const { from, time, id, conditions } = question;
  if (after) conditions.push(where(`(${time}, ${id}) < ($?::timestamptz, $?::uuid)`, timestamp(after.at), after.id));
  const { sql, values } = together(conditions, [platform]);
  const rows = await db.query<Record<string, unknown>>(
    `select r.*, t.text as words ${from}
     left join free_text t on t.platform = r.platform and t.id = ${CURRENT_TEXT}
     where ${sql} order by ${time} desc, ${id} desc limit ${limit}`,
    values,
  );
  return rows.map((row) => ({ ...fromRow(requestLayout, row), words: row.words as string | null }));
}

/** 诉求总数 as it is told. */
export async function requestTotal(db: Database, platform: string, filter: RequestFilter): Promise<string> {
  const question = asked(filter);
  if (question === null) return "0";
  const { sql, values } = together(question.conditions, [platform]);
  return boundedCount(db, `${question.from} where ${sql}`, values);
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
