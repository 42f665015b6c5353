/** 工作台: a hotline whose pages are open in a real browser, to whoever signs in. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeEach, expect, onTestFinished } from "vitest";
import type { Role } from "../../src/domain/access/role.ts";
import { previousMonth } from "../../src/domain/calendar/month.ts";
import { httpServer } from "../../src/main/httpServer.ts";
import { reportDesk } from "../../src/main/reportDesk.ts";
import type { Database } from "../../src/store/database.ts";
import { aBrowser, DESK } from "./browser.ts";
import type { Open } from "./databases.ts";
import { type Hotline, openHotline } from "./hotline.ts";
import { Story } from "./matter.ts";
import { memoryIo } from "./memoryIo.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** one for all the tests of a file */
const browse = aBrowser();

export interface Workplaces {
  hotline: Hotline;
  story: Awaited<ReturnType<typeof Story>>;
  url: string;
  /** signed in as somebody of that role, on that page; whatever the browser complains of fails the test */
  enter(role: Role, path: string, options?: BrowserContextOptions & { unit?: string }): Promise<Page>;
  /** signed in as nobody */
  browse: typeof browse;
}

async function openHouse(db: Database): Promise<Workplaces> {
  const hotline = await openHotline(db);
  // a browser keeps no cookie that ran out by its own clock
  hotline.at(Date.now());
  const story = await Story(hotline);
  const desk = await reportDesk(hotline.db, { io: memoryIo({}), debug: false, now: hotline.now });
  const app = await httpServer(desk, { host: "127.0.0.1", proxy: null }, hotline.of);
  onTestFinished(() => app.close());
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const enter: Workplaces["enter"] = async (role, path, { unit, ...options } = {}) => {
    const context = await browse({ viewport: DESK, ...options });
    const answer = await context.request.post(`${url}/api/v1/session/demonstration`, {
      data: unit ? { role, unit } : { role },
      headers: { origin: url },
    });
    expect(answer.status()).toBe(200);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      // what the interface refuses, or a network that a test cuts, is told on the page
      const refused = /status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text());
      if (message.type() === "error" && !refused) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    onTestFinished(() => expect(complaints).toEqual([]));
    await page.goto(url + path);
    return page;
  };
  return { hotline, story, url, enter, browse };
}

/** 每个测试一套工作台: opened anew before each test; call it where the tests of a database begin. */
export function freshHouse(openDatabase: Open): Workplaces {
  const house = {} as Workplaces;
  beforeEach(async () => void Object.assign(house, await openHouse(await openDatabase())));
  return house;
}

/** 上个月, by the clock of the house: a report is frozen of a month that is over */
export const lastMonth = ({ hotline }: Workplaces): string =>
  previousMonth(new Date(hotline.now()).toISOString().slice(0, 7));

/** 上个月的事: done on its tenth; the clock then stands where it stood */
export async function inLastMonth<T>(house: Workplaces, does: () => Promise<T>): Promise<T> {
  const { hotline } = house;
  const now = hotline.now();
  hotline.at(`${lastMonth(house)}-10T10:00:00+08:00`);
  const done = await does();
  hotline.at(now);
  return done;
}

/** so many frames without one that moves: a dialog begins to appear a few frames after it is there */
const RESTING = 10;

interface Animation {
  playState: string;
  effect: { getComputedTiming(): { endTime: number } };
}

/** Whatever fades in has done so: half way the contrast is another. What turns for ever isn't waited for. */
const atRest = (page: Page) =>
  page.evaluate(async (frames) => {
    // biome-ignore lint/suspicious/noExplicitAny: the page's own, of which the tests know no types
    const { document, requestAnimationFrame } = globalThis as any;
    const isMoving = ({ playState, effect }: Animation) =>
      playState === "running" && Number.isFinite(effect.getComputedTiming().endTime);
    for (let still = 0; still < frames; still = document.getAnimations().some(isMoving) ? 0 : still + 1)
      await new Promise(requestAnimationFrame);
  }, RESTING);

/** 无障碍: what breaks WCAG 2.2 AA on the page as it stands, each with where; [] is what it must be. */
export async function barriers(page: Page): Promise<string[]> {
  await atRest(page);
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself there
    const { violations } = await (globalThis as any).axe.run({ runOnly: tags });
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  });
}

/** 坏网络: the first time nothing arrives, the second time it is done and the answer is lost; from then on all goes well. */
export async function faltering(page: Page, address: string): Promise<void> {
  let times = 0;
  await page.route(address, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    times += 1;
    if (times === 2) await route.fetch();
    return times < 3 ? route.abort("internetdisconnected") : route.continue();
  });
}

/** 答复丢了: all that is posted there arrives and is done, and no answer comes back, until it is told to mend. */
export async function deaf(page: Page, address: string): Promise<{ arrived: Promise<void>; mend(): Promise<void> }> {
  let tell = () => {};
  const arrived = new Promise<void>((resolve) => {
    tell = resolve;
  });
  await page.route(address, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    tell();
    return route.abort("internetdisconnected");
  });
  return { arrived, mend: () => page.unroute(address) };
}

/** 送出去, on a network that falters: it says that it tries again; watched for from before it is sent, since it says so for a second. */
export const sendsAgain = (page: Page, press: string): Promise<unknown> =>
  Promise.all([page.getByText("填的都在，正在第 1 次重试").waitFor(), page.keyboard.press(press)]);
