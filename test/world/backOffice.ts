/** 后台: the jobs of an open hotline, run when the test says so; a telephone network that keeps what it was given. */
import { announceCall } from "../../src/api/simulator/ring.ts";
import type { Sms, SmsGateway } from "../../src/domain/notice/sms.ts";
import type { Job, Worker } from "../../src/jobs/worker.ts";
import { simulatedGateway } from "../../src/sms/simulator.ts";
import { keepSimulated, simulatedMessages } from "../../src/store/notice/simulated.ts";
import type { Hotline } from "./hotline.ts";

export interface BackOffice {
  worker: Worker;
  /** what jobs couldn't do: nothing, unless a test says so */
  failures: unknown[];
  /** each to its end, one after another */
  run(...jobs: Job[]): Promise<void>;
  /** what citizens' phones show, the first first */
  received(): Promise<Sms[]>;
}

export function backOffice({ db, of: { desk } }: Hotline, gateway?: SmsGateway): BackOffice {
  const failures: unknown[] = [];
  const { platform } = desk;
  const simulated = simulatedGateway((sms, at) => keepSimulated(db, platform.platform, sms, at));
  const worker: Worker = {
    ...desk,
    gateway: gateway ?? simulated,
    address: "https://yunling.example",
    rings: (call) => announceCall(platform, call),
    failed: (_, error) => failures.push(error),
  };
  return {
    worker,
    failures,
    async run(...jobs) {
      for (const job of jobs) await job.run(worker, new AbortController().signal);
    },
    received: async () => (await simulatedMessages(db, platform.platform, null, 100)).reverse(),
  };
}
