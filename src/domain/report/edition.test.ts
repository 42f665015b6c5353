import { describe, expect, test } from "vitest";
import { datedRefusal, freezeRefusal, nextNo, settleRefusal } from "./edition.ts";

const issued = (no: number) => ({ no, state: "issued" as const });
const discarded = { no: 1, state: "discarded" as const };

describe("月报版次", () => {
  test.each([
    ["还没有", [], null, null],
    ["作废了的不算", [discarded], null, null],
    ["有一版等着签发", [{ no: 1, state: "frozen" as const }], "更正", "editionWaits"],
    ["签发过，没有写更正什么", [issued(1)], null, "correctionMissing"],
    ["签发过，写了更正什么", [issued(1), discarded], "更正满意率", null],
  ])("定稿：%s", (_, of, correction, refused) => expect(freezeRefusal(of, correction)?.refused ?? null).toBe(refused));

  test("说的是这一期：周报、季报也是报告", () =>
    expect(freezeRefusal([issued(1)], null)?.sentence).toBe("这一期已签发第 1 版。"));

  test("作废的次序再用，签发的往下排", () => {
    expect([nextNo([]), nextNo([discarded]), nextNo([issued(1), discarded, issued(2)])]).toEqual([1, 1, 3]);
  });

  test("签发的次序从印过的最后一版数起", () => expect(nextNo([issued(120), issued(119)])).toBe(121));

  test.each([
    ["1900-01-01", "datedEarly"],
    ["2022-10-30", "datedEarly"],
    ["2022-10-31", null],
    ["2022-11-03", null],
    ["2022-12-04", null],
    ["2022-12-05", "datedLate"],
    ["2199-12-31", "datedLate"],
  ])("十月的报告，十一月三日定稿，落款 %s：%s", (dated, refused) =>
    expect(datedRefusal("2022-10", dated, "2022-11-03")?.refused ?? null).toBe(refused),
  );

  test("签发、作废过的不能再改", () => {
    expect(settleRefusal({ no: 1, state: "frozen" })).toBeNull();
    expect(settleRefusal(issued(2))).toMatchObject({
      refused: "editionSettled",
      sentence: expect.stringContaining("第 2 版"),
    });
  });
});
