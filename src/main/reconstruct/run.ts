import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { computeMonth } from "../../api/report/compute.ts";
import type { Instant } from "../../domain/calendar/civil.ts";
import { compareFigures, type Difference } from "../../domain/measure/compare.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import { toFile } from "../../domain/measure/toFile.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import { assemble } from "../../domain/rule/inForce.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import { breathe } from "../../jobs/breathe.ts";
import type { ReadFigures } from "../../reconstruct/file/read.ts";
import type { Conflict } from "../../reconstruct/plan/conflicts.ts";
import type { Plan } from "../../reconstruct/plan/plan.ts";
import type { Given } from "../../reconstruct/records/given.ts";
import { records } from "../../reconstruct/records/records.ts";
import type { Database } from "../../store/database.ts";
import type { Platform } from "../../store/platform.ts";
import { enterReconstructed, openOrders } from "../../store/reconstructed.ts";
import { record } from "../../store/record.ts";
import { addRules, ownBook, rulebookOf } from "../../store/rules.ts";
import { refreshStatistics } from "../../store/statistics.ts";
import { refuseUnknownZone } from "../newPlatform.ts";
import { planAside } from "./planAside.ts";
import { type Ground, groundOf, layGround, releasedRulebook, rulebookOfGround, type Target } from "./platform.ts";

export interface Wanted {
  file: ReadFigures["file"];
  seed: number;
  zone: string;
  /** takes all reconstructed records of the platform back first */
  replace: boolean;
}
export interface Watch {
  progress(label: string, done: number, total: number): void;
  /** aborted when whoever asked gave up */
  signal: AbortSignal;
}
/** the ground once it is laid: with a platform */
type Laid = Ground & { platform: Platform };
/** 重建的结果 */
export interface Reconstruction {
  platform: Platform;
  month: MonthKey;
  given: MonthKey[];
  made: { calls: number; requests: number; orders: number; events: number };
  conflicts: Conflict[];
  /** leaves that differ though no conflict names them: what earlier months, kept as they are, don't allow */
  differences: Difference[];
}

const withRules = (rulebook: Rulebook, plan: Plan): Rulebook =>
  assemble([Object.values(rulebook.rows).flat(), plan.rules]);

const sizeOf = ({ current, previous }: Plan) =>
  [current, previous].reduce(
    (sum, { calls, requests }) => sum + calls.offered + requests.reduce((all, row) => all + row.count, 0),
    0,
  );

/** What months made before left open, under the topics that they are printed with. */
async function givenOf(tx: Database, { platform, given }: Laid, rulebook: Rulebook): Promise<Given | undefined> {
  if (given.length === 0) return undefined;
  const names = new Map((rulebook.rows.category ?? []).map((row) => [row.key, row.value.name]));
  const open = await openOrders(tx, platform.platform);
  return {
    months: given,
    open: open.map((order) => ({ order, topic: order.topic ?? names.get(order.category) ?? "" })),
  };
}

/** More than any city has in two months: a slip of the pen in the file. */
const MOST = 20_000_000;

function refuseHuge(plan: Plan): void {
  if (sizeOf(plan) <= MOST) return;
  const words = `要满足这份文件，两个月需要 ${sizeOf(plan)} 条来电和诉求，超过 ${MOST} 条的上限。`;
  throw new Refusal(refuse("tooManyRecords", words, "请核对文件里的数字。"));
}

async function write(
  tx: Database,
  ground: Laid,
  plan: Plan,
  rulebook: Rulebook,
  seed: number,
  now: Instant,
  io: Watch,
) {
  const made = { calls: 0, requests: 0, orders: 0, events: 0 };
  const { platform, zone } = ground.platform;
  const given = await givenOf(tx, ground, rulebook);
  for (const batch of records(plan, { rulebook, zone, seed, given })) {
    // without a pause no signal to stop would ever arrive from the embedded database's process, this one
    await breathe();
    io.signal.throwIfAborted();
    await record(tx, platform, batch, now);
    made.events += batch.events.length;
    for (const event of batch.events) {
      if (event.version > 1) continue;
      if (event.subject === "call") made.calls += 1;
      else if (event.subject === "request") made.requests += 1;
      else if (event.subject === "order") made.orders += 1;
    }
    io.progress("写入记录", made.calls + made.requests, sizeOf(plan));
  }
  return made;
}

