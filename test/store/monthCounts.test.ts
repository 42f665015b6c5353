import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { monthBounds } from "../../src/domain/calendar/month.ts";
import type { MonthCounts } from "../../src/domain/measure/counts.ts";
import type { Database } from "../../src/store/database.ts";
import { createPlatform } from "../../src/store/platform.ts";
import { monthCounts } from "../../src/store/question/monthCounts.ts";
import { record } from "../../src/store/record.ts";
import { mismatches } from "../../src/store/refold.ts";
import { tally } from "../world/count.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { histories } from "../world/histories.ts";
import type { Ledger } from "../world/ledger.ts";
import {
  callsAnswered,
  dispatchedRows,
  followUpRows,
  overdueRows,
  requestRows,
  returnRows,
  statesBefore,
} from "./asOf.ts";

const zone = "Asia/Shanghai";
const month = "2022-11";
const edges = monthBounds(month, zone);

const sorted = (rows: object[]) =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)))).sort();

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

/** What SQL says, and what the fold of the events before the month's end says, in one shape. */
function told(counts: MonthCounts) {
  return {
    calls: counts.calls,
    requests: sorted(counts.requests),
    repeats: counts.mergedRepeats,
    firstContact: counts.firstContactRatings,
    hot: sorted(counts.hotEvents.flatMap(({ event, categories }) => categories.map((one) => ({ event, ...one })))),
    dispatched: sorted(counts.dispatched),
    units: sorted(
      counts.units.map(
        ({ unit, followUps, validOrders, onTime, informed, returnsRejected, returnsLate, satisfied }) => {
          return { unit, followUps, validOrders, onTime, informed, returnsRejected, returnsLate, satisfied };
        },
      ),
    ),
    dissatisfied: sorted(counts.dissatisfied),
    channels: sorted(counts.followUpChannels),
    overdue: sorted(counts.overdue),
    overdueBefore: sorted(counts.overdueBefore),
    returns: counts.returns,
  };
}

function expected({ events }: Ledger): ReturnType<typeof told> {
  const states = statesBefore(events, edges.until);
  const { numerator, denominator, within } = callsAnswered(statesBefore(events, Number.POSITIVE_INFINITY), edges);
  const { requests, repeats, rated, hot } = requestRows(states, edges);
  const followUps = followUpRows(states, edges);
  const unit = (code: string) => {
    const rows = followUps.filter((row) => row.unit === code);
    return {
      unit: code,
      followUps: rows.length,
      validOrders: rows.filter(({ valid }) => valid).length,
      onTime: rows.filter(({ onTime }) => onTime).length,
      informed: rows.filter(({ informed }) => informed).length,
      returnsRejected: sum(rows.map(({ rejected }) => rejected)),
      returnsLate: sum(rows.map(({ late }) => late)),
      satisfied: rows.filter(({ rating }) => rating === "satisfied").length,
    };
  };
  const ratings = { satisfied: 0, neutral: 0, dissatisfied: 0, noResponse: 0 };
  return {
    calls: { offered: denominator, answered: numerator, answeredWithin15s: within },
    requests: sorted(requests),
    repeats,
    firstContact: Object.assign(ratings, Object.fromEntries(rated.map(({ rating, count }) => [rating, count]))),
    hot: sorted(hot.map(({ hotEvent, ...row }) => ({ event: hotEvent, ...row }))),
    dispatched: sorted(dispatchedRows(states, edges)),
    units: sorted([...new Set(followUps.map((row) => row.unit))].map(unit)),
    dissatisfied: sorted(
      tally(followUps.filter(({ rating }) => rating === "dissatisfied").map(({ category }) => ({ category }))),
    ),
    channels: sorted(tally(followUps.map(({ channel }) => ({ channel })))),
    overdue: sorted(overdueRows(states, edges.until)),
    overdueBefore: sorted(overdueRows(statesBefore(events, edges.from), edges.from)),
    returns: returnRows(states, edges),
  };
}

eachDatabase((_, open) => {
  let db: Database;
  let made = 0;
  beforeAll(async () => {
    db = await open();
  });

  async function platform() {
    made += 1;
    const one = { platform: `p${made}`, name: `第${made}市`, level: "city", zone, origin: "live", books: [] } as const;
    await createPlatform(db, { ...one, books: [] }, migratedAt);
    return { ...one, books: [] };
  }

  it("任何经历：行等于事件的折叠，月度计数等于月末那一刻的状态", { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(histories(edges), fc.integer({ min: 1, max: 400 }), async (book, size) => {
        const on = await platform();
        for (let at = 0; at < book.events.length; at += size)
          await record(db, on.platform, { events: book.events.slice(at, at + size), contacts: [], texts: [] }, 1);
        expect(await mismatches(db, on.platform)).toEqual([]);
        expect(told(await monthCounts(db, on, month, { rows: {} }))).toEqual(expected(book));
      }),
      { numRuns: 40 },
    );
  });
});
