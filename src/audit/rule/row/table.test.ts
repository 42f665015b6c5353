import { describe, expect, test } from "vitest";
import { auditText, foundIn } from "../../../../test/world/audited.ts";

const rows = (changed: Record<number, string>) =>
  [
    "单位  派发量  按时量  按时办结率  满意  不满意  回访量",
    "市公安局  120  118  98.33%  90  30  120",
    "市教育局  80  80  100.00%  60  20  80",
    "市住建局  75  72  96.00%  50  25  75",
    "市城管局  64  60  93.75%  44  20  64",
    "合计  339  330  97.35%  244  95  339",
  ]
    .map((line, at) => changed[at] ?? line)
    .join("\n");

describe("表中的数", () => {
  test("各行都合的表没有矛盾", () => {
    expect(foundIn(rows({}))).toEqual([]);
  });

  test("合计不是各行之和", () => {
    expect(foundIn(rows({ 5: "合计  349  330  97.35%  244  95  339" }))).toContain("high tableSum 349 339");
  });

  test("合计一行空着一格，后面的数归自己的一栏", () => {
    const groups = (mean: string) =>
      [
        "组别       在编席位    转入    接起   接通率(%)   席均接起(通)",
        "综合一组         52   58214   56130       96.42        1079.4",
        "综合二组         49   54873   52604       95.86        1073.6",
        `综合三组         47   51906   49511       95.39        ${mean}`,
        "企业专席         16   12480   12193       97.70         762.1",
        "夜间组           24   17245   16302       94.53         679.3",
        "合计            188  194718  186740                     993.3",
      ].join("\n");
    expect(foundIn(groups("1053.4"))).toEqual([]);
    expect(foundIn(groups("1035.4"))).toEqual(["high tableRow 1035.4 1053.43"]);
  });

  test("一行的率与其他各行的算法不合", () => {
    const [finding] = auditText(rows({ 3: "市住建局  75  72  69.00%  50  25  75" }));
    expect(finding).toMatchObject({
      kind: "tableRow",
      values: ["69.00%", "96.00%"],
      arithmetic: "72 ÷ 75 = 96.00% ≠ 69.00%",
    });
  });

  test("一格一行的表照样读", () => {
    const cells = rows({ 2: "市教育局  80  80  100.00%  60  21  80" }).replaceAll("  ", "\n");
    expect(foundIn(cells)).toContain("medium tableRow 80 81");
  });
});

describe("评分算式", () => {
  const card = (last: string) =>
    [
      "综合评分表",
      "平台  办理评分（40%）  服务评分（60%）",
      "平台  按时（50分）  回访（50分）  折合得分  接通（60分）  规范（40分）  折合得分  总分",
      "东水县  48.50  47.00  38.20  58.10  37.20  57.18  95.38",
      "西山县  46.00  45.50  36.60  55.00  36.00  54.60  91.20",
      `南桥市  44.25  42.10  34.54  51.30  33.90  51.12  ${last}`,
    ].join("\n");

  test("总分不是两项折合得分之和", () => {
    expect(foundIn(card("85.66"))).toEqual([]);
    expect(foundIn(card("86.56"))).toEqual(["medium scorecard 86.56 85.66"]);
  });
});