/** What the records give otherwise than the file though no conflict names it; a month of nothing has nothing to compare. */
async function unexplained(
  tx: Database,
  { platform }: Laid,
  file: Wanted["file"],
  plan: Plan,
  events: number,
): Promise<Difference[]> {
  if (events === 0) return [];
  const { figures } = await computeMonth(tx, platform, file.period);
  const known = new Set(plan.conflicts.map((conflict) => conflict.dropped));
  return compareFigures(file, toFile(figures)).filter((difference) => !known.has(difference.path));
}

/** 求解的结果, with the rules that it holds under */
export interface Planned {
  plan: Plan;
  rulebook: Rulebook;
}

async function solved(file: Wanted["file"], rulebook: Rulebook, io: Watch): Promise<Planned> {
  io.progress("求解整数", 0, 1);
  const plan = await planAside({ file, rulebook }, io.signal);
  io.progress("求解整数", 1, 1);
  refuseHuge(plan);
  return { plan, rulebook };
}

/** 先求解, where there is no database yet: under the rules that a new one will have, so that a refusal leaves none behind. */
export const planFirst = (file: Wanted["file"], io: Watch): Promise<Planned> =>
  solved(file, releasedRulebook(file.platform), io);

interface Asked {
  target: Target;
  file: Wanted["file"];
  /** planned before, where it was */
  first: Planned | undefined;
}

/** What is there, and the plan under the rules that will hold; nothing is written, and no transaction is open while solving. */
async function planned(db: Database, { target, file, first }: Asked, io: Watch): Promise<Planned> {
  const rulebook = await db.snapshot(async (tx) => rulebookOfGround(tx, await groundOf(tx, target), target.name));
  return first && isDeepStrictEqual(first.rulebook, rulebook) ? first : solved(file, rulebook, io);
}

/** Between planning and writing somebody else may have decided something. */
function refuseOtherRules(now: Rulebook, then: Rulebook): void {
  if (isDeepStrictEqual(now, then)) return;
  throw new Refusal(refuse("rulesChanged", "求解期间规则被别人改动了，没有写入任何内容。", "请再试一次。"));
}

/**
 * 重建一个月: platform, rules and records of a figures file, in one transaction: all of it or nothing. What no records can
 * have is left out and named; at the end the month is computed from the records and compared with the file.
 */
export async function reconstructMonth(
  db: Database,
  wanted: Wanted,
  now: Instant,
  io: Watch,
  first?: Planned,
): Promise<Reconstruction> {
  const { file, seed, zone, replace } = wanted;
  refuseUnknownZone(zone);
  const target = { name: file.platform, month: file.period, replace };
  const { plan, rulebook } = await planned(db, { target, file, first }, io);
  return db.transaction(async (tx) => {
    const found = await groundOf(tx, target);
    const ground = { ...found, platform: await layGround(tx, found, { name: target.name, zone, now }) };
    const { platform } = ground.platform;
    refuseOtherRules(await rulebookOf(tx, platform), rulebook);
    await addRules(tx, ownBook(platform), plan.rules, "reconstructed", now);
    const made = await write(tx, ground, plan, withRules(rulebook, plan), seed, now, io);
    await enterReconstructed(tx, platform, file.period, digestOf(wanted));
    await refreshStatistics(tx);
    const differences = await unexplained(tx, ground, file, plan, made.events);
    io.signal.throwIfAborted();
    const { given } = ground;
    return { platform: ground.platform, month: file.period, given, made, conflicts: plan.conflicts, differences };
  });
}

const digestOf = ({ file, seed }: Wanted) =>
  createHash("sha256")
    .update(JSON.stringify([file, seed]))
    .digest();
