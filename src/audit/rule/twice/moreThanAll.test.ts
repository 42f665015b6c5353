import { describe, expect, test } from "vitest";
import { toldIn } from "../../../../test/world/audited.ts";

const kinds = "11月全月受理诉求4968件，其中咨询类3000件，占60.39%；投诉类711件，占14.31%；求助类1257件，占25.30%。\n";

describe("一类里的多于全部的一类", () => {
  test("同一个月的，比全部还多", () => {
    expect(toldIn(`${kinds}投诉类800件，主要集中在物业。`)).toEqual(["twoValues 800件 711件"]);
  });

  test.each([
    ["不比全部多，是其中一部分的", `${kinds}热点方面，投诉类640件，主要集中在物业。`],
    ["累计的", `${kinds}1至11月累计，投诉类8000件，主要集中在物业。`],
    ["上月的", `${kinds}上月投诉类800件，主要集中在物业。`],
    [
      "没有列全的，不知道全部是多少",
      "11月全月受理诉求4968件，其中咨询类3000件、投诉类711件。\n投诉类800件，主要集中在物业。",
    ],
  ])("不算：%s", (_, text) => {
    expect(toldIn(text)).toEqual([]);
  });
});
