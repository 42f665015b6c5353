import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { Refusal, type Refused } from "../../domain/refusal.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import type { Plan } from "../../reconstruct/plan/plan.ts";

/** 求解的题目 */
export interface Problem {
  file: FiguresFile;
  rulebook: Rulebook;
}
export type Planned = { plan: Plan } | Refused;

/** What the thread answers before it ends. */
async function askThread(problem: Problem, signal: AbortSignal): Promise<Planned> {
  const worker = new Worker(new URL("./planWorker.ts", import.meta.url), { workerData: problem });
  try {
    return (await once(worker, "message", { signal }))[0];
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    await worker.terminate();
  }
}

/**
 * 另起线程求解: the plan of a month, made beside this thread, which goes on answering others meanwhile; solving never
 * pauses by itself, so an abort ends the thread. Throws the signal's reason then.
 */
export async function planAside(problem: Problem, signal: AbortSignal): Promise<Plan> {
  signal.throwIfAborted();
  const planned = await askThread(problem, signal);
  if ("refused" in planned) throw new Refusal(planned);
  return planned.plan;
}
