/** 后台: the jobs of an open hotline, run when the test says so; a telephone network that keeps what it was given. */
import { assumed } from "../../rulebook/row.ts";
import { announceNotice } from "../../src/api/notice/announce.ts";
import { announceCall } from "../../src/api/simulator/ring.ts";
import type { Sms, SmsGateway } from "../../src/domain/notice/sms.ts";
import type { Job, Worker } from "../../src/jobs/worker.ts";
import { simulatedGateway } from "../../src/sms/simulator.ts";
import { keepSimulated, simulatedMessages } from "../../src/store/notice/simulated.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { migratedAt } from "./databases.ts";
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
    tells: (notice) => announceNotice(platform, notice),
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

const bySms = assumed(
  "followUpMode",
  "mode",
  { channel: "sms", attempts: 1, windowHours: 48, reason: "来电量大" },
  "测试用虚构城市",
);

/** 短信回访: from here on the mode in force, one attempt, two days to answer. */
export const followUpBySms = ({ db, platform }: Hotline): Promise<unknown> =>
  addRules(db, ownBook(platform.platform), [bySms], "operator", migratedAt);
