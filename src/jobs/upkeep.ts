/** 日常整理: words that bulk loads left unsearchable, and what needn't be remembered any longer. */
import { forgetExpired } from "../store/access/forget.ts";
import { forgetKeysBefore } from "../store/access/idempotency.ts";
import type { Place } from "../store/live/changes.ts";
import { fillAfter } from "../store/search/fill.ts";
import { breathe } from "./breathe.ts";
import type { Job, Worker } from "./worker.ts";

const DAY = 86_400_000;
const PAGE = 2000;
const START: Place = { xact: "0", position: 0 };

/** Up to where each worker has looked; a new one looks through the ledger once. */
const looked = new WeakMap<Worker, Place>();

/** 补登全文 of requests that were loaded in bulk. */
export const searchable: Job = {
  name: "searchable",
  every: 10_000,
  async run(worker, signal) {
    for (let place: Place | null = looked.get(worker) ?? START; place && !signal.aborted; await breathe()) {
      looked.set(worker, place);
      place = await fillAfter(worker.db, worker.platform.platform, place, PAGE);
    }
  },
};

/** 清除一日前的重复请求记录 */
export const keys: Job = {
  name: "keys",
  every: 3_600_000,
  async run({ db, now }) {
    await forgetKeysBefore(db, now() - DAY);
  },
};

/** 期满遗忘: what people told, when its time is over; the bytes of files that nothing names any more go last. */
export const retention: Job = {
  name: "retention",
  every: 3_600_000,
  async run(worker) {
    const { db, platform, rules, now, attachments } = worker;
    const forgotten = await forgetExpired(db, platform.platform, await rules(), now());
    for (const digest of forgotten.attachments) await attachments.place.remove(digest);
    // words without their names are made searchable again
    if (forgotten.contacts > 0) looked.delete(worker);
  },
};
