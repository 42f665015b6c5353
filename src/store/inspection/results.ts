import type { Instant } from "../../domain/calendar/civil.ts";
import type { SampleOf } from "../../domain/inspection/draw.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { question } from "../question/ask.ts";

export interface InspectionResult {
  judged: string;
  samples: number;
  points: number;
  full: number;
  objections: number;
  upheld: number;
  waiting: number;
}

const ask = question<InspectionResult>("../inspection/results.sql");
const MOST = 200;

/** 要谁的结果 */
export interface AskedResults {
  of: SampleOf;
  from: Instant;
  until: Instant;
  /** only theirs; null: everybody's */
  judged: readonly string[] | null;
}

/** 质检结果 by agent or unit, the lowest first, at most 200 of those that are asked for. */
export const inspectionResults = (
  db: Database,
  platform: string,
  { of, from, until, judged }: AskedResults,
): Promise<InspectionResult[]> =>
  ask(db, { platform, of, since: timestamp(from), until: timestamp(until), judged, most: MOST });
