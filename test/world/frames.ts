/** 一帧多长: what the page's own thread did without a pause, from the browser's own record. */
import type { Page } from "playwright-core";

interface Traced {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** microseconds of the processor's time, however many others wanted it meanwhile */
  tdur?: number;
  args: { name?: string };
}

/** 最长的一段, in milliseconds of processor time, of what the page did while `does` ran. */
export async function longestTask(page: Page, does: () => Promise<void>): Promise<number> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
  await does();
  const { traceEvents }: { traceEvents: Traced[] } = JSON.parse(String(await browser.stopTracing()));
  const threads = traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const ofPage = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ pid, tid, ph }) => ph === "X" && ofPage.has(`${pid} ${tid}`));
  return Math.max(0, ...tasks.map(({ tdur }) => (tdur ?? 0) / 1_000));
}
