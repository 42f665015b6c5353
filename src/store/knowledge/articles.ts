/** 条目清单, as the viewer's role sees it. */
import type { CivilDate, Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { type After, all, boundedCount, type Condition, isBefore, statement, together, where } from "../desk/page.ts";
import { queryOf } from "../search/requestText.ts";

export interface ArticleFilter {
  words?: string | undefined;
  unit?: string | undefined;
  state?: "current" | "soon" | "expired" | "proposed" | undefined;
  /** the day on which it is asked */
  today: CivilDate;
  /** 快到期: no later than this day */
  soonBy: CivilDate;
  /** 没审过的也列出: null: of everybody, for the office; else of these units */
  unaccepted: readonly string[] | null;
}

export interface ListedArticle {
  id: Id;
  version: number;
  edition: number | null;
  waiting: number | null;
  changedAt: Instant;
}

const states: Record<NonNullable<ArticleFilter["state"]>, (filter: ArticleFilter) => Condition> = {
  current: ({ today }) => where("(a.valid_until is null or a.valid_until >= $?)", today),
  soon: ({ today, soonBy }) => where("a.valid_until >= $? and a.valid_until <= $?", today, soonBy),
  expired: ({ today }) => where("a.valid_until < $?", today),
  proposed: () => where("a.waiting is not null"),
};

function conditionsOf(filter: ArticleFilter): Condition[] {
  const { unit, state, unaccepted } = filter;
  const conditions = [where("a.platform = $1")];
  if (unit !== undefined) conditions.push(where("a.unit = $?", unit));
  if (state !== undefined) conditions.push(states[state](filter));
  if (unaccepted === null) conditions.push(where("(a.edition is not null or a.waiting is not null)"));
  else conditions.push(where("(a.edition is not null or a.unit = any ($?::text[]))", unaccepted));
  if (state === "proposed" && unaccepted !== null) conditions.push(where("a.unit = any ($?::text[])", unaccepted));
  return conditions;
}

const COLUMNS = `a.id, a.version, a.edition, a.waiting, a.changed_at as "changedAt"`;

/** so many of what says these words are put in order */
const MOST = 1000;

interface Page {
  rows: ListedArticle[];
  total: string;
}

/** 检索: those that hold first, then those that say it in their title; one page and no more. */
async function found(db: Database, platform: string, filter: ArticleFilter, limit: number): Promise<Page> {
  const words = queryOf(filter.words!);
  if (words === null) return { rows: [], total: "0" };
  const from = (columns: string, tail: string) =>
    statement(
      [
        where(`select ${columns} from articles_saying($?::tsquery, $?, ${MOST}) f`, words, filter.today),
        "join article a on a.platform = $1 and a.id = f.id where",
        all(conditionsOf(filter)),
        tail,
      ],
      [platform],
    );
  const page = from(COLUMNS, `order by f.place limit ${limit}`);
  const counted = from("count(*)::integer as n", "");
  const [rows, [count]] = [
    await db.query<ListedArticle>(page.sql, page.values),
    await db.query<{ n: number }>(counted.sql, counted.values),
  ];
  return { rows, total: count!.n >= MOST ? "1 000+" : String(count!.n) };
}

/** 一页条目, the latest changed first; found by words, the most fitting first. */
export async function articlePage(
  db: Database,
  platform: string,
  filter: ArticleFilter,
  after: After | null,
  limit: number,
): Promise<Page> {
  if (filter.words !== undefined) return found(db, platform, filter, limit);
  const conditions = conditionsOf(filter);
  const counted = together(conditions, [platform]);
  const asked = together([...conditions, ...isBefore("a.changed_at", "a.id", after)], [platform]);
  const rows = await db.query<ListedArticle>(
    `select ${COLUMNS} from article a where ${asked.sql} order by a.changed_at desc, a.id desc limit ${limit}`,
    asked.values,
  );
  return { rows, total: await boundedCount(db, `from article a where ${counted.sql}`, counted.values) };
}

/** 标题 of these articles as they stand. */
export async function titlesOf(db: Database, platform: string, ids: readonly Id[]): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: Id; title: string }>(
    `select a.id, e.title from article a
     join article_edition e on e.platform = a.platform and e.article = a.id and e.no = coalesce(a.edition, a.waiting, 1)
     where a.platform = $1 and a.id = any ($2::uuid[])`,
    [platform, ids],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

export interface Use {
  id: Id;
  article: Id;
  edition: number;
  request: Id | null;
  by: string;
  at: Instant;
}

/** 记一次采用 */
export const addUse = (
  db: Database,
  platform: string,
  { id, article, edition, request, by, at }: Use,
): Promise<unknown> =>
  db.query(
    "insert into article_use (platform, id, article, edition, request, by, at) values ($1, $2, $3, $4, $5, $6, $7)",
    [platform, id, article, edition, request, by, timestamp(at)],
  );

/** 采用次数 of these articles from one instant to another. */
export async function usesOf(
  db: Database,
  platform: string,
  ids: readonly Id[],
  { from, until }: { from: Instant; until: Instant },
): Promise<Map<Id, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ article: Id; times: number }>(
    `select article, count(*)::integer as times from article_use
     where platform = $1 and article = any ($2::uuid[]) and at >= $3::timestamptz and at < $4::timestamptz group by article`,
    [platform, ids, timestamp(from), timestamp(until)],
  );
  return new Map(rows.map(({ article, times }) => [article, times]));
}

/** 采用得最多的 from one instant to another. */
export const mostUsed = (
  db: Database,
  platform: string,
  { from, until }: { from: Instant; until: Instant },
  limit: number,
): Promise<{ article: Id; times: number }[]> =>
  db.query(
    `select article, count(*)::integer as times from article_use
     where platform = $1 and at >= $2::timestamptz and at < $3::timestamptz
     group by article order by times desc, article limit ${limit}`,
    [platform, timestamp(from), timestamp(until)],
  );

/** 每月采用次数 of one article: the number of its uses between each two instants that follow each other. */
export const usesBetween = async (
  db: Database,
  platform: string,
  article: Id,
  bounds: readonly Instant[],
): Promise<number[]> =>
  (
    await db.query<{ times: number }>(
      `select (select count(*)::integer from article_use
         where platform = $1 and article = $2 and at >= span.since and at < span.until) as times
       from unnest($3::timestamptz[], $4::timestamptz[]) with ordinality as span (since, until, no) order by no`,
      [platform, article, bounds.slice(0, -1).map(timestamp), bounds.slice(1).map(timestamp)],
    )
  ).map(({ times }) => times);
