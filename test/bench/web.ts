/**
 * `npm run bench:web -- [地址]`: the first view of every workplace of a running demonstration, on a machine four times slower: what
 * comes over the wire, gzipped, and how long until its list can be used. Nothing of it is in the browser's cache. A median of three.
 */
import { loadavg } from "node:os";
import { type Browser, chromium, type Page } from "playwright-core";
import { DESK } from "../world/browser.ts";
import { signedIn, type Workplace, workplaces } from "../world/demonstration.ts";
import { median } from "./table.ts";

const [base = "http://127.0.0.1:12345"] = process.argv.slice(2);
const SLOWER = 4;
const ROUNDS = 3;
const LIMIT = { kB: 420, seconds: 2 };

/** Notes when the workplace stands there without bones and the page has nothing more to do at once. */
const NOTE = `
  new MutationObserver((_, watch) => {
    if (!document.querySelector("main#main > *") || document.querySelector("main [aria-busy=true], main .bones")) return;
    watch.disconnect();
    requestIdleCallback(() => usable(performance.now()));
  }).observe(document, { childList: true, subtree: true, attributes: true });
`;

interface View {
  kB: number;
  seconds: number;
  /** processor time of the page's own thread, slowed: what else runs on the machine hardly touches it */
  worked: number;
}

async function viewed(page: Page, path: string): Promise<View> {
  const asked = await page.context().newCDPSession(page);
  await asked.send("Performance.enable", { timeDomain: "threadTicks" });
  await asked.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  let bytes = 0;
  page.on("response", (response) => {
    const { "content-type": type = "", "content-length": length = "0" } = response.headers();
    if (/javascript|css|html|svg/.test(type)) bytes += Number(length);
  });
  await page.addInitScript(NOTE);
  const usable = new Promise<number>((told) => page.exposeFunction("usable", told));
  await page.goto(`${base}/desk${path}`);
  const seconds = (await usable) / 1_000;
  const { metrics } = await asked.send("Performance.getMetrics");
  const task = metrics.find(({ name }) => name === "TaskDuration")!.value;
  return { kB: bytes / 1_000, seconds, worked: task };
}

async function measured(browser: Browser, place: Workplace): Promise<View> {
  const views: View[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await signedIn(browser, base, place, { viewport: DESK });
    views.push(await viewed(await context.newPage(), place.path));
    await context.close();
  }
  const middle = (of: keyof View) => median(views.map((view) => view[of]));
  return { kB: middle("kB"), seconds: middle("seconds"), worked: middle("worked") };
}

const out = (cells: (string | number)[]) => void process.stdout.write(`| ${cells.join(" | ")} |\n`);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
process.stdout.write(`负载 ${loadavg()[0]!.toFixed(1)}；CPU 放慢 ${SLOWER} 倍，${ROUNDS} 次的中位数\n\n`);
out(["工作台", `压缩后（≤ ${LIMIT.kB} kB）`, `可用（≤ ${LIMIT.seconds} s）`, "其中页面自己的处理器时间"]);
out(["---", "---", "---", "---"]);
for (const place of workplaces) {
  const { kB, seconds, worked } = await measured(browser, place);
  out([place.name, `${kB.toFixed(0)} kB`, `${seconds.toFixed(2)} s`, `${worked.toFixed(2)} s`]);
}
process.stdout.write(`\n结束时负载 ${loadavg()[0]!.toFixed(1)}\n`);
await browser.close();
