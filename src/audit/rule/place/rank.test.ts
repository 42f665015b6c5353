import { describe, expect, test } from "vitest";
import { auditText, foundIn } from "../../../../test/world/audited.ts";

const league = (west: string, south: string) =>
  [
    "各单位办理情况",
    "单位  派发  按时办结  按时办结率  按时率名次",
    "甲局  842  811  96.32%  4",
    `乙局  733  690  94.13%  ${west}`,
    "丙局  618  612  99.03%  2",
    `丁局  402  391  97.26%  ${south}`,
    "戊局  210  208  99.05%  1",
  ].join("\n");

describe("名次一栏", () => {
  test("两行的名次对调", () => {
    expect(foundIn(league("5", "3"))).toEqual([]);
    expect(foundIn(league("3", "5"))).toEqual(["high rank 3 94.13%", "high rank 5 97.26%"]);
  });

  test("按没有印出的得分排的名次，与旁边的率略有出入，不作声；上月的名次不归这张表", () => {
    const rows =
      "甲局  842  96.32%  4\n乙局  733  94.13%  3\n丙局  618  99.03%  2\n丁局  402  93.26%  5\n戊局  210  99.05%  1";
    const rated = rows.replace(/% {2}/g, "%  98.00%  ");
    expect(foundIn(`各单位情况\n单位  派发  按时办结率  满意率  排名\n${rated}`)).toEqual([]);
    expect(foundIn(`各单位情况\n单位  派发  按时办结率  上月名次\n${rows}`)).toEqual([]);
  });

  test("单位只列了一部分的，不作声", () => {
    expect(foundIn(league("28", "11").replace("  4", "  16").replace("  2\n", "  9\n"))).toEqual([]);
  });
});

describe("表的次序", () => {
  const table = (third: string) =>
    `表5 转派办理（按转派量从高到低）\n单位  转派量  满意率\n甲局  1544  90.40%\n乙局  1398  85.94%\n丙局  ${third}  92.72%\n丁局  905  88.81%\n戊局  611  90.49%\n`;
  test("一行比上一行还多", () => {
    expect(foundIn(table("1126"))).toEqual([]);
    expect(foundIn(table("873"))).toEqual(["high listOrder 905 873"]);
  });

  test("由多到少说在表前的一行", () => {
    const below = (third: string) =>
      `【前六类】按本周件数由多到少\n序\t类别\t本周\t上周\t环比\t占比\n1\t停水\t1842\t1215\t51.6%\t6.25%\n2\t电梯\t1536\t1498\t2.5%\t5.21%\n3\t物业费\t${third}\t1462\t-2.9%\t4.81%\n4\t噪声\t962\t741\t29.8%\t3.26%\n5\t积水\t512\t138\t271.0%\t1.74%`;
    expect(foundIn(below("1420"))).toEqual([]);
    expect(foundIn(below("942"))).toContain("high listOrder 962 942");
  });
});

const monthly = (rate: string) =>
  [
    "分月数字",
    "项目  4月  5月  6月  二季度",
    "到期应办  11718  12980  14301  38999",
    "按时办结  11597  12871  14207  38675",
    `按时办结率  98.97%  99.16%  99.34%  ${rate}`,
  ].join("\n");

describe("合计的一栏", () => {
  test("季度的率在各月之外", () => {
    expect(foundIn(monthly("99.17%"))).toEqual([]);
    expect(foundIn(monthly("99.61%"))).toContain("high pooledRate 99.61% 98.97% 99.34%");
  });

  test("文中的平均在表中各行之外", () => {
    const table = "\n区  受理  办结  办结率\n东区  100  97  97.00%\n西区  100  96  96.00%\n南区  100  95  95.00%\n";
    expect(foundIn(`全市平均办结率96.00%。${table}`)).toEqual([]);
    expect(foundIn(`全市平均办结率97.46%。${table}`)).toEqual(["high pooledRate 97.46% 95.00% 97.00%"]);
  });

  test("逐月相加不是全季", () => {
    const text = (whole: string) => `一季度共受理诉求${whole}件。1月14820件，2月13077件，3月16313件。`;
    expect(foundIn(text("44210"))).toEqual([]);
    expect(foundIn(text("45210"))).toEqual(["high partsAndWhole 45210件 14820件 13077件 16313件"]);
  });
});

