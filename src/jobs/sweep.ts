/** 到时巡查: does with every work order what the clock asks: 视同签收, 催办, 督办颜色, 短信回访, 未评价, 归档. */
import type { Instant } from "../domain/calendar/civil.ts";
import type { Id } from "../domain/ledger/event.ts";
import { clockEvents } from "../domain/order/clockEvents.ts";
import type { OrderState } from "../domain/order/order.ts";
import type { Rules } from "../domain/order/rules.ts";
import { Refusal } from "../domain/refusal.ts";
import { claimOrder, dueClocks, restHistory, setClocks } from "../store/clock/clock.ts";
import type { Database } from "../store/database.ts";
import { lookAgainAt, tell } from "../store/notice/tell.ts";
import { record } from "../store/record.ts";
import { subjects } from "../store/subject.ts";
import { breathe } from "./breathe.ts";
import type { Job, Worker } from "./worker.ts";

const BATCH = 100;
const HOUR = 3_600_000;

async function actOn(tx: Database, worker: Worker, order: OrderState, now: Instant, rules: Rules): Promise<void> {
  const { platform } = worker.platform;
  const events = clockEvents(order, now, rules);
  if (events.length > 0) {
    const written = await record(tx, platform, { events, texts: [], contacts: [] }, now, [order]);
    await tell(tx, events, written, { platform, rules, at: now, newId: worker.newId });
    return;
  }
  const next = lookAgainAt(order, now, rules);
  // what is due but refused, a clock set back for instance, is tried again later
  await setClocks(tx, platform, [{ order: order.id, nextAt: next === now ? now + HOUR : next }]);
}

/** 巡查一件, whole or not at all. False: it was nobody's turn, or another's. */
const sweepOrder = (worker: Worker, id: Id, now: Instant): Promise<boolean> =>
  worker.db.decision(async (tx) => {
    const { platform } = worker.platform;
    if (!(await claimOrder(tx, platform, id, now))) return false;
    const [order] = (await subjects.order.load(tx, platform, [id], "read")) as OrderState[];
    await actOn(tx, worker, order!, now, await worker.rules(tx));
    return true;
  });

const wasChanged = (error: unknown) => error instanceof Refusal && error.refused.refused === "versionConflict";

/** One order that fails doesn't hold up the others; it is looked at again in an hour. */
async function sweepSafely(worker: Worker, id: Id, now: Instant): Promise<boolean> {
  try {
    return await sweepOrder(worker, id, now);
  } catch (error) {
    // whoever was quicker has set its clock
    if (wasChanged(error)) return true;
    worker.failed("sweep", error);
    await setClocks(worker.db, worker.platform.platform, [{ order: id, nextAt: now + HOUR }]);
    return true;
  }
}

export const sweep: Job = {
  name: "sweep",
  every: 5_000,
  async run(worker, signal) {
    const { db, platform } = worker;
    const now = worker.now();
    await restHistory(db, platform.platform, now);
    for (let done = true; done && !signal.aborted; ) {
      done = false;
      for (const id of await dueClocks(db, platform.platform, now, BATCH)) {
        if (signal.aborted) return;
        done = (await sweepSafely(worker, id, now)) || done;
        await breathe();
      }
    }
  },
};
