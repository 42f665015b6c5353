/** 十万行的清单: however far one goes down, the page stays as light as it was, and nothing jerks. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { PHONE } from "../world/browser.ts";
import { oneDatabase } from "../world/databases.ts";
import { longestTask } from "../world/frames.ts";
import { freshHouse } from "../world/workplaces.ts";

/** 一帧至多, in milliseconds of the processor's time: what else the machine does isn't the page's doing */
const FRAME = 100;
const PAGE = 50;
const LAST = 1_000;
/** what is looked at, its neighbours, the spacers, the row of the keys and its neighbours */
const MOST_DRAWN = 6 * PAGE + LAST / PAGE + 1;

const LONG = "云岭市人民政府住房和城乡建设局物业管理与房屋安全监督服务中心东河分中心三号楼电梯停运三天，";

interface Rows {
  rows: Record<string, unknown>[];
}

/** The answer of the interface for one row, made into a hundred thousand: the same row under other names. */
async function withHundredThousand(page: Page, path: string): Promise<void> {
  await page.route(`**/api/v1${path}?*`, async (route) => {
    const asked = new URL(route.request().url());
    // how much there is of it is asked by one row
    if (asked.searchParams.get("limit") !== String(PAGE)) return route.continue();
    const from = Number(asked.searchParams.get("cursor")?.slice(1) ?? 0);
    asked.searchParams.delete("cursor");
    const answer = await route.fetch({ url: asked.href });
    const { rows }: Rows = await answer.json();
    const row = rows[0]!;
    const many = Array.from({ length: PAGE }, (_, at) => ({
      ...{ ...row, id: at + from === 0 ? row.id : `${row.id}-${from + at}` },
      ...{ title: `第 ${from + at} 行，${LONG}`, text: `第 ${from + at} 行，${LONG}` },
    }));
    await route.fulfill({ response: answer, json: { rows: many, next: `n${from + PAGE}`, total: "100000" } });
  });
}

const drawn = (page: Page) => page.locator(".list tr").count();
const tops = (page: Page): Promise<number[]> =>
  page.locator(".list th").evaluateAll((heads) => heads.map((head) => Math.round(head.getBoundingClientRect().left)));

/** turns the wheel over the list until the end of what it gives is on the page */
async function toTheEnd(page: Page): Promise<number> {
  await page.locator(".list").hover({ position: { x: 60, y: 120 } });
  let most = 0;
  for (let turns = 0; turns < 500; turns += 1) {
    await page.mouse.wheel(0, 3_000);
    most = Math.max(most, await drawn(page));
    if (await page.getByText("只列前 1,000 件，请用筛选缩小范围。").isVisible()) return most;
  }
  throw new Error("the list has no end");
}

oneDatabase((openDatabase) => {
  const house = freshHouse(openDatabase);

  const lists = [
    { role: "liaison", path: "/desk/unit", asks: "/orders", options: { unit: "housing" } },
    { role: "liaison", path: "/desk/unit", asks: "/orders", options: { unit: "housing", viewport: PHONE } },
    { role: "dispatcher", path: "/desk/dispatch", asks: "/requests", options: {} },
  ] as const;

  for (const { role, path, asks, options } of lists)
    it(`${path}${"viewport" in options ? "，手机上" : ""}：一直往下看，画出来的行数有限，没有一帧超过 100 毫秒；回头看，行还在原处`, async () => {
      await house.story.dispatched("housing");
      await house.story.accepted();
      const page = await house.enter(role, "/desk/knowledge", options);
      await withHundredThousand(page, asks);
      await page.goto(house.url + path);
      await page.getByText("第 49 行").waitFor({ state: "attached" });
      const before = await tops(page);
      let most = 0;
      const longest = await longestTask(page, async () => {
        most = await toTheEnd(page);
      });
      expect(most).toBeGreaterThan(PAGE);
      expect(most).toBeLessThanOrEqual(MOST_DRAWN);
      expect(longest).toBeGreaterThan(0);
      expect(longest).toBeLessThan(FRAME);
      expect(await tops(page)).toEqual(before);
      await page.getByText("第 999 行").waitFor();
      expect(await page.getByText("第 500 行").count()).toBe(0);
      await page.keyboard.press("j");
      await page.locator('[aria-current="true"]').getByText("第 1 行").waitFor();
    });
}, books);
