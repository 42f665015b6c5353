import { grouped } from "../../domain/grouped.ts";
import type { MonthCounts, RatingCounts, RequestCounts } from "../../domain/measure/counts.ts";
import type { Rating } from "../../domain/rule/rulebook.ts";
import type { Database } from "../database.ts";
import { question } from "./ask.ts";
import { mostFirst, sumOf, tally } from "./tally.ts";

interface Row extends RequestCounts {
  hotEvent: string | null;
  repeat: boolean;
  rating: Rating | null;
}

export interface Period {
  platform: string;
  from: string;
  until: string;
}

const ask = question<Row>("./requests.sql");

/** 评价分布: how many of each rating among rows that have one. */
export const ratingsOf = (rows: readonly { rating: Rating | null; count: number }[]): RatingCounts => {
  const of = (rating: Rating) =>
    sumOf(
      rows.filter((row) => row.rating === rating),
      "count",
    );
  return {
    satisfied: of("satisfied"),
    neutral: of("neutral"),
    dissatisfied: of("dissatisfied"),
    noResponse: of("noResponse"),
  };
};

function hotEventsOf(rows: readonly Row[]): MonthCounts["hotEvents"] {
  const events = grouped(
    rows.filter((row) => row.hotEvent !== null),
    (row) => row.hotEvent!,
  );
  return mostFirst(
    [...events].map(([event, of]) => ({
      event,
      count: sumOf(of, "count"),
      categories: mostFirst(tally(of, ({ category }) => ({ category }))),
    })),
  );
}

/** 诉求计数: everything counted over the requests accepted in the period. */
export async function requests(
  db: Database,
  period: Period,
): Promise<Pick<MonthCounts, "requests" | "mergedRepeats" | "firstContactRatings" | "hotEvents">> {
  const rows = await ask(db, { ...period });
  const repeats = rows.filter((row) => row.repeat);
  return {
    requests: tally(rows, ({ category, type, outcome }) => ({ category, type, outcome })),
    mergedRepeats: sumOf(repeats, "count"),
    firstContactRatings: ratingsOf(rows),
    hotEvents: hotEventsOf(rows),
  };
}
