/**
 * 检索: what says these words, the newest first. What many say is found among the newest one by one, what fewer say by the index
 * of words: in the city among those of the last days, then of more and more, until there are a page and as many as are counted.
 * Of a unit's own the index holds whose they are.
 */
import type { Instant } from "../../domain/calendar/civil.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { type After, all, COUNTED, type Condition, counted, isBefore, ofEach, statement, where } from "../desk/page.ts";

export interface Finding {
  platform: string;
  /** tsquery as text */
  words: string;
  /** on the request `r` */
  conditions: readonly Condition[];
  /** the viewer's own; null: the hotline's people */
  units: readonly string[] | null;
}

/** 找到的: the first page, and how many there are, counted no further than is told. */
export interface Found {
  ids: string[];
  counted: number;
}

type Part = Condition | string;

/** 找法 */
export interface Looks {
  /** so many of the newest are looked at one by one; where that doesn't do, so many times as many, and again */
  newest: number;
  more: number;
  /** of so many of the last days the index is asked, one after the other, before it is asked of all */
  days: readonly number[];
  /** as many as are read at once sooner than the newest are walked through */
  few: number;
}

const LOOKS: Looks = { newest: 300, more: 8, days: [10, 80], few: 5000 };
const FURTHEST = 100_000;

const upTo = (most: number | null) => (most === null ? "" : `limit ${most}`);

/** The newest of a list, as it says by its two columns, all of them or so many. */
const latest = (at: string, id: string, after: After | null, most: number | null): Part[] => [
  ...isBefore(at, id, after).flatMap((condition) => ["and", condition]),
  `order by ${at} desc, ${id} desc ${upTo(most)}`,
];

/**
 * Of several units, each of whose lists is in its order. So many of one reach further back than so many of another: what is
 * older than the newest of all of them isn't looked at, or it would be given before what lies between.
 */
function ofSeveral(units: readonly string[], after: After | null, most: number | null): Part[] {
  const own = (unit: string) => [
    where("select accepted_at as at, request as id from unit_request where platform = $1 and unit = $?", unit),
    ...latest("accepted_at", "request", after, most),
  ];
  return [
    "select each.at, each.id, w.words from (select distinct at, id from (",
    ofEach(units, own),
    `) each order by at desc, id desc ${upTo(most)}) each cross join lateral (`,
    "select words from unit_request where platform = $1 and request = each.id limit 1) w",
  ];
}

/** The newest that this viewer may look through, all of them or so many, as `n`. */
function newest({ units }: Finding, after: After | null, most: number | null): Part[] {
  const looked = "select accepted_at as at, request as id, words from";
  if (units === null)
    return [`(${looked} request_text where platform = $1`, ...latest("accepted_at", "request", after, most), ") n"];
  if (units.length > 1) return ["(", ...ofSeveral(units, after, most), ") n"];
  return [
    where(`(${looked} unit_request where platform = $1 and unit = $?`, units[0] ?? null),
    ...latest("accepted_at", "request", after, most),
    ") n",
  ];
}

const matching = ({ words, conditions }: Finding): Part[] => [
  ...(conditions.length > 0 ? ["join service_request r on r.platform = $1 and r.id = n.id"] : []),
  "where",
  all([where("n.words @@ $?::tsquery", words), ...conditions]),
];

/** Looked for among the newest `most`, or all: up to `limit`. */
async function walked(db: Database, of: Finding, after: After | null, limit: number, most: number | null) {
  const { sql, values } = statement(
    ["select n.id from", ...newest(of, after, most), ...matching(of), `order by n.at desc, n.id desc limit ${limit}`],
    [of.platform],
  );
  return (await db.query<{ id: string }>(sql, values)).map(({ id }) => id);
}

/** The newest, then more and more: each lot is in its order only while it is told how far to look. */
async function walkedOn(db: Database, of: Finding, after: After | null, limit: number, { newest, more }: Looks) {
  for (let most = Math.max(newest, limit); most < FURTHEST; most *= more) {
    const ids = await walked(db, of, after, limit, most);
    if (ids.length === limit) return ids;
  }
  return walked(db, of, after, limit, null);
}

const walkedCount = (db: Database, of: Finding) =>
  counted(db, ["select from", ...newest(of, null, null), ...matching(of)], of.platform);

/** 问词的索引: of the last days until then, or of all */
interface Asking {
  lately: { days: number; until: Instant } | null;
  most: number;
}

