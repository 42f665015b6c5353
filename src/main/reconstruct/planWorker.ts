/** 求解线程: plans one month for whoever started it, and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "../../domain/refusal.ts";
import { planMonth } from "../../reconstruct/plan/planMonth.ts";
import { loadSolver } from "../../solver/highs.ts";
import type { Planned, Problem } from "./planAside.ts";

async function answer({ file, rulebook }: Problem): Promise<Planned> {
  const solver = await loadSolver();
  try {
    return { plan: planMonth(file, rulebook, solver) };
  } catch (error) {
    // an error loses its kind between threads
    if (error instanceof Refusal) return error.refused;
    throw error;
  }
}

parentPort?.postMessage(await answer(workerData as Problem));
