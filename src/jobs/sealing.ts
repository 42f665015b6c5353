/** 封印: seals what was committed, so that the ledger's end is never more than a second behind. */
import { sealEvents } from "../store/ledger/sealing.ts";
import { platforms } from "../store/platform.ts";
import { breathe } from "./breathe.ts";
import type { Job } from "./worker.ts";

/** so few at a time that a desk hardly waits */
const BATCH = 500;

export const sealing: Job = {
  name: "sealing",
  every: 500,
  async run({ db, now }, signal) {
    for (const { platform } of await platforms(db))
      for (let sealed = BATCH; sealed === BATCH && !signal.aborted; await breathe())
        sealed = await sealEvents(db, platform, now(), BATCH);
  },
};
