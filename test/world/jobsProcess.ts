/**
 * A process of its own that runs jobs over a database, to be killed. It says "turn" whenever a job makes an id, and "handed" when
 * the gateway has taken a message; told to `hang`, it never comes back from the gateway; told to stand, it stops where it is in
 * that turn. Arguments: a JSON object.
 */
import { writeSync } from "node:fs";
import { messages } from "../../src/jobs/messages.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import type { Worker } from "../../src/jobs/worker.ts";
import { openDesk } from "../../src/main/desk.ts";
import { simulatedGateway } from "../../src/sms/simulator.ts";
import { overEmbedded, startEmbedded } from "../../src/store/connection/embedded.ts";
import { keepSimulated } from "../../src/store/notice/simulated.ts";
import { openPostgres } from "../../src/store/open.ts";
import { platforms } from "../../src/store/platform.ts";
import { testKeys } from "./keys.ts";

export interface Orders {
  /** a folder or a URL */
  database: string;
  now: number;
  hang: boolean;
  /** in this turn it does nothing more, until it is killed; null: it goes on */
  stands: number | null;
}

const say = (line: string) => writeSync(1, `${line}\n`);

const { database, now, hang, stands } = JSON.parse(process.argv[2]!) as Orders;
const db = database.startsWith("postgresql:")
  ? await openPostgres(database, testKeys)
  : overEmbedded(await startEmbedded(database), testKeys);
const [platform] = await platforms(db);
const nowhere = { put: async () => {}, get: async () => null, remove: async () => {} };
const desk = await openDesk(db, platform!, { place: nowhere, folder: "/nonexistent" }, () => now);
const gateway = simulatedGateway(async (sms, at) => {
  await keepSimulated(db, platform!.platform, sms, at);
  say("handed");
  if (hang) await new Promise(() => setInterval(() => {}, 60_000));
});
let turns = 0;
const worker: Worker = {
  ...desk,
  newId: () => {
    say("turn");
    turns += 1;
    if (turns === stands) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    return desk.newId();
  },
  gateway,
  address: "https://yunling.example",
  rings: () => {},
  tells: () => {},
  failed: (_, error) => say(`failed ${error}`),
};
for (const job of [sweep, messages]) await job.run(worker, new AbortController().signal);
await db.close();
say("done");
process.exit(0);
