/** 抽样 and what each drew. */
import type { CivilDate, Instant } from "../../domain/calendar/civil.ts";
import type { DrawRule, SampleOf } from "../../domain/inspection/draw.ts";
import type { Sample } from "../../domain/inspection/sample.ts";
import type { Id } from "../../domain/ledger/event.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { type After, boundedCount, isBefore, together, where } from "../desk/page.ts";
import { question } from "../question/ask.ts";

export interface Draw {
  id: Id;
  of: SampleOf;
  rule: DrawRule;
  from: CivilDate;
  until: CivilDate;
  wanted: number;
  seed: string;
  found: number;
  by: string;
  at: Instant;
}

export interface ListedDraw extends Draw {
  drawn: number;
  scored: number;
}

/** 怎样抽 */
export interface Drawing extends Pick<Draw, "of" | "rule" | "wanted" | "seed"> {
  platform: string;
  /** [since, before) */
  since: Instant;
  before: Instant;
  /** what earlier draws took is left out */
  drawnAt: Instant;
  /** 通话时间长: from so many minutes on */
  minutes: number;
}

export interface Drawn extends Pick<Sample, "subject" | "number" | "subjectAt" | "judged"> {
  found: number;
}

const drawnCalls = question<Drawn>("../inspection/drawnCalls.sql");
const drawnOrders = question<Drawn>("../inspection/drawnOrders.sql");

/** 抽出: the same by the same seed, period and instant, while the records say the same. */
export function drawn(db: Database, { of, rule, wanted, seed, ...when }: Drawing): Promise<Drawn[]> {
  const asked = {
    ...{ platform: when.platform, rule, seed, wanted },
    ...{ since: timestamp(when.since), until: timestamp(when.before), drawn_at: timestamp(when.drawnAt) },
  };
  return of === "call" ? drawnCalls(db, { ...asked, minutes: when.minutes }) : drawnOrders(db, asked);
}

/** 登记抽样 */
export const addDraw = (db: Database, platform: string, draw: Draw): Promise<unknown> =>
  db.query(
    `insert into inspection_draw (platform, id, of, rule, first_day, last_day, wanted, seed, found, by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[platform, draw.id, draw.of, draw.rule, draw.from, draw.until, draw.wanted, draw.seed, draw.found, draw.by],
      timestamp(draw.at),
    ],
  );

/** 登记样本; what another draw took at the same moment is left to that one. */
export const addSamples = (db: Database, platform: string, samples: readonly Sample[]): Promise<unknown> =>
  db.query(
    `insert into inspection_sample (platform, id, draw, of, rule, subject, number, subject_at, judged, drawn_at)
     select $1, id, draw, of, rule, subject, number, subject_at, judged, drawn_at
     from jsonb_to_recordset($2::jsonb) as given (
       id uuid, draw uuid, of text, rule text, subject uuid, number text, subject_at timestamptz, judged text,
       drawn_at timestamptz)
     on conflict (platform, subject) do nothing`,
    [
      platform,
      JSON.stringify(
        samples.map(({ subjectAt, drawnAt, ...sample }) => ({
          ...sample,
          subject_at: timestamp(subjectAt),
          drawn_at: timestamp(drawnAt),
        })),
      ),
    ],
  );

const COLUMNS = `d.id, d.of, d.rule, d.first_day as "from", d.last_day as "until", d.wanted, d.seed, d.found, d.by, d.at`;

/** 一页抽样, the newest first, with how far each has come. */
export async function drawPage(
  db: Database,
  platform: string,
  after: After | null,
  limit: number,
  id: Id | null = null,
): Promise<{ rows: ListedDraw[]; total: string }> {
  const conditions = [where("d.platform = $1"), ...(id === null ? [] : [where("d.id = $?::uuid", id)])];
  const counted = together(conditions, [platform]);
  const asked = together([...conditions, ...isBefore("d.at", "d.id", after)], [platform]);
  const rows = await db.query<ListedDraw>(
    `select ${COLUMNS}, made.drawn, made.scored
     from (select * from inspection_draw d where ${asked.sql} order by d.at desc, d.id desc limit ${limit}) d
     cross join lateral (
       select count(*)::integer as drawn, count(*) filter (where exists (
         select from inspection_score c where c.platform = s.platform and c.sample = s.id))::integer as scored
       from inspection_sample s where s.platform = d.platform and s.draw = d.id
     ) made
     order by d.at desc, d.id desc`,
    asked.values,
  );
  return { rows, total: await boundedCount(db, `from inspection_draw d where ${counted.sql}`, counted.values) };
}
