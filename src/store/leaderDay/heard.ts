import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id } from "../../domain/ledger/event.ts";
import type { Database } from "../database.ts";
import { question } from "../question/ask.ts";

/** 接听日的一行: a call, a request, or a call with its request; `answer` is the text it was settled with. */
export interface Heard {
  call: Id | null;
  at: Instant;
  answeredAt: Instant | null;
  endedAt: Instant | null;
  request: Id | null;
  answer: Id | null;
}

const ask = question<Heard>("../leaderDay/heard.sql");

/** a leader hears no more in a day */
const MOST = 500;

/** 一个接听日听到的, the latest first */
export const heardOn = (db: Database, platform: string, day: Id): Promise<Heard[]> =>
  ask(db, { platform, day, most: MOST });
