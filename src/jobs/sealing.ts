/** 封印: seals what was committed, so that the ledger's end is never more than a second behind. */
import { sealPending } from "../store/ledger/sealing.ts";
import type { Job } from "./worker.ts";

export const sealing: Job = {
  name: "sealing",
  every: 500,
  async run({ db, now }) {
    await sealPending(db, now());
  },
};
