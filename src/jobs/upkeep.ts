/** 日常整理: words that bulk loads left unsearchable, and what needn't be remembered any longer. */
import { forgetKeysBefore } from "../store/access/idempotency.ts";
import { fillRequestText } from "../store/search/requestText.ts";
import type { Job } from "./worker.ts";

const DAY = 86_400_000;
const PAGE = 500;

/** 补写全文 of requests that were loaded in bulk. */
export const searchable: Job = {
  name: "searchable",
  every: 60_000,
  async run({ db, platform: { platform } }, signal) {
    while (!signal.aborted && (await fillRequestText(db, platform, PAGE)) > 0);
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
