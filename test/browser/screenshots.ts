/**
 * `node test/browser/screenshots.ts [地址] [文件夹]`: every workplace of a running demonstration as pictures, wide and narrow, light
 * and dark, to be looked at one by one. Goes to the first queue that isn't empty and opens the first row of its list.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page, type Request } from "playwright-core";
import { signedIn, type Workplace, workplaces } from "../world/demonstration.ts";

const [base = "http://127.0.0.1:12345", folder = "out/screens"] = process.argv.slice(2);
/** whoever works where opens these beside it */
const beside: Workplace[] = [
  { path: "/notices", name: "通知", roles: ["liaison"] },
  { path: "/mine", name: "我的设置", roles: ["liaison"] },
];

const sizes = {
  "1280": { viewport: { width: 1280, height: 900 } },
  "1440": { viewport: { width: 1440, height: 900 } },
  "1440-dark": { viewport: { width: 1440, height: 900 }, colorScheme: "dark" as const },
  "390": { viewport: { width: 390, height: 844 } },
};

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });

/** what a page has asked the interface and not been told yet; the stream of what others do never ends */
function awaited(page: Page): () => number {
  const open = new Set<Request>();
  page.on("request", (one) => void (/\/api\/v1\/(?!live)/.test(one.url()) && open.add(one)));
  for (const end of ["requestfinished", "requestfailed"] as const)
    page.on(end as "requestfinished", (one) => void open.delete(one));
  return () => open.size;
}

/** nothing is still on its way: lists, counts of queues, pictures */
async function settled(page: Page, left: () => number): Promise<void> {
  do await page.evaluate("new Promise(requestAnimationFrame)");
  while (left() > 0);
  await page.locator("[aria-busy=true], .bones").first().waitFor({ state: "detached", timeout: 30_000 });
  // biome-ignore lint/suspicious/noExplicitAny: the page's own, of which the tests know no types
  await page.locator("img").evaluateAll((all) => Promise.all(all.map((one: any) => one.decode())));
}

async function shown(page: Page, left: () => number): Promise<void> {
  await page.locator("main#main").waitFor();
  await settled(page, left);
  const row = page.locator(".list tbody tr").first();
  const full = page.locator("main nav li button").filter({ hasText: /[1-9]/ }).first();
  if (!(await row.isVisible()) && (await full.isVisible())) await full.click();
  await settled(page, left);
  if (await row.isVisible()) await row.click();
  await settled(page, left);
}

mkdirSync(folder, { recursive: true });
for (const place of [...workplaces, ...beside])
  for (const [size, options] of Object.entries(sizes)) {
    const context = await signedIn(browser, base, place, options);
    const page = await context.newPage();
    const left = awaited(page);
    await page.goto(`${base}/desk${place.path}`);
    await shown(page, left);
    const file = join(folder, `${place.path.slice(1).replaceAll("/", "-")}-${size}.png`);
    await page.screenshot({ path: file });
    process.stdout.write(`${file}\n`);
    await context.close();
  }
await browser.close();
