/** 后台运行: every job in a loop of its own, until it is told to stop. */
import { schedule } from "./schedule.ts";
import type { Job, Worker } from "./worker.ts";

const LONGEST = 300_000;

/** 下次运行 after so many failures in a row: twice as late each time, five minutes at most. */
const pauseAfter = ({ every }: Job, failures: number): number =>
  failures === 0 ? every : Math.min(Math.max(every, 1000) * 2 ** failures, Math.max(every, LONGEST));

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
  });

async function keepRunning(job: Job, worker: Worker, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      await job.run(worker, signal);
      failures = 0;
    } catch (error) {
      failures += 1;
      if (!signal.aborted) worker.failed(job.name, error);
    }
    if (!signal.aborted) await pause(pauseAfter(job, failures), signal);
  }
}

/** 开始后台工作. `stop` resolves when the last of them has ended; what was half done was rolled back or goes on at the next start. */
export function startJobs(worker: Worker, jobs: readonly Job[] = schedule): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = jobs.map((job) => keepRunning(job, worker, stopping.signal));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
