import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("累计、部分与整体", () => {
  test("上月累计加本月不是本月累计", () => {
    const text = (sum: number) => `10月份，专席受理企业诉求1434件。1—9月累计受理13872件，1—10月累计受理${sum}件。`;
    expect(foundIn(text(15206))).toEqual(["medium partsAndWhole 15206件 13872件 1434件"]);
    expect(foundIn(text(15306))).toEqual([]);
  });

  test("一类中的一项多于这一类", () => {
    const table = "类别	件数\n占道经营	624\n违法建设	401\n市容环境	377\n其他	243\n";
    expect(foundIn(`${table}占道经营类中，早夜市摊点642件，主要在老城。`)).toEqual(["medium partsAndWhole 642件 624"]);
    expect(foundIn(`${table}占道经营类中，早夜市摊点462件，主要在老城。`)).toEqual([]);
  });

  test("占该类的，该类是这一段说的", () => {
    const text = (share: string) =>
      `转派工单中，城乡建设类4231件、劳动社保类2418件、市场监管类1987件。\n3．劳动社保类。拖欠工资864件，占该类的${share}。`;
    expect(foundIn(text("37.53%"))).toContain("medium shareOfBase 37.53% 864件 2418件");
    expect(foundIn(text("35.73%"))).toEqual([]);
  });

  test("一周七天相加不是全周", () => {
    const days = [431, 398, 402, 877, 1106, 764, 493].map((count, at) => `7月${14 + at}日	${count}`).join("\n");
    const text = (total: number) => `本周受强降雨影响。全周受理诉求${total}件。\n一、每日受理量\n日期	件数\n${days}`;
    expect(foundIn(text(4517))).toEqual(["medium partsAndWhole 4517件 4471"]);
    expect(foundIn(text(4471))).toEqual([]);
  });

  test("接通与未接通相加不是回访的", () => {
    expect(foundIn("抽样回访1200件，接通1043件，未接通147件。")).toEqual(["high partsAndWhole 1200件 1043件 147件"]);
    expect(foundIn("抽样回访1190件，接通1043件，未接通147件。")).toEqual([]);
  });

  test("累计一词在月份之后，本月在两个累计之间", () => {
    const text = (sum: number) => `1—10月，全县热线累计受理52738件；11月受理5164件；1—11月累计受理${sum}件。`;
    expect(foundIn(text(57992))).toEqual(["medium partsAndWhole 57992件 52738件 5164件"]);
    expect(foundIn(text(57902))).toEqual([]);
  });
});
