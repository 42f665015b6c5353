/** 来电进展: takes what the exchange has to say of every call under way, and tells the desks. */
import type { OngoingCall } from "../domain/call/ongoing.ts";
import type { Id } from "../domain/ledger/event.ts";
import { followSignals } from "../store/call/follow.ts";
import { lockOngoing, ongoingCalls } from "../store/call/ongoing.ts";
import type { Job, Worker } from "./worker.ts";

const advance = ({ db, platform: { platform }, telephony, now }: Worker, id: Id): Promise<OngoingCall | null> =>
  db.transaction(async (tx) => {
    const kept = await lockOngoing(tx, platform, id);
    if (!kept) return null;
    const at = now();
    const signals = telephony.exchangeOf(kept.script)?.heard(kept.call, at) ?? [];
    if (signals.length === 0) return null;
    const after = await followSignals(tx, platform, kept, signals, at);
    return "refused" in after ? null : after;
  });

export const calls: Job = {
  name: "calls",
  every: 1_000,
  async run(worker, signal) {
    for (const { call } of await ongoingCalls(worker.db, worker.platform.platform)) {
      if (signal.aborted) return;
      const after = await advance(worker, call.id);
      if (after) worker.rings(after);
    }
  },
};
