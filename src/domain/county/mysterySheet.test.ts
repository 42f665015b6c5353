import { expect, test } from "vitest";
import { booksFor } from "../../../rulebook/books.ts";
import { rulesOf } from "../order/rules.ts";
import { assemble } from "../rule/inForce.ts";
import { drawnDays, planRefusal } from "./mystery.ts";
import {
  heardKeys,
  type Rating,
  resultOf,
  type SheetRules,
  sheetOf,
  sheetRules,
  tooHigh,
  totalOf,
} from "./mysterySheet.ts";

const rules = rulesOf(assemble(booksFor("某市").map(({ rows }) => rows)), "Asia/Shanghai");
const sheet = sheetRules("2022-11", rules) as SheetRules;
const rating: Rating = { secondsToAnswer: 9, voiceMenu: 1000, etiquette: 3500, knowledge: 2000, followUp: 750 };
const rated = (change: Partial<Rating> = {}) => sheetOf({ ...rating, ...change }, sheet);

test("满分照评分表；接通情况由几秒接通得出：超时得一半，没有接通不得分", () => {
  expect(sheet.full).toEqual({ voiceMenu: 1000, connection: 1000, etiquette: 4000, knowledge: 3000, followUp: 1000 });
  expect([9, 15, 16, null].map((secondsToAnswer) => rated({ secondsToAnswer }).connection)).toEqual([
    1000, 1000, 500, 0,
  ]);
  expect(totalOf(rated())).toBe(8250);
  expect(tooHigh(rating, sheet)).toBeNull();
  expect(tooHigh({ ...rating, knowledge: 3001 }, sheet)).toBe("业务知识满分 30 分，不能再高。");
});

test("没有接通：只评听得到的语音导航，其余没有听到，不评也不得分", () => {
  expect([heardKeys(true), heardKeys(false)]).toEqual([
    ["voiceMenu", "etiquette", "knowledge", "followUp"],
    ["voiceMenu"],
  ]);
  const silent = { secondsToAnswer: null, voiceMenu: 1000, etiquette: 0, knowledge: 0, followUp: 0 };
  expect(tooHigh(silent, sheet)).toBeNull();
  expect(totalOf(sheetOf(silent, sheet))).toBe(1000);
  expect(tooHigh({ ...silent, etiquette: 4000 }, sheet)).toBe("没有接通，服务规范没有听到，不得分。");
});

test("一人评的就是结果；两人取平均，分数半分进一；还差的说得出差什么", () => {
  expect(resultOf([], 1, sheet)).toEqual({ missing: "rating" });
  expect(resultOf([rated()], 2, sheet)).toEqual({ missing: "rating" });
  expect(resultOf([rated()], 1, sheet)).toEqual({ sheet: rated() });
  const both = resultOf([rated(), rated({ etiquette: 3001, secondsToAnswer: 12 })], 2, sheet);
  expect(both).toEqual({ sheet: rated({ etiquette: 3251, secondsToAnswer: 11 }) });
});

test("一个说超时、一个说按时：接通情况也取平均，合计就是两个合计的平均", () => {
  const [late, quick] = [
    rated({ secondsToAnswer: 17, etiquette: 2856 }),
    rated({ secondsToAnswer: 10, etiquette: 3000 }),
  ];
  const both = (resultOf([late, quick], 2, sheet) as { sheet: typeof late }).sheet;
  expect(both).toMatchObject({ secondsToAnswer: 14, connection: 750, etiquette: 2928 });
  expect(totalOf(both)).toBe((totalOf(late) + totalOf(quick)) / 2);
});

test("相差超过十分、一个说接通一个说没有，要第三人复评，以复评为准；正好十分不用", () => {
  const third = rated({ etiquette: 3200 });
  expect(resultOf([rated(), rated({ etiquette: 2500 })], 2, sheet)).toHaveProperty("sheet");
  const far = [rated(), rated({ etiquette: 2499 })];
  expect(resultOf(far, 2, sheet)).toEqual({ missing: "thirdRating" });
  expect(resultOf([...far, third], 2, sheet)).toEqual({ sheet: third });
  expect(resultOf([rated(), rated({ secondsToAnswer: null })], 2, sheet)).toEqual({ missing: "thirdRating" });
});

test("日子按种子给的次序抽，不重复，照日历排；同一种子一样；剩下的天数不够、月份过了都拒绝", () => {
  const days = ["2022-11-01", "2022-11-02", "2022-11-03", "2022-11-04"];
  const rank = (day: string) => ({ "2022-11-01": "c", "2022-11-02": "b", "2022-11-03": "d", "2022-11-04": "a" })[day]!;
  expect(drawnDays(days, 2, rank)).toEqual(["2022-11-02", "2022-11-04"]);
  expect(drawnDays(days.toReversed(), 3, rank)).toEqual(["2022-11-01", "2022-11-02", "2022-11-04"]);
  const plan = { month: "2022-11", calls: 4 };
  expect(planRefusal(plan, days, "2022-11-01")).toBeNull();
  expect(planRefusal(plan, days.slice(1), "2022-11-02")?.refused).toBe("invalid");
  expect(planRefusal(plan, [], "2022-12-01")?.refused).toBe("monthOver");
});
