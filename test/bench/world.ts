/** 基准世界: five years of an invented city, written month by month through `record`; built once and used again. */
import { booksFor } from "../../rulebook/books.ts";
import { addMonths } from "../../src/domain/calendar/month.ts";
import type { MonthKey } from "../../src/domain/measure/counts.ts";
import { records } from "../../src/reconstruct/records/records.ts";
import type { Database } from "../../src/store/database.ts";
import { createPlatform, type Platform, platformNamed } from "../../src/store/platform.ts";
import { enterReconstructed, openOrders, reconstructedMonths } from "../../src/store/reconstructed.ts";
import { record } from "../../src/store/record.ts";
import { rulebookOf } from "../../src/store/rules.ts";
import { refreshStatistics } from "../../src/store/statistics.ts";
import { benchPlan } from "./plan.ts";

/** 世界的大小 */
export interface WorldSize {
  first: MonthKey;
  months: number;
  /** requests in a usual month */
  requests: number;
}

/** 3 million requests, 0.55 million work orders, their calls and events */
export const fullWorld: WorldSize = { first: "2019-01", months: 60, requests: 50_000 };
export const smallWorld: WorldSize = { first: "2022-08", months: 4, requests: 1_500 };

/** 基准世界的名字 */
export const WORLD = "基准市";
const ZONE = "Asia/Shanghai";

async function platformIn(db: Database, now: number): Promise<Platform> {
  const known = await platformNamed(db, WORLD);
  if (known) return known;
  const books = booksFor(WORLD).map(({ id }) => id);
  const made = {
    platform: crypto.randomUUID(),
    name: WORLD,
    level: "city",
    zone: ZONE,
    origin: "reconstructed",
    books,
  };
  await createPlatform(db, made as Platform, now);
  return made as Platform;
}

async function addMonth(tx: Database, platform: string, month: MonthKey, size: number, done: MonthKey[], now: number) {
  const rulebook = await rulebookOf(tx, platform);
  const plan = benchPlan(month, size, rulebook);
  const open = (await openOrders(tx, platform)).map((order) => ({ order, topic: order.topic ?? "" }));
  const given = done.length > 0 ? { months: done, open } : undefined;
  for (const batch of records(plan, { rulebook, zone: ZONE, seed: 1, given })) await record(tx, platform, batch, now);
  await enterReconstructed(tx, platform, month, new Uint8Array(32));
}

/** 建成基准世界: adds the months that are missing, each in a transaction of its own, so that it may be interrupted. */
export async function buildWorld(
  db: Database,
  size: WorldSize,
  now: () => number,
  told: (done: number) => void,
): Promise<{ platform: Platform; months: MonthKey[] }> {
  const platform = await platformIn(db, now());
  const done = await reconstructedMonths(db, platform.platform);
  const wanted = Array.from({ length: size.months }, (_, at) => addMonths(size.first, at));
  for (const month of wanted.slice(done.length)) {
    await db.transaction((tx) => addMonth(tx, platform.platform, month, size.requests, done, now()));
    // the next month looks for what is open: its plan must know how much there is by now
    await refreshStatistics(db);
    done.push(month);
    told(done.length);
  }
  return { platform, months: wanted };
}
