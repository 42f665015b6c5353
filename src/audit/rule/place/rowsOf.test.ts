import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

const report = (roads: string) =>
  [
    `逾期工单涉及4个单位：住建局3件，交通局${roads}件，水利局、教育局各1件。`,
    "序号 | 责任单位 | 事项 | 逾期天数",
    "1 | 住建局 | 停水 | 7",
    "2 | 交通局 | 限高架 | 18",
    "3 | 住建局 | 交房 | 3",
    "4 | 水利局 | 河道 | 21",
    "5 | 交通局 | 错车台 | 12",
    "6 | 住建局 | 漏雨 | 5",
    "7 | 教育局 | 退费 | 4",
  ].join("\n");

describe("明细表的行数", () => {
  test("文中各单位的件数就是表中的行数", () => {
    expect(foundIn(report("2"))).toEqual([]);
  });

  test("一个单位说是3件，表中有2行", () => {
    expect(foundIn(report("3"))).toContain("medium twoValues 3件 2");
  });

  test("多数单位不合的，表是摘录", () => {
    expect(foundIn(report("5").replace("住建局3件", "住建局8件"))).toEqual([]);
  });
});
