import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

const bounds = "总分95分及以上评为优秀，90分及以上不足95分评为良好，90分以下评为合格。\n";
const graded = (third: string) =>
  `${bounds}考核结果\n乡镇  总分  等次\n东桥镇  97.10  优秀\n西桥镇  93.40  良好\n南桥镇  ${third}\n北桥镇  81.00  合格\n`;

describe("等次与得分", () => {
  test("不足90分却评为良好", () => {
    expect(foundIn(graded("89.55  良好"))).toEqual(["high grade 良好 89.55"]);
    expect(foundIn(graded("89.55  合格"))).toEqual([]);
  });

  test("正好在界上的、没有写界限的，不作声", () => {
    expect(foundIn(graded("90.00  合格"))).toEqual([]);
    expect(foundIn(graded("89.55  良好").replace(bounds, ""))).toEqual([]);
  });

  test("文中说的等次", () => {
    expect(foundIn(`${bounds}东桥镇得94.20分，等次为优秀。`)).toEqual(["high grade 优秀 94.20分"]);
    expect(foundIn(`${bounds}东桥镇得95.20分，等次为优秀。`)).toEqual([]);
  });
});

const items = (row: string) =>
  [
    "按时办结得分＝按时办结率×40分，满意得分＝满意率×60分，两项相加为总分。",
    "各镇评分",
    "乡镇  按时办结率  按时办结得分  满意率  满意得分  总分",
    "东桥镇  98.30%  39.32  97.10%  58.26  97.58",
    row,
    "南桥镇  98.64%  39.46  91.20%  54.72  94.18",
    "北桥镇  91.29%  36.52  88.40%  53.04  89.56",
  ].join("\n");

describe("得分与率", () => {
  test("一行的得分比按率算的多一分", () => {
    expect(foundIn(items("西桥镇  95.62%  38.25  95.60%  57.36  95.61"))).toEqual([]);
    expect(foundIn(items("西桥镇  95.62%  39.25  95.60%  57.36  96.61"))).toEqual(["medium scorecard 39.25 38.25"]);
  });

  test("总分不是各项之和", () => {
    expect(foundIn(items("西桥镇  95.62%  38.25  95.60%  57.36  96.51"))).toEqual(["high scorecard 96.51 95.61"]);
  });

  test("率在另一张表里，低于界限才扣分；满分的和超过界限的不算", () => {
    const text = (score: string) =>
      [
        "满意率达到95%得满分，每低1个百分点扣0.6分。",
        "表一 比率\n单位  满意率\n甲局  96.00%\n乙局  94.00%\n丙局  92.50%\n丁局  90.00%\n戊局  88.00%\n己局  85.00%",
        `表二 得分\n单位  满意得分\n甲局  30.00\n乙局  29.40\n丙局  28.50\n丁局  27.00\n戊局  ${score}\n己局  24.00`,
      ].join("\n");
    expect(foundIn(text("25.80"))).toEqual([]);
    expect(foundIn(text("25.30"))).toEqual(["high scorecard 25.30 25.80"]);
  });
});

describe("加权的总分", () => {
  const table = (third: string) =>
    [
      "综合得分＝接通率得分×30%＋办结率得分×70%，保留两位小数。",
      "考核结果",
      "县区  接通率得分  办结率得分  综合得分",
      "东洲县  99.20  97.50  98.01",
      "西岭县  98.10  93.40  94.81",
      `南屏县  96.00  88.00  ${third}`,
      "北川县  91.50  80.00  83.45",
    ].join("\n");

  test("直接由率加权的也一样", () => {
    const rated = (third: string) =>
      `综合得分＝按期办结率×70%＋满意率×30%。\n考核排名\n区县  按期办结率  满意率  综合得分\n甲县  100.00%  96.31%  98.89\n乙区  99.93%  95.40%  98.57\n丙区  99.81%  94.92%  ${third}\n丁县  99.84%  94.10%  98.12\n`;
    expect(foundIn(rated("98.34"))).toEqual([]);
    expect(foundIn(rated("98.43"))).toEqual(["high scorecard 98.43 98.34"]);
  });

  test("不是按所写的权重算的", () => {
    expect(foundIn(table("90.40"))).toEqual([]);
    expect(foundIn(table("94.00"))).toEqual(["high scorecard 94.00 90.40"]);
  });
});
