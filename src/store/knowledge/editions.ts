/** 各版: appended, never overwritten; the article's row is made from them. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { type Article, articleOf, type Edition, shownOf } from "../../domain/knowledge/article.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { vectorOf } from "../search/requestText.ts";

interface EditionRow extends Omit<Edition, "ruling"> {
  article: Id;
  ruledAt: Instant | null;
  ruledBy: string | null;
  accepted: boolean | null;
  ruling: string | null;
}

const COLUMNS = `article, no, title, answer, text, materials, unit, source, valid_from as "from", valid_until as "until", reason,
  by, at, proposed, ruled_at as "ruledAt", ruled_by as "ruledBy", accepted, ruling`;

const editionOf = ({ article: _, ruledAt, ruledBy, accepted, ruling, ...said }: EditionRow): Edition => ({
  ...said,
  ruling: ruledAt === null ? null : { at: ruledAt, by: ruledBy!, accepted: accepted!, reason: ruling },
});

/** 一条的各版, the first first */
export const editionsOf = async (db: Database, platform: string, article: Id): Promise<Edition[]> =>
  (
    await db.query<EditionRow>(
      `select ${COLUMNS} from article_edition where platform = $1 and article = $2 order by no`,
      [platform, article],
    )
  ).map(editionOf);

/** 若干条的某一版 */
export async function editionsAt(
  db: Database,
  platform: string,
  wanted: readonly { id: Id; no: number }[],
): Promise<Map<Id, Edition>> {
  if (wanted.length === 0) return new Map();
  const rows = await db.query<EditionRow>(
    `select ${COLUMNS} from unnest($2::text[], $3::integer[]) as wanted (id, which)
     join article_edition on platform = $1 and article = wanted.id::uuid and no = wanted.which`,
    [platform, wanted.map(({ id }) => id), wanted.map(({ no }) => no)],
  );
  return new Map(rows.map((row) => [row.article, editionOf(row)]));
}

/** 独占 of an article that is there until the transaction ends: of two who write at once the second sees the first. */
export const holdArticle = (db: Database, platform: string, id: Id): Promise<unknown> =>
  db.query("select id from article where platform = $1 and id = $2 for update", [platform, id]);

/** 追加一版 */
export const addEdition = (db: Database, platform: string, article: Id, one: Edition): Promise<unknown> =>
  db.query(
    `insert into article_edition (platform, article, no, title, answer, text, materials, unit, source, valid_from, valid_until,
       reason, by, at, proposed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[platform, article, one.no, one.title, one.answer, one.text, one.materials, one.unit, one.source],
      ...[one.from, one.until, one.reason, one.by, timestamp(one.at), one.proposed],
    ],
  );

/** 写下审定, once. */
export const ruleOnEdition = (
  db: Database,
  platform: string,
  { article, no }: { article: Id; no: number },
  ruling: NonNullable<Edition["ruling"]>,
): Promise<unknown> =>
  db.query(
    `update article_edition set ruled_at = $4, ruled_by = $5, accepted = $6, ruling = $7
     where platform = $1 and article = $2 and no = $3 and ruled_at is null`,
    [platform, article, no, timestamp(ruling.at), ruling.by, ruling.accepted, ruling.reason],
  );

/** What an article's row says, by its columns; the words of the title weigh most. */
export function rowOf(article: Article, editions: readonly Edition[]): Record<string, unknown> {
  const { title, answer, text, materials, unit, from, until } = shownOf(article, editions);
  return {
    id: article.id,
    version: article.version,
    edition: article.current?.no ?? null,
    waiting: article.waiting?.no ?? null,
    unit,
    valid_from: from,
    valid_until: until,
    changed_at: article.changedAt,
    title: vectorOf(title),
    body: vectorOf([answer, text, materials ?? ""].join("\n")),
  };
}

const values = (platform: string, row: Record<string, unknown>) => [
  platform,
  ...Object.entries(row).map(([column, value]) => (column === "changed_at" ? timestamp(value as Instant) : value)),
];

/** What has no edition in force is found by nobody. */
export const WORDS =
  "case when $4::integer is null then ''::tsvector else setweight($10::tsvector, 'A') || $11::tsvector end";

/** 改写条目的行 from all of its editions. */
export async function refreshArticle(db: Database, platform: string, id: Id): Promise<Article> {
  const editions = await editionsOf(db, platform, id);
  const article = articleOf(id, editions);
  await db.query(
    `insert into article (platform, id, version, edition, waiting, unit, valid_from, valid_until, changed_at, words)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, ${WORDS})
     on conflict (platform, id) do update set version = excluded.version, edition = excluded.edition,
       waiting = excluded.waiting, unit = excluded.unit, valid_from = excluded.valid_from,
       valid_until = excluded.valid_until, changed_at = excluded.changed_at, words = excluded.words`,
    values(platform, rowOf(article, editions)),
  );
  return article;
}

/** 条目的行 is what its editions make of it; else the first that isn't. */
export async function articleDiffers(db: Database, platform: string): Promise<Id | null> {
  const all = await db.query<{ id: Id }>(
    `select id from article where platform = $1
     union select article from article_edition where platform = $1 order by id`,
    [platform],
  );
  for (const { id } of all) {
    const editions = await editionsOf(db, platform, id);
    if (editions.length === 0) return id;
    const [same] = await db.query(
      `select from article where platform = $1 and id = $2 and version = $3 and edition is not distinct from $4
         and waiting is not distinct from $5 and unit is not distinct from $6 and valid_from = $7
         and valid_until is not distinct from $8 and changed_at = $9 and words = ${WORDS}`,
      values(platform, rowOf(articleOf(id, editions), editions)),
    );
    if (!same) return id;
  }
  return null;
}
