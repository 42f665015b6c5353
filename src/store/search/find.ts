/**
 * 检索: what says these words, the newest first. Words that many say are found among the newest; words that few say by the
 * index of words, all of them at once. Which of the two it is, a look at the newest tells.
 */
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { all, COUNTED, type Condition, counted, ofEach, statement, where } from "../desk/page.ts";

export interface Finding {
  platform: string;
  /** tsquery as text */
  words: string;
  /** on the request `r` */
  conditions: readonly Condition[];
  /** the viewer's own; null: the hotline's people */
  units: readonly string[] | null;
}

interface After {
  at: number;
  id: string;
}

type Part = Condition | string;

/** 找法 */
export interface Looks {
  /** so many of the newest are looked at first */
  newest: number;
  /** as many as are read at once sooner than the newest are walked through to the end */
  few: number;
  /** looking through so many takes no longer than asking the index for what many say */
  walked: number;
}

const LOOKS: Looks = { newest: 2000, few: 5000, walked: 10_000 };

/** The newest that this viewer may look through, all of them or so many, as `n` with its id. */
function newest({ units }: Finding, after: After | null, most: number | null): Part[] {
  const limit = most === null ? "" : `limit ${most}`;
  if (units === null) {
    const before = after
      ? [where("and (s.accepted_at, s.request) < ($?::timestamptz, $?::uuid)", timestamp(after.at), after.id)]
      : [];
    const ordered = `order by s.accepted_at desc, s.request desc ${limit}`;
    return [
      "(select s.request, s.accepted_at, s.words from request_text s where s.platform = $1",
      ...before,
      ordered,
      ") n",
    ];
  }
  const before = after ? [where("and o.request < $?::uuid", after.id)] : [];
  const own = (unit: string) => [
    where("select o.request from order_unit o where o.platform = $1 and o.unit = $? and o.seen_until is null", unit),
    ...before,
    `order by o.request desc ${limit}`,
  ];
  return [
    "(select distinct request from (",
    ofEach(units, own),
    `) each order by request desc ${limit}) o`,
    "cross join lateral (select s.request, s.accepted_at, s.words from request_text s",
    "where s.platform = $1 and s.request = o.request) n",
  ];
}

const rows = (conditions: readonly Condition[]): Part[] =>
  conditions.length > 0 ? ["join service_request r on r.platform = $1 and r.id = n.request"] : [];

const matching = ({ words, conditions }: Finding): Part[] => [
  "where",
  all([where("n.words @@ $?::tsquery", words), ...conditions]),
];

const orderOf = ({ units }: Finding) =>
  units === null ? "order by n.accepted_at desc, n.request desc" : "order by n.request desc";

async function idsOf(db: Database, { platform }: Finding, parts: readonly Part[]): Promise<string[]> {
  const { sql, values } = statement(parts, [platform]);
  return (await db.query<{ id: string }>(sql, values)).map(({ id }) => id);
}

const walked = (db: Database, of: Finding, after: After | null, limit: number, most: number | null) =>
  idsOf(db, of, [
    "select n.request as id from",
    ...newest(of, after, most),
    ...rows(of.conditions),
    ...matching(of),
    `${orderOf(of)} limit ${limit}`,
  ]);

const walkedCount = (db: Database, of: Finding, most: number | null) =>
  counted(db, ["select from", ...newest(of, null, most), ...rows(of.conditions), ...matching(of)], of.platform);

/** 说这些词的 of this viewer's; null: more than a few in the whole city say it. */
async function allWith(db: Database, { words, units }: Finding, few: number): Promise<string[] | null> {
  const ask = units === null ? "words_of_desk" : "words_of_unit";
  const [row] = await db.query<{ ids: string[] | null }>(`select ${ask}($1::tsquery, ${few}) as ids`, [words]);
  return row!.ids;
}

/** Among these few, as the index gave them. */
const amongst = (ids: readonly string[], conditions: readonly Condition[]): Part[] => [
  "service_request r where",
  all([where("r.platform = $1 and r.id = any ($?::uuid[])", ids), ...conditions]),
];

function foundAfter(of: Finding, ids: readonly string[], after: After | null): Part[] {
  const before =
    of.units === null
      ? where("(r.accepted_at, r.id) < ($?::timestamptz, $?::uuid)", after && timestamp(after.at), after?.id)
      : where("r.id < $?::uuid", after?.id);
  return ["select r.id from", ...amongst(ids, [...of.conditions, ...(after ? [before] : [])])];
}

/** 一页 of what is found: ids, the newest first. */
export async function findPage(
  db: Database,
  of: Finding,
  after: After | null,
  limit: number,
  { newest: looked, few }: Looks = LOOKS,
): Promise<string[]> {
  const first = await walked(db, of, after, limit, Math.max(looked, limit));
  if (first.length === limit) return first;
  const ids = await allWith(db, of, few);
  if (ids === null) return walked(db, of, after, limit, null);
  const order = of.units === null ? "r.accepted_at desc, r.id desc" : "r.id desc";
  return idsOf(db, of, [...foundAfter(of, ids, after), `order by ${order} limit ${limit}`]);
}

/** 找到多少, counted no further than is told. */
export async function findTotal(db: Database, of: Finding, looks: Looks = LOOKS): Promise<number> {
  const first = await walkedCount(db, of, looks.newest);
  if (first === COUNTED) return first;
  if (first * looks.walked >= COUNTED * looks.newest) return walkedCount(db, of, null);
  const ids = await allWith(db, of, looks.few);
  if (ids !== null) return counted(db, ["select from", ...amongst(ids, of.conditions)], of.platform);
  return of.units === null && of.conditions.length === 0 && looks.few >= COUNTED - 1
    ? COUNTED
    : walkedCount(db, of, null);
}
