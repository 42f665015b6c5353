/** 运行中的演示, looked at from outside by scripts: its workplaces, and somebody who has signed in. */
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import type { Role } from "../../src/domain/access/role.ts";

export interface Workplace {
  path: string;
  name: string;
  roles: Role[];
}

/** as the page has it; what it loads is for browsers, so the compiler of the tests must not follow it */
const table = new URL("../../src/web/shell/workplaces.ts", import.meta.url).href;
export const { workplaces }: { workplaces: Workplace[] } = await import(table);

async function unitToShow(base: string): Promise<string | undefined> {
  const answer = await fetch(`${base}/api/v1/session/demonstration`);
  const known = (await answer.json()) as { units: { code: string }[] } | null;
  return known?.units[0]?.code;
}

/** 登录 as whom a workplace belongs to, in a browser's profile of his own. */
export async function signedIn(
  browser: Browser,
  base: string,
  { roles }: Workplace,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "zh-CN", ...options });
  const [role] = roles;
  const data = role === "liaison" ? { role, unit: await unitToShow(base) } : { role };
  await context.request.post(`${base}/api/v1/session/demonstration`, { data, headers: { origin: base } });
  return context;
}
