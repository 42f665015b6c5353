/** 到时巡查: does with every work order what the clock asks: 视同签收, 催办, 督办颜色, 短信回访, 未评价, 归档. */
import type { Instant } from "../domain/calendar/civil.ts";
import type { Id } from "../domain/ledger/event.ts";
import { clockEvents } from "../domain/order/clockEvents.ts";
import { firstDueAfter } from "../domain/order/nextDue.ts";
import type { OrderState } from "../domain/order/order.ts";
import type { Rules } from "../domain/order/rules.ts";
import { Refusal } from "../domain/refusal.ts";
import { claimOrders, dueClocks, openHistory, postponeClocks, restHistory, setClocks } from "../store/clock/clock.ts";
import type { Database } from "../store/database.ts";
import { sentFollowUps } from "../store/notice/sentFollowUps.ts";
import { lookAgainAt, tell } from "../store/notice/tell.ts";
import { record } from "../store/record.ts";
import { subjects } from "../store/subject.ts";
import { breathe } from "./breathe.ts";
import type { Job, Worker } from "./worker.ts";

/** due ones looked for at once */
const BATCH = 100;
/** decided and recorded in one transaction */
const TOGETHER = 20;
/** so often one is looked at that somebody else seems to have changed */
const LOOKS = 2;
const HOUR = 3_600_000;

async function actOn(tx: Database, worker: Worker, orders: readonly OrderState[], now: Instant, rules: Rules) {
  const { platform } = worker.platform;
  const sent = await sentFollowUps(tx, platform, orders);
  const standing = (id: Id) => ({ gateway: worker.gateway !== null, sent: sent.has(id) });
  const acts = orders.map((order) => ({ order, events: clockEvents(order, now, rules, standing(order.id)) }));
  const events = acts.flatMap((act) => act.events);
  if (events.length > 0) {
    const changed = acts.flatMap((act) => (act.events.length > 0 ? [act.order] : []));
    const written = await record(tx, platform, { events, texts: [], contacts: [] }, now, changed);
    await tell(tx, events, written, { platform, rules, at: now, newId: worker.newId });
  }
  // what is due but refused (a clock set back for instance) or left to people is looked at again later
  const again = (next: Instant | null) => (next === now ? now + HOUR : next);
  const still = acts.flatMap((act) => (act.events.length > 0 ? [] : [act.order]));
  const clocks = still.map((order) => ({ order: order.id, nextAt: again(lookAgainAt(order, now, rules)) }));
  await setClocks(tx, platform, clocks);
}

/** 巡查几件, all or none. False: all were nobody's turn, or another's. */
const sweepOrders = (worker: Worker, ids: readonly Id[], now: Instant): Promise<boolean> =>
  worker.db.decision(async (tx) => {
    const { platform } = worker.platform;
    const claimed = await claimOrders(tx, platform, ids, now);
    if (claimed.length === 0) return false;
    const orders = (await subjects.order.load(tx, platform, claimed, "read")) as OrderState[];
    await actOn(tx, worker, orders, now, await worker.rules(tx));
    return true;
  });

const wasChanged = (error: unknown) => error instanceof Refusal && error.refused.refused === "versionConflict";

/**
 * Where several fail, each is tried by itself; one that fails alone is looked at again in an hour. Whoever was quicker has set its
 * clock, and at the second look it is no longer due; what isn't as its chain says is met as changed every time.
 */
async function sweepSafely(worker: Worker, ids: readonly Id[], now: Instant, looks = 1): Promise<boolean> {
  try {
    return await sweepOrders(worker, ids, now);
  } catch (error) {
    if (ids.length > 1) {
      for (const id of ids) await sweepSafely(worker, [id], now);
      return true;
    }
    if (wasChanged(error) && looks < LOOKS) return sweepSafely(worker, ids, now, looks + 1);
    worker.failed("sweep", error);
    await postponeClocks(worker.db, worker.platform.platform, ids, now, now + HOUR);
    return true;
  }
}

/** 未了的往事: the clock of a reconstructed order goes on with what falls due since the platform is here. False: none is left. */
const resumeHistory = ({ db, platform: { platform }, rules }: Worker, now: Instant): Promise<boolean> =>
  db.decision(async (tx) => {
    const since = new Map((await openHistory(tx, platform, now, BATCH)).map((row) => [row.order, row.since]));
    if (since.size === 0) return false;
    const orders = (await subjects.order.load(tx, platform, [...since.keys()], "read")) as OrderState[];
    const inForce = await rules(tx);
    const clocks = orders.map((order) => ({
      order: order.id,
      nextAt: firstDueAfter(order, since.get(order.id)!, inForce),
    }));
    await setClocks(tx, platform, clocks);
    return true;
  });

export const sweep: Job = {
  name: "sweep",
  every: 5_000,
  async run(worker, signal) {
    const { db, platform } = worker;
    const now = worker.now();
    await restHistory(db, platform.platform, now);
    while (!signal.aborted && (await resumeHistory(worker, now))) await breathe();
    for (let done = true; done && !signal.aborted; ) {
      done = false;
      const ids = await dueClocks(db, platform.platform, now, BATCH);
      for (let from = 0; from < ids.length; from += TOGETHER) {
        if (signal.aborted) return;
        done = (await sweepSafely(worker, ids.slice(from, from + TOGETHER), now)) || done;
        await breathe();
      }
    }
  },
};
