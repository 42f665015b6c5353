import type { RatingCounts } from "../../domain/measure/counts.ts";
import type { Rating } from "../../domain/rule/rulebook.ts";
import type { Database } from "../database.ts";
import { question } from "./ask.ts";
import { type Period, ratingsOf } from "./requests.ts";

const ask = question<{ rating: Rating; count: number }>("./followUpRatings.sql");

/** 回访评价: how the first follow-ups concluded in a period were rated. */
export const followUpRatings = async (db: Database, period: Period): Promise<RatingCounts> =>
  ratingsOf(await ask(db, { ...period }));
