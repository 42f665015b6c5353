import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { booksFor } from "../../../rulebook/books.ts";
import { compareFigures } from "../../domain/measure/compare.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { monthFigures } from "../../domain/measure/monthFigures.ts";
import { toFile } from "../../domain/measure/toFile.ts";
import { assemble } from "../../domain/rule/inForce.ts";
import { loadSolver } from "../../solver/highs.ts";
import { planCounts } from "./counted.ts";
import { planMonth } from "./planMonth.ts";

const solver = await loadSolver();
const rowsOf = (platform: string) => booksFor(platform).map((book) => book.rows);
const planOf = (file: FiguresFile) => planMonth(file, assemble(rowsOf(file.platform as string)), solver);

/** Plans, counts, computes the figures and says which stated leaves differ. */
function roundTrip(file: FiguresFile) {
  const plan = planOf(file);
  const rulebook = assemble([...rowsOf(plan.platform), plan.rules]);
  const figures = monthFigures({ ...planCounts(plan), rulebook, platform: plan.platform, month: plan.month });
  return { plan, differences: compareFigures(file, toFile(figures)).map(({ path }) => path) };
}

const CITY = { platform: "东州市", period: "2023-05" };

describe("已公布的月份", () => {
  const file = JSON.parse(readFileSync("demo/2022-11.figures.json", "utf8")) as FiguresFile;

  test("除自相矛盾的五个数外，每个数都能由整数条记录得出", { timeout: 120_000 }, () => {
    const { plan, differences } = roundTrip(file);
    expect(differences.toSorted()).toEqual(plan.conflicts.map(({ dropped }) => dropped).toSorted());
    expect(plan.conflicts.map(({ dropped }) => dropped).toSorted()).toEqual([
      "appendix2.rows[2].five.onTime[1]",
      "appendix2.rows[2].five.weighted",
      "appendix2.rows[2].total",
      "countyPlatforms.followUpRate",
      "countyPlatforms.satisfactionRate",
    ]);
    const pooled = plan.conflicts.find(({ dropped }) => dropped === "countyPlatforms.followUpRate");
    expect(pooled?.leaves.toSorted()).toEqual([
      "appendix2.rows[0].five.followUp[0]",
      "appendix2.rows[1].five.followUp[0]",
      "appendix2.rows[2].five.followUp[0]",
      "countyPlatforms.followUpRate",
    ]);
  });
});

describe("少见而合法的文件", () => {
  const legal: [title: string, file: FiguresFile][] = [
    ["只有来电量", { ...CITY, calls: { offered: 1234 } }],
    [
      "只有比率，没有件数",
      {
        ...CITY,
        calls: { answerRate: 89.11, answerRateMoM: 6.72 },
        handling: { firstContactRate: 81.95, firstContactRateMoM: -4.42 },
      },
    ],
    [
      "只有占比",
      {
        ...CITY,
        topCategories: [
          { category: "甲", share: 38.2 },
          { category: "乙", share: 19.49 },
        ],
      },
    ],
    [
      "三百件诉求的县级市",
      {
        ...CITY,
        requests: { accepted: 300 },
        handling: { firstContact: 211, dispatched: 89, firstContactRate: 70.33, dispatchedMoM: -11 },
      },
    ],
    [
      "一百二十万件诉求的大城市",
      {
        ...CITY,
        calls: { offered: 1_345_678, answerRate: 97.31, answerRateMoM: -0.03 },
        requests: { accepted: 1_200_000 },
        handling: { firstContact: 1_012_345, dispatchedMoM: 3.21, firstContactSatisfaction: 95.43 },
      },
    ],
    [
      "不足五项的榜单，件数为零的类型",
      {
        ...CITY,
        requests: {
          accepted: 10,
          byType: [
            { type: "咨询", count: 10, share: 100 },
            { type: "表扬", count: 0, share: 0 },
          ],
        },
        topCategories: [
          { category: "甲", count: 7, share: 70 },
          { category: "乙", count: 3, share: 30 },
        ],
      },
    ],
    [
      "并列的名次",
      {
        ...CITY,
        requests: { accepted: 100 },
        topSubcategories: [
          { subcategory: "乙一", count: 20 },
          { subcategory: "甲一", count: 20 },
        ],
        followUp: {
          followUps: 50,
          dissatisfied: 10,
          dissatisfiedTop: [
            { topic: "甲一", count: 5 },
            { topic: "丙一", count: 5 },
          ],
        },
      },
    ],
    [
      "没有人评价的单位",
      {
        ...CITY,
        appendix1: {
          groups: [
            {
              id: "district",
              name: "县区",
              rows: [
                {
                  unit: "甲区",
                  validOrders: 4,
                  followUps: 4,
                  satisfied: 0,
                  neutral: 0,
                  dissatisfied: 0,
                  noResponse: 4,
                  satisfactionRate: 0,
                  onTimeRate: 100,
                },
              ],
            },
          ],
        },
      },
    ],
    ["有待办的诉求", { ...CITY, handling: { accepted: 100, firstContact: 70, dispatched: 20 } }],
    [
      "没有附件的单位面板",
      {
        ...CITY,
        handling: { dispatched: 500 },
        districtsTop3: [
          {
            place: "甲区",
            top: [
              { topic: "噪音", share: 12.5 },
              { topic: "停车", share: 10 },
              { topic: "供水", share: 7.5 },
            ],
          },
        ],
        unitsTop3: [
          {
            unit: "市公安局",
            top: [
              { topic: "停车", share: 60 },
              { topic: "噪音", share: 20 },
              { topic: "户籍", share: 20 },
            ],
          },
        ],
      },
    ],
    ["上月无数可比", { ...CITY, calls: { offered: 5, offeredMoM: null, answerRate: 0 } }],
  ];
  for (const [title, file] of legal)
    test(title, () => {
      const { plan, differences } = roundTrip(file);
      expect(plan.conflicts).toEqual([]);
      expect(differences).toEqual([]);
    });
});
