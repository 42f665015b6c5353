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
const setsOf = (file: FiguresFile) => planOf(file).conflicts.map(({ leaves }) => leaves.toSorted());

const CITY = { platform: "东州市", period: "2023-05" };

describe("埋下的矛盾，恰好找出", () => {
  const unit = (satisfied: number, satisfactionRate: number) => ({
    unit: "甲局",
    validOrders: 100,
    satisfied,
    neutral: 10,
    dissatisfied: 20,
    noResponse: 40,
    satisfactionRate,
  });
  const planted: [title: string, file: FiguresFile, leaves: string[], dropped: string][] = [
    [
      "类型之和不等于受理量",
      {
        ...CITY,
        requests: {
          accepted: 100,
          byType: [
            { type: "咨询", count: 60 },
            { type: "投诉", count: 41 },
          ],
        },
      },
      ["requests.accepted", "requests.byType[0].count", "requests.byType[1].count"],
      "requests.accepted",
    ],
    [
      "占比与件数不合",
      { ...CITY, requests: { accepted: 1000 }, topCategories: [{ category: "甲", count: 380, share: 40 }] },
      ["requests.accepted", "topCategories[0].count", "topCategories[0].share"],
      "topCategories[0].share",
    ],
    [
      "榜单次序颠倒",
      {
        ...CITY,
        topSubcategories: [
          { subcategory: "甲", count: 5 },
          { subcategory: "乙", count: 6 },
        ],
      },
      ["topSubcategories[0].count", "topSubcategories[1].count"],
      "topSubcategories[1].count",
    ],
    [
      "满意率与评价不合",
      { ...CITY, appendix1: { groups: [{ id: "department", name: "部门", rows: [unit(30, 60)] }] } },
      [
        "appendix1.groups[0].rows[0].dissatisfied",
        "appendix1.groups[0].rows[0].neutral",
        "appendix1.groups[0].rows[0].satisfactionRate",
        "appendix1.groups[0].rows[0].satisfied",
      ],
      "appendix1.groups[0].rows[0].satisfactionRate",
    ],
    [
      "合计行与各行不合",
      {
        ...CITY,
        appendix1: {
          groups: [
            {
              id: "department",
              name: "部门",
              rows: [
                { unit: "甲局", onTime: 7 },
                { unit: "乙局", onTime: 5 },
              ],
            },
          ],
          total: { onTime: 13 },
        },
      },
      ["appendix1.groups[0].rows[0].onTime", "appendix1.groups[0].rows[1].onTime", "appendix1.total.onTime"],
      "appendix1.total.onTime",
    ],
    [
      "合并的比率在各县之外",
      {
        ...CITY,
        countyPlatforms: { onTimeRate: 90 },
        appendix2: {
          rows: [
            { platform: "甲县", five: { onTime: [99] } },
            { platform: "乙县", five: { onTime: [98] } },
          ],
        },
      } as FiguresFile,
      ["appendix2.rows[0].five.onTime[0]", "appendix2.rows[1].five.onTime[0]", "countyPlatforms.onTimeRate"],
      "countyPlatforms.onTimeRate",
    ],
    [
      "得分与比率不合",
      { ...CITY, appendix2: { rows: [{ platform: "甲县", five: { answer: [86.72, 18.33] } }] } } as FiguresFile,
      ["appendix2.rows[0].five.answer[0]", "appendix2.rows[0].five.answer[1]"],
      "appendix2.rows[0].five.answer[1]",
    ],
    [
      "环比高出本月的比率",
      { ...CITY, calls: { offered: 1000, answerRate: 50, answerRateMoM: 60 } },
      ["calls.answerRate", "calls.answerRateMoM"],
      "calls.answerRateMoM",
    ],
    [
      "两处受理量不同",
      { ...CITY, requests: { accepted: 100 }, handling: { accepted: 101 } },
      ["handling.accepted", "requests.accepted"],
      "handling.accepted",
    ],
    [
      "受理少于在线办结与派发",
      { ...CITY, handling: { accepted: 100, firstContact: 80, dispatched: 21 } },
      ["handling.accepted", "handling.dispatched", "handling.firstContact"],
      "handling.accepted",
    ],
  ];
  for (const [title, file, leaves, dropped] of planted)
    test(title, () => {
      expect(setsOf(file)).toEqual([leaves.toSorted()]);
      const { plan, differences } = roundTrip(file);
      expect(plan.conflicts.map((one) => one.dropped)).toEqual([dropped]);
      expect(differences).toEqual([dropped]);
    });

  test("理由里的列与单位都是中文名称", () => {
    const rows = [
      { unit: "甲局", onTime: 7 },
      { unit: "乙局", onTime: 5 },
    ];
    const groups = [{ id: "department", name: "部门", rows }];
    const [conflict] = planOf({ ...CITY, appendix1: { groups, total: { onTime: 13 } } }).conflicts;
    expect(conflict?.reason).toContain("合计等于各单位按时办结之和");
  });

  test("合并比率的理由给出各部分的范围，行旁写明名称", () => {
    const [conflict] = planOf({
      ...CITY,
      countyPlatforms: { onTimeRate: 90 },
      appendix2: {
        rows: [
          { platform: "甲县", five: { onTime: [99] } },
          { platform: "乙县", five: { onTime: [98] } },
        ],
      },
    } as FiguresFile).conflicts;
    expect(conflict?.reason).toContain("合并比率不在各部分之间：由各平台的比率可得 98.00–99.00，已公布 90");
    expect(conflict?.reason).toContain("appendix2.rows[0].five.onTime[0]（甲县） 为 99");
  });

  test("互不相干的矛盾各自成一组", () => {
    const file: FiguresFile = {
      ...CITY,
      calls: { offered: 1000, answerRate: 50, answerRateMoM: 60 },
      openOverdue: {
        total: 4,
        byUnit: [
          { unit: "甲局", count: 2 },
          { unit: "乙局", count: 1 },
        ],
      },
    };
    expect(setsOf(file).toSorted()).toEqual([
      ["calls.answerRate", "calls.answerRateMoM"],
      ["openOverdue.byUnit[0].count", "openOverdue.byUnit[1].count", "openOverdue.total"],
    ]);
  });
});

describe("舍去的数，记录算出的仍尽量接近已公布的", () => {
  /** What the figures computed from the plan say at a path. */
  const computed = (file: FiguresFile, path: string) => {
    const plan = planOf(file);
    const rulebook = assemble([...rowsOf(plan.platform), plan.rules]);
    const figures = monthFigures({ ...planCounts(plan), rulebook, platform: plan.platform, month: plan.month });
    return compareFigures(file, toFile(figures)).find((difference) => difference.path === path)?.computed;
  };

  test("榜单次序颠倒的件数，退一两件", () => {
    const topSubcategories = [
      { subcategory: "甲", count: 500 },
      { subcategory: "乙", count: 600 },
    ];
    const count = computed({ ...CITY, topSubcategories }, "topSubcategories[1].count");
    expect(Number(count)).toBeGreaterThanOrEqual(499);
  });

  test("各县之外的合并比率，取各县之间最近的", () => {
    const file = {
      ...CITY,
      countyPlatforms: { onTimeRate: 90 },
      appendix2: {
        rows: [
          { platform: "甲县", five: { onTime: [99] } },
          { platform: "乙县", five: { onTime: [95] } },
        ],
      },
    } as FiguresFile;
    const rate = Number(computed(file, "countyPlatforms.onTimeRate"));
    expect(rate).toBeGreaterThanOrEqual(95);
    expect(rate).toBeLessThan(95.1);
  });
});
