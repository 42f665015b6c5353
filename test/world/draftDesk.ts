/** 底稿台: the draft of the month that is over, open in the browsers of those who may see it. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { matter } from "./matter.ts";
import { inLastMonth, lastMonth, type Workplaces } from "./workplaces.ts";

export const draftDesk = (house: Workplaces) => {
  const month = () => lastMonth(house);
  return {
    month,
    /** 那个月来过一件事 */
    told: (of = matter) => inLastMonth(house, () => house.story.accepted(of)),
    open: (role: "office" | "analyst" | "leader", options: BrowserContextOptions = {}) =>
      house.enter(role, `/desk/reports?draft=${month()}`, options),
  };
};

/** 开始改总体情况的第一段 */
export async function begin(page: Page): Promise<void> {
  await page.getByRole("button", { name: "改这一段：全月受理诉求" }).click();
  await page.getByRole("textbox", { name: "这一段的文字" }).waitFor();
}
