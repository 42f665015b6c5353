/** 样本 with their scores and objections, as the viewer's role sees them. */
import type { CivilDate, Instant } from "../../domain/calendar/civil.ts";
import type { Inspected, Objection, Sample, SampleState, Score } from "../../domain/inspection/sample.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { type After, boundedCount, type Condition, isBefore, together, where } from "../desk/page.ts";

export interface SampleFilter {
  state?: SampleState | undefined;
  of?: string | undefined;
  draw?: Id | undefined;
  /** of those who were judged: only these, and only what was scored */
  judged?: readonly string[] | undefined;
}

const scored = "exists (select from inspection_score c where c.platform = s.platform and c.sample = s.id)";
const objected = (ruled: string) =>
  `exists (select from objection o where o.platform = s.platform and o.sample = s.id and o.ruled_at ${ruled})`;
const states: Record<SampleState, string> = {
  waiting: `not ${scored}`,
  scored: `${scored} and not exists (select from objection o where o.platform = s.platform and o.sample = s.id)`,
  objected: objected("is null"),
  ruled: objected("is not null"),
};

function conditionsOf({ state, of, draw, judged }: SampleFilter): Condition[] {
  const conditions = [where("s.platform = $1")];
  if (state !== undefined) conditions.push(where(states[state]));
  if (of !== undefined) conditions.push(where("s.of = $?", of));
  if (draw !== undefined) conditions.push(where("s.draw = $?::uuid", draw));
  if (judged !== undefined) conditions.push(where(`s.judged = any ($?::text[]) and ${scored}`, judged));
  return conditions;
}

interface ObjectionRow {
  sample: Id;
  text: string;
  by: string;
  at: Instant;
  ruledAt: Instant | null;
  ruledBy: string | null;
  upheld: boolean | null;
  points: number | null;
  ruling: string | null;
}

const objectionOf = ({ text, by, at, ruledAt, ruledBy, upheld, points, ruling }: ObjectionRow): Objection => ({
  ...{ text, by, at },
  ruling: ruledAt === null ? null : { at: ruledAt, by: ruledBy!, upheld: upheld!, points, text: ruling! },
});

type ScoreRow = Score & { sample: Id };

/** Each with all that was said of it. */
async function withScores(db: Database, platform: string, samples: readonly Sample[]): Promise<Inspected[]> {
  const ids = samples.map(({ id }) => id);
  if (ids.length === 0) return [];
  const scores = await db.query<ScoreRow>(
    `select sample, by, at, sheet, items, points, full_points as "full", note from inspection_score
     where platform = $1 and sample = any ($2::uuid[]) order by at, by`,
    [platform, ids],
  );
  const objections = await db.query<ObjectionRow>(
    `select sample, text, by, at, ruled_at as "ruledAt", ruled_by as "ruledBy", upheld, points, ruling from objection
     where platform = $1 and sample = any ($2::uuid[])`,
    [platform, ids],
  );
  return samples.map((sample) => {
    const said = objections.find((one) => one.sample === sample.id);
    const own = scores.filter((one) => one.sample === sample.id).map(({ sample: _, ...score }) => score);
    return { sample, scores: own, objection: said ? objectionOf(said) : null };
  });
}

const COLUMNS = `s.id, s.draw, s.of, s.rule, s.subject, s.number, s.subject_at as "subjectAt", s.judged, s.drawn_at as "drawnAt"`;

/** 一页样本, the latest drawn first. */
export async function samplePage(
  db: Database,
  platform: string,
  filter: SampleFilter,
  after: After | null,
  limit: number,
): Promise<{ rows: Inspected[]; total: string }> {
  const conditions = conditionsOf(filter);
  const counted = together(conditions, [platform]);
  const asked = together([...conditions, ...isBefore("s.drawn_at", "s.id", after)], [platform]);
  const rows = await db.query<Sample>(
    `select ${COLUMNS} from inspection_sample s where ${asked.sql} order by s.drawn_at desc, s.id desc limit ${limit}`,
    asked.values,
  );
  return {
    rows: await withScores(db, platform, rows),
    total: await boundedCount(db, `from inspection_sample s where ${counted.sql}`, counted.values),
  };
}

/** 一件样本; null: there is none for this viewer. */
export async function sampleOf(db: Database, platform: string, id: Id): Promise<Inspected | null> {
  const rows = await db.query<Sample>(
    `select ${COLUMNS} from inspection_sample s where s.platform = $1 and s.id = $2`,
    [platform, id],
  );
  return (await withScores(db, platform, rows))[0] ?? null;
}

/** 独占 of a sample until the transaction ends: of two who write at once the second sees the first. */
export const holdSample = (db: Database, platform: string, id: Id): Promise<unknown> =>
  db.query("select id from inspection_sample where platform = $1 and id = $2 for update", [platform, id]);

/** 记下评分; each inspector gives one. */
export const addScore = (db: Database, platform: string, sample: Id, score: Score & { sheet: CivilDate }) =>
  db.query(
    `insert into inspection_score (platform, sample, by, at, sheet, items, points, full_points, note)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9)`,
    [
      ...[platform, sample, score.by, timestamp(score.at), score.sheet, JSON.stringify(score.items)],
      ...[score.points, score.full, score.note],
    ],
  );

/** 记下异议 */
export const addObjection = (
  db: Database,
  platform: string,
  sample: Id,
  { text, by, at }: Pick<Objection, "text" | "by" | "at">,
) =>
  db.query("insert into objection (platform, sample, text, by, at) values ($1, $2, $3, $4, $5)", [
    platform,
    sample,
    text,
    by,
    timestamp(at),
  ]);

/** 写下裁定, once. */
export const ruleOnObjection = (
  db: Database,
  platform: string,
  sample: Id,
  { at, by, upheld, points, text }: NonNullable<Objection["ruling"]>,
) =>
  db.query(
    `update objection set ruled_at = $3, ruled_by = $4, upheld = $5, points = $6, ruling = $7
     where platform = $1 and sample = $2 and ruled_at is null`,
    [platform, sample, timestamp(at), by, upheld, points, text],
  );

/** 来电记成的诉求: noted while it lasted or soon after, so that few are looked through; null: there is none. */
export const requestOfCall = async (db: Database, platform: string, call: Id, at: Instant): Promise<Id | null> =>
  (
    await db.query<{ id: Id }>(
      `select id from service_request
       where platform = $1 and call = $2 and accepted_at >= $3::timestamptz
         and accepted_at < $3::timestamptz + interval '4 hours' limit 1`,
      [platform, call, timestamp(at)],
    )
  )[0]?.id ?? null;
