import type { Instant } from "../domain/calendar/civil.ts";
import { grouped } from "../domain/grouped.ts";
import { canonical } from "../domain/rule/canonical.ts";
import { assemble } from "../domain/rule/inForce.ts";
import type { Rulebook, RuleKind, RuleOrigin, RuleRow } from "../domain/rule/rulebook.ts";
import { append } from "./append.ts";
import { timestamp } from "./connection/value.ts";
import type { Database } from "./database.ts";

/** 规则冲突: a row of the release that was not added, because the database says otherwise. */
export interface RuleConflict {
  book: string;
  kind: RuleKind;
  key: string;
  from: string;
  /** whose row it meets: the operator's own, or an earlier release's with another content */
  with: RuleOrigin;
}

export interface ReleaseOutcome {
  added: { book: string; kind: RuleKind; key: string; from: string }[];
  conflicts: RuleConflict[];
}

interface StoredRule extends RuleRow {
  origin: RuleOrigin;
}

const columns = [
  "book",
  "kind",
  "key",
  "valid_from",
  "valid_until",
  "value",
  "source",
  "assumption",
  "origin",
  "recorded_at",
];

/** 添加规则: adds rows to a book, after those it has; a row is never edited. Throws on a second row of one day and origin. */
export const addRules = (db: Database, book: string, rows: RuleRow[], origin: RuleOrigin, now: Instant) =>
  append(
    db,
    "rule_row",
    columns,
    rows.map((row) => [
      book,
      row.kind,
      row.key,
      row.from,
      row.until,
      JSON.stringify(row.value),
      row.source,
      row.assumption,
      origin,
      timestamp(now),
    ]),
  );

/** Within a book a city's own decision stands above what a release brings, whenever either was added. */
const STANDING: Record<RuleOrigin, number> = { release: 0, reconstructed: 1, operator: 2 };

async function rowsOf(db: Database, book: string): Promise<StoredRule[]> {
  const rows = await db.kysely.selectFrom("rule_row").selectAll().where("book", "=", book).orderBy("ordinal").execute();
  return rows
    .map((row) => ({
      kind: row.kind as RuleRow["kind"],
      key: row.key,
      from: row.valid_from,
      until: row.valid_until,
      value: row.value as RuleRow["value"],
      source: row.source,
      assumption: row.assumption,
      origin: row.origin,
    }))
    .sort((one, other) => STANDING[one.origin] - STANDING[other.origin]);
}

/** 平台自己的规则册 */
export const ownBook = (platform: string): string => `platform:${platform}`;

/**
 * 规则的版次 of a platform: another one whenever a row was added to one of its books, or taken from it. Rows are numbered as they
 * are written, not as they are committed, and a rebuilt month's are taken away: the highest number alone would miss both.
 */
export async function ruleEdition(db: Database, platform: string, books: readonly string[]): Promise<string> {
  const [row] = await db.prepared<{ edition: string }>(
    `select concat_ws(' ', count(*), max(ordinal), sum(ordinal)) as edition from rule_row where book = any ($1::text[])`,
    [[...books, ownBook(platform)]],
  );
  return row!.edition;
}

/** 规则库 of books in order; later ones win. `without` leaves out the rows of one origin. */
export async function rulebookOfBooks(db: Database, books: string[], without?: RuleOrigin): Promise<Rulebook> {
  const assembled: RuleRow[][] = [];
  for (const book of books) {
    const rows = (await rowsOf(db, book)).filter(({ origin }) => origin !== without);
    assembled.push(rows.map(({ origin: _, ...row }): RuleRow => row));
  }
  return assemble(assembled);
}

/** 平台规则库: its books in order, then its own rows; later ones win. */
export async function rulebookOf(db: Database, platform: string): Promise<Rulebook> {
  const { books } = await db.kysely
    .selectFrom("platform")
    .select("books")
    .where("platform", "=", platform)
    .executeTakeFirstOrThrow();
  return rulebookOfBooks(db, [...books, ownBook(platform)]);
}

const overlaps = (one: RuleRow, other: RuleRow) =>
  (one.until === null || other.from < one.until) && (other.until === null || one.from < other.until);

const content = (row: RuleRow): string => canonical([row.until, row.value, row.source, row.assumption]);

type Verdict = "new" | "known" | RuleOrigin;

function judge(row: RuleRow, stored: StoredRule[]): Verdict {
  if (stored.some((one) => one.origin === "operator" && overlaps(one, row))) return "operator";
  const same = stored.find((one) => one.origin === "release" && one.from === row.from);
  if (!same) return "new";
  return content(same) === content(row) ? "known" : "release";
}

const byKey = (rows: StoredRule[]) => grouped(rows, (row) => `${row.kind} ${row.key}`);

async function loadBook(db: Database, book: string, rows: RuleRow[], now: Instant): Promise<ReleaseOutcome> {
  const stored = byKey(await rowsOf(db, book));
  const judged = rows.map((row) => ({ row, verdict: judge(row, stored.get(`${row.kind} ${row.key}`) ?? []) }));
  const added = judged.filter(({ verdict }) => verdict === "new").map(({ row }) => row);
  await addRules(db, book, added, "release", now);
  const named = (row: RuleRow) => ({ book, kind: row.kind, key: row.key, from: row.from });
  return {
    added: added.map(named),
    conflicts: judged.flatMap(({ row, verdict }) =>
      verdict === "new" || verdict === "known" ? [] : [{ ...named(row), with: verdict }],
    ),
  };
}

/** 装入发布的规则: only adds rows; never touches one that is there. What it may not add is listed as a conflict. */
export async function loadRelease(
  db: Database,
  books: { id: string; rows: RuleRow[] }[],
  now: Instant,
): Promise<ReleaseOutcome> {
  const outcome: ReleaseOutcome = { added: [], conflicts: [] };
  for (const { id, rows } of books) {
    const { added, conflicts } = await loadBook(db, id, rows, now);
    outcome.added.push(...added);
    outcome.conflicts.push(...conflicts);
  }
  return outcome;
}
