import { expect, test } from "vitest";
import { validityOf, validityWords } from "./validity.ts";

test("有效期的最后一天还有效，第二天过期；剩不多了说还剩几天", () => {
  const period = { from: "2022-01-01", until: "2022-10-31" };
  const on = (today: string) => validityOf(period, today, 30);
  expect([on("2021-12-31"), on("2022-09-30"), on("2022-10-01"), on("2022-10-31"), on("2022-11-01")]).toEqual([
    ...["notYet", "valid", "soon", "soon", "expired"],
  ]);
  expect(validityWords(period, "2022-10-30", 30)).toBe("快到期，有效至 2022年10月31日，还剩 1 天");
  expect(validityWords(period, "2022-10-31", 30)).toBe("快到期，有效至 2022年10月31日，今天是最后一天");
  expect(validityWords({ ...period, until: null }, "2022-10-31", 30)).toBe("长期有效");
});
