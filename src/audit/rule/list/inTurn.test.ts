import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

const clauses = (last: string): string =>
  `转办诉求排在前五位的依次是经济商贸、规划建设、生活服务、市容环境、社会保障。其中，经济商贸类转办18615件；规划建设类转办5252件；生活服务类转办4795件；市容环境类转办4027件；社会保障类转办${last}。`;

describe("依次、名称在括号里、没有完的名单", () => {
  test("先列名称，各项的数在后一句", () => {
    expect(foundIn(clauses("5021件"))).toEqual(["medium listOrder 5021件 4027件"]);
    expect(foundIn(clauses("3021件"))).toEqual([]);
  });

  test("名称以括号结尾的前八名", () => {
    const first = "案卷量前4名为道路（两侧）1674件、环境（噪声）1186件、综合（办理）192件、小区（环境）273件。";
    expect(foundIn(first)).toEqual(["high listOrder 273件 192件"]);
  });

  test("文末断了的名单不数", () => {
    expect(foundIn("工单办理量前六位的是：甲集团、乙局、丙大队、丁局")).toEqual([]);
    expect(foundIn("工单办理量前六位的是：甲集团、乙局、丙大队、丁局。")).toEqual([
      expect.stringMatching(/listLength/),
    ]);
  });
});
