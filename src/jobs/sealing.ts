/** 封印: seals what was committed, so that the ledger's end is never more than a second behind. */
import { sealEvents, sealedPosition } from "../store/ledger/sealing.ts";
import { presentPlace } from "../store/live/changes.ts";
import { platforms } from "../store/platform.ts";
import { breathe } from "./breathe.ts";
import type { Job, Worker } from "./worker.ts";

/** so few at a time that a desk hardly waits */
const BATCH = 500;

/** Up to which event the ledgers are sealed: as long as they end there nothing is written. */
const sealedTo = new WeakMap<Worker, Map<string, number>>();

async function sealAll({ db, now }: Worker, platform: string, signal: AbortSignal): Promise<void> {
  for (let sealed = BATCH; sealed === BATCH && !signal.aborted; await breathe())
    sealed = await sealEvents(db, platform, now(), BATCH);
}

export const sealing: Job = {
  name: "sealing",
  every: 500,
  async run(worker, signal) {
    const ends = sealedTo.get(worker) ?? new Map<string, number>();
    sealedTo.set(worker, ends);
    for (const { platform } of await platforms(worker.db)) {
      const { position } = await presentPlace(worker.db, platform);
      if (ends.get(platform) === position) continue;
      await sealAll(worker, platform, signal);
      // not where it was to end: a row that somebody held may have kept it from getting there
      ends.set(platform, await sealedPosition(worker.db, platform));
    }
  },
};
