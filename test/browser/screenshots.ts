/**
 * `node test/browser/screenshots.ts [地址] [文件夹]`: every workplace of a running demonstration as pictures, wide and narrow, light
 * and dark, to be looked at one by one. Opens the first row of a list where there is one.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import type { Role } from "../../src/domain/access/role.ts";

const [base = "http://127.0.0.1:12345", folder = "out/screens"] = process.argv.slice(2);
const table = new URL("../../src/web/shell/workplaces.ts", import.meta.url).href;
const { workplaces }: { workplaces: { path: string; name: string; roles: Role[] }[] } = await import(table);

const sizes = {
  "1280": { viewport: { width: 1280, height: 900 } },
  "1440": { viewport: { width: 1440, height: 900 } },
  "1440-dark": { viewport: { width: 1440, height: 900 }, colorScheme: "dark" as const },
  "390": { viewport: { width: 390, height: 844 } },
};

const headers = { origin: base };
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });

async function settled(page: Page): Promise<void> {
  await page.locator("main#main").waitFor();
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached", timeout: 15_000 });
  const row = page.locator(".list tbody tr").first();
  if (await row.isVisible()) await row.click();
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached", timeout: 15_000 });
}

async function unitToShow(): Promise<string | undefined> {
  const answer = await fetch(`${base}/api/v1/session/demonstration`);
  const known = (await answer.json()) as { units: { code: string }[] } | null;
  return known?.units[0]?.code;
}

mkdirSync(folder, { recursive: true });
const unit = await unitToShow();
for (const { path, roles } of workplaces)
  for (const [size, options] of Object.entries(sizes)) {
    const context = await browser.newContext({ locale: "zh-CN", ...options });
    const data = roles[0] === "liaison" ? { role: roles[0], unit } : { role: roles[0] };
    await context.request.post(`${base}/api/v1/session/demonstration`, { data, headers });
    const page = await context.newPage();
    await page.goto(`${base}/desk${path}`);
    await settled(page);
    const file = join(folder, `${path.slice(1).replaceAll("/", "-")}-${size}.png`);
    await page.screenshot({ path: file });
    process.stdout.write(`${file}\n`);
    await context.close();
  }
await browser.close();
