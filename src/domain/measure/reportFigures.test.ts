import { describe, expect, test } from "vitest";
import { april, may, rulebook } from "../../../test/world/yunling.ts";
import { printHundredths } from "./exact.ts";
import { reportFigures } from "./reportFigures.ts";

const figures = reportFigures({ counts: may, before: april, rulebook, platform: "云岭市", month: "2023-05" });

describe("报告另用的数", () => {
  test("日均按当月天数，半数进一", () => {
    expect(figures.calls.perDay).toMatchObject({ value: 32, numerator: 1000, denominator: 31 });
    expect(figures.requests.perDay.value).toBe(30);
  });

  test("未办结、撤单、并单各自印出", () => {
    const { pending, withdrawn, mergedRepeats } = figures.requests;
    expect([pending.value, withdrawn.value, mergedRepeats.value]).toEqual([5, 10, 7]);
  });

  test("参评率在每个满意率旁边", () => {
    const { overall, firstContact, followUp, byUnit } = figures.responseShares;
    expect(firstContact.value).toBe(5000);
    expect(followUp.value).toBe(3448);
    expect(overall).toMatchObject({ value: 4659, numerator: 430, denominator: 923 });
    expect(byUnit.map((row) => row.share.value)).toEqual([3333, 2500, 4000, 4000, 0]);
  });

  test("满意率环比跨口径变更：按各自口径的数相减，并说明", () => {
    expect(figures.followUp.satisfactionMoM.value).toBe(-3429);
    expect(figures.followUp.satisfactionMoM.note).toContain("满意率口径自2023年5月1日起变更");
  });

  test("回访率为回访量除以应回访量", () => {
    expect(figures.followUp.rate).toMatchObject({ value: 9667, numerator: 203, denominator: 210 });
  });

  test("退单申请、同意、驳回、超期分别印出", () => {
    const { requested, accepted, rejected, late } = figures.returns;
    expect([requested.value, accepted.value, rejected.value, late.value]).toEqual([12, 5, 6, 4]);
  });

  test("超期存量的增减，已清零的单位也在", () => {
    expect(figures.openOverdue.movement).toMatchObject({ value: 5, earlier: { value: 7, month: "2023-04" } });
    expect(figures.openOverdue.byUnit.map((row) => [row.unit, row.count.value, row.movement.value])).toEqual([
      ["市交管局", 10, 6],
      ["市水务局", 2, 2],
      ["东河区人民政府", 0, -3],
    ]);
  });

  test("文明创建各组各项的件数与占比", () => {
    const shown = figures.civilized.map((row) => [row.group, row.count.value, printHundredths(row.share.value ?? 0)]);
    expect(shown).toEqual([
      ["市容", 205, "49.40"],
      ["民生", 210, "50.60"],
    ]);
    expect(figures.civilized[0]?.items.map((row) => [row.item, row.count.value])).toEqual([
      ["停车秩序", 180],
      ["排水畅通", 25],
    ]);
  });

  test("承办量大且满意率较高：前三分之一（含并列）、高于总体、评价够数", () => {
    expect(figures.largeAndSatisfied.map((row) => [row.unit, row.satisfactionRate.value])).toEqual([
      ["东河区人民政府", 5000],
      ["市水务局", 6000],
    ]);
  });

  test("热点事件的主要小类", () => {
    expect(figures.hotEvents.map((row) => row.event)).toEqual(["公交改线", "暴雨"]);
    expect(figures.hotEvents[0]?.leading.map((row) => [row.topic, row.share.value])).toEqual([
      ["公交", 6667],
      ["停车", 3333],
    ]);
  });

  test("领导接听日按日期排列", () => {
    expect(figures.leaderDays.map((day) => [day.date, day.settledOnTheSpot.value])).toEqual([
      ["2023-05-09", 10],
      ["2023-05-18", 7],
    ]);
  });
});
