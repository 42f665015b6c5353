/** 日常整理: words that bulk loads left unsearchable, and what needn't be remembered any longer. */
import { forgetExpired } from "../store/access/forget.ts";
import { forgetKeysBefore } from "../store/access/idempotency.ts";
import { claimLeftovers, leftoverGone } from "../store/attachment/leftover.ts";
import { fillNext } from "../store/search/fill.ts";
import { breathe } from "./breathe.ts";
import type { Job, Worker } from "./worker.ts";

const DAY = 86_400_000;
const PAGE = 2000;

/** 补登全文 of requests that were loaded in bulk. */
export const searchable: Job = {
  name: "searchable",
  every: 10_000,
  async run({ db, platform }, signal) {
    while (!signal.aborted && (await fillNext(db, platform.platform, PAGE))) await breathe();
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

/** few at a time: whoever stops the server waits for no more */
const FILES = 100;

async function removeLeftovers({ db, platform: { platform }, now, attachments }: Worker, signal: AbortSignal) {
  for (let digests = [""]; digests.length > 0 && !signal.aborted; ) {
    digests = await claimLeftovers(db, platform, now(), FILES);
    for (const digest of digests) {
      await attachments.place.remove(digest);
      await leftoverGone(db, platform, digest);
    }
  }
}

/** 期满遗忘: what people told, when its time is over; the bytes of files that nothing names any more go an hour later. */
export const retention: Job = {
  name: "retention",
  every: 3_600_000,
  async run(worker, signal) {
    const { db, platform, rules, now } = worker;
    await forgetExpired(db, platform.platform, await rules(), now());
    await removeLeftovers(worker, signal);
  },
};