describe("文与表", () => {
  const table =
    "\n镇街  派单  按时件  按时办结率\n甲街道  829  822  99.16%\n乙镇  498  489  98.19%\n丙乡  143  143  100.00%\n合计  1470  1454  98.91%\n";
  test("名称在前一分句，数在表中另有", () => {
    expect(foundIn(`按时办结率末位为乙镇，派单498件，按时489件。${table}`)).toEqual([]);
    expect(foundIn(`按时办结率末位为乙镇，派单498件，按时481件。${table}`)).toContain("medium twoValues 481件 489");
    expect(foundIn(`上月按时办结率末位为丁镇，派单498件，按时481件。${table}`)).toEqual([]);
  });

  test("几个单位合起来的数与表的合计不同", () => {
    expect(foundIn(`本月向三个镇街派单1470件。${table}`)).toEqual([]);
    expect(foundIn(`本月向三个镇街派单1570件。${table}`)).toEqual(["medium twoValues 1570件 1470"]);
    expect(foundIn(`本月向五个镇街派单1570件。${table}`)).toEqual([]);
  });

  test("“多少件中”的一部分，占比不对", () => {
    expect(foundIn("本周326件来件中，匿名来件39件，占11.96%。")).toEqual([]);
    expect(foundIn("本周326件来件中，匿名来件39件，占12.96%。")).toEqual(["high shareOfBase 12.96% 39件 326件"]);
  });

  test("增减的件数是比点出的那个月的", () => {
    expect(foundIn("5月受理46290件，比4月增加4417件，环比上升10.55%。")).toEqual([]);
    expect(foundIn("5月受理46290件，比4月增加4517件，环比上升10.55%。")).toEqual(["high change 10.55% 4517件 46290件"]);
    expect(foundIn("5月受理46290件，比3月增加4517件，环比上升10.55%。")).toEqual([]);
  });

  test("“前三项”的合计不是表中最多的三行之和", () => {
    const rows =
      "\n事项  诉求量  上月\n参保  1240  1102\n就医  905  870\n门诊  642  598\n津贴  473  410\n合计  3260  2980\n";
    expect(foundIn(`前三项诉求合计2787件。${rows}`)).toEqual([]);
    expect(foundIn(`前三项诉求合计2878件。${rows}`)).toEqual(["medium partsAndWhole 2878件 1240 905 642"]);
  });
});

describe("文中的名次", () => {
  test("列第三的比列第四的少", () => {
    const text = (third: number) =>
      `甲街道21044件居第一，乙街道18220件居第二，丙街道${third}件居第三，丁街道12630件居第四。`;
    expect(foundIn(text(15377))).toEqual([]);
    expect(foundIn(text(12377))).toEqual(["high rank 12630件 12377件"]);
  });

  test("“其次”之后用顿号接着的，也由多到少", () => {
    const text = (last: number) => `来件最多的是甲社区88件，其次是乙社区69件、丙社区${last}件、丁社区41件。`;
    expect(foundIn(text(53))).toEqual([]);
    expect(foundIn(text(73))).toEqual(["medium listOrder 73件 69件"]);
  });

  test("第几名自成一列，也由多到少", () => {
    const rows = (third: number, fourth: number) =>
      `交办量前四名：\n第1名 湖东区 702件\n第2名 芦阳新区 588件\n第3名 市住房局 ${third}件\n第4名 石台县 ${fourth}件`;
    expect(foundIn(rows(417, 391))).toEqual([]);
    const [finding] = auditText(rows(391, 417));
    expect(finding).toMatchObject({ kind: "listOrder", values: ["417件", "391件"] });
    expect(finding!.message).toBe("“第4名 石台县”417件多于排在前面的“第3名 市住房局”391件。");
  });
});