/** 说这些词的 of this viewer's by the index, the newest `wanted`; null: more than `most` say it. */
async function indexed(db: Database, of: Finding, { lately, most }: Asking, wanted: number): Promise<Found | null> {
  const [ask, until] = lately
    ? ["late_words_of_desk($1::tsquery, $4::timestamptz, $5::integer,", [timestamp(lately.until), lately.days]]
    : [`${of.units === null ? "words_of_desk" : "words_of_unit"}($1::tsquery,`, []];
  const [row] = await db.query<{ ids: string[] | null; counted: number }>(
    `select ids, counted from ${ask} $2::integer, $3::integer)`,
    [of.words, most, wanted, ...until],
  );
  return row!.ids && { ids: row!.ids, counted: row!.counted };
}

/** Which of these few, as the index gave them, are asked for. */
async function amongst(db: Database, of: Finding, few: Found, after: After | null, limit: number): Promise<Found> {
  const { sql, values } = statement(
    [
      "select r.id, count(*) over ()::integer as counted from service_request r where",
      all([
        where("r.platform = $1 and r.id = any ($?::uuid[])", few.ids),
        ...of.conditions,
        ...isBefore("r.accepted_at", "r.id", after),
      ]),
      `order by r.accepted_at desc, r.id desc limit ${limit}`,
    ],
    [of.platform],
  );
  const rows = await db.query<{ id: string; counted: number }>(sql, values);
  return { ids: rows.map(({ id }) => id), counted: rows[0]?.counted ?? 0 };
}

/** Those that fit among all that say these words, where that is few: nothing else is asked of them, or everything is. */
async function few(db: Database, of: Finding, [after, limit]: [After | null, number], asking: Asking) {
  if (of.conditions.length === 0 && after === null) return indexed(db, of, asking, limit);
  const found = await indexed(db, of, asking, asking.most * Math.max(1, of.units?.length ?? 1));
  return found && amongst(db, of, found, after, limit);
}

const newestText = async (db: Database, platform: string): Promise<Instant | null> =>
  (
    await db.query<{ at: Instant }>(
      "select accepted_at as at from request_text where platform = $1 order by accepted_at desc limit 1",
      [platform],
    )
  )[0]?.at ?? null;

/** 一段段地问: in the city of more and more of the last days, in the end of all; a unit's own at once. */
async function spans(db: Database, of: Finding, after: After | null, { days }: Looks): Promise<Asking["lately"][]> {
  const until = of.units === null ? (after?.at ?? (await newestText(db, of.platform))) : null;
  return until === null ? [null] : [...days.map((last) => ({ days: last, until })), null];
}

/** As many as tell whether there are as many as are counted, where nothing else is asked. */
const enough = ({ conditions }: Finding, looks: Looks) =>
  conditions.length === 0 ? Math.min(looks.few, COUNTED - 1) : looks.few;

/** More than so many say these words; where that isn't as many as are counted, they are counted one by one. */
const many = async (db: Database, of: Finding, most: number) =>
  of.conditions.length === 0 && most >= COUNTED - 1 ? COUNTED : walkedCount(db, of);

/** 第一页 of what is found, and how much is found. */
export async function findFirst(db: Database, of: Finding, limit: number, looks: Looks = LOOKS): Promise<Found> {
  let page = of.units === null ? await walked(db, of, null, limit, looks.newest) : [];
  for (const lately of await spans(db, of, null, looks)) {
    const isFull = page.length === limit;
    const most = isFull || of.units !== null ? enough(of, looks) : looks.few;
    const found = await few(db, of, [null, limit], { lately, most });
    if (!found)
      return { ids: isFull ? page : await walkedOn(db, of, null, limit, looks), counted: await many(db, of, most) };
    if (!isFull) page = found.ids;
    if (lately === null || (found.counted >= COUNTED && page.length === limit))
      return { ids: page, counted: Math.min(found.counted, COUNTED) };
  }
  throw new Error("the index was never asked of all");
}

/** 一页 of what is found: ids, the newest first. */
export async function findPage(
  db: Database,
  of: Finding,
  after: After | null,
  limit: number,
  looks: Looks = LOOKS,
): Promise<string[]> {
  const first = await walked(db, of, after, limit, looks.newest);
  if (first.length === limit) return first;
  for (const lately of await spans(db, of, after, looks)) {
    const found = await few(db, of, [after, limit], { lately, most: looks.few });
    if (!found) break;
    if (lately === null || found.ids.length === limit) return found.ids;
  }
  return walkedOn(db, of, after, limit, looks);
}
