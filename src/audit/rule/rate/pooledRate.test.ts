import { describe, expect, test } from "vitest";
import { auditText, foundIn } from "../../../../test/world/audited.ts";

const table = "平台  接通率  回访率\n东水县  95.00%  99.00%\n西山县  91.00%  98.00%\n南桥市  90.00%  97.50%";
const body = (answer: string, followUp: string) =>
  `三个平台共接来电300个。其中东水县100个、西山县120个、南桥市80个，总体接通率${answer}、回访率${followUp}。\n\n${table}`;

describe("总体率与分项率", () => {
  test("总体率比表中各家都低", () => {
    const [finding, ...others] = auditText(body("92.03%", "96.10%"));
    expect(finding).toMatchObject({ kind: "pooledRate", severity: "high", values: ["96.10%", "97.50%", "99.00%"] });
    expect(others).toEqual([]);
  });

  test("落在各家之间的不算矛盾", () => {
    expect(foundIn(body("92.03%", "98.20%"))).toEqual([]);
  });

  test("括号里的各项率都比总体高", () => {
    expect(foundIn("总体满意率81.00%（其中在线满意率92.00%、回访满意率84.00%）。")).toEqual([
      "high pooledRate 81.00% 84.00% 92.00%",
    ]);
  });

  test("两部分合并计算的", () => {
    const text = (whole: string) =>
      `区级部门满意率91.24%，街镇满意率93.10%，全区（区级部门与街镇合并计算）总体满意率${whole}。`;
    expect(foundIn(text("93.87%"))).toEqual(["medium pooledRate 93.87% 91.24% 93.10%"]);
    expect(foundIn(text("92.87%"))).toEqual([]);
  });

  test("四个单位后面的括号不隔断", () => {
    const text = (mean: string) =>
      `物业科满意率92.74%、房管中心97.16%、质安站93.05%、市政处96.21%，上述四个单位（占回访量的全部）平均满意率为${mean}。`;
    expect(foundIn(text("97.42%"))).toEqual(["medium pooledRate 97.42% 92.74% 97.16%"]);
    expect(foundIn(text("95.23%"))).toEqual([]);
  });

  test("全县的件数比所列各行多，率就不由各行定", () => {
    const text = (sent: number, done: number) =>
      `乡镇\t派发\t办结\t办结率\n龙泉镇\t655\t649\t99.08%\n大垌镇\t531\t523\t98.49%\n麻石乡\t388\t386\t99.48%\n全县\t${sent}\t${done}\t98.20%`;
    expect(foundIn(text(2821, 2770)).filter((one) => one.includes("pooledRate"))).toEqual([]);
    expect(foundIn(text(1574, 1558))).toContain("high pooledRate 98.20% 98.49% 99.48%");
  });
});
