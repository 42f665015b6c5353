/** 日常整理: words that bulk loads left unsearchable, and what needn't be remembered any longer. */
import { forgetExpired } from "../store/access/forget.ts";
import { forgetKeysBefore } from "../store/access/idempotency.ts";
import { fillNext } from "../store/search/fill.ts";
import { breathe } from "./breathe.ts";
import type { Job } from "./worker.ts";

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

/** 期满遗忘: what people told, when its time is over; the bytes of files that nothing names any more go last. */
export const retention: Job = {
  name: "retention",
  every: 3_600_000,
  async run({ db, platform, rules, now, attachments }) {
    const forgotten = await forgetExpired(db, platform.platform, await rules(), now());
    for (const digest of forgotten.attachments) await attachments.place.remove(digest);
  },
};
