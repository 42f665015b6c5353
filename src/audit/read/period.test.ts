import { describe, expect, test } from "vitest";
import type { Passage } from "./passage.ts";
import { daysOfTitle, issuedOn, monthOfReport } from "./period.ts";

const passages = (...texts: string[]): Passage[] =>
  texts.map((text) => ({ kind: "passage", text, starts: [], isHeading: /^[一二三]、/.test(text) }));
const menu = ["栏目导航", "繁体", "无障碍", "某县人民政府", "办〔2025〕11号"];

describe("报告的期间", () => {
  test("标题前面还有栏目、文号的，从标题看起", () => {
    expect(monthOfReport(passages(...menu, "关于2025年3月份全县工单办理情况的通报", "3月份受理12件。"))).toEqual({
      year: 2025,
      month: 3,
    });
    expect(monthOfReport(passages(...menu, "热线运行情况（2025年3月）", "受理12件。"))?.month).toBe(3);
    expect(daysOfTitle(passages(...menu, ...menu, "2025年3月热线周报", "（3月3日至3月9日）"))).toBe(7);
  });

  test("前几段已写明期间的照前几段；正文里的小标题、图表名不是标题", () => {
    expect(monthOfReport(passages("2025年3月热线月报", ...menu, "2025年2月热线月报"))?.month).toBe(3);
    expect(monthOfReport(passages(...menu, "一、2025年3月份办理情况", "表1 2025年3月办理情况"))).toBeNull();
  });
});

describe("成文日期", () => {
  const related = "2024年10月份运行情况 2024-11-11";
  test("网页写明的发布时间算，带时分秒、后面还有来源也算", () => {
    expect(issuedOn(passages("发布时间：2024-12-06 09：12：30 来源：市热线办", related))).toBe("2024-12-06");
    expect(issuedOn(passages("来源：热线中心发布时间：2024-12-06 09：12浏览次数：12次", related))).toBe("2024-12-06");
    expect(issuedOn(passages("2024-12-06 09：12：30", related))).toBe("2024-12-06");
  });

  test("统计时间、起止日期不是成文日期", () => {
    expect(issuedOn(passages("统计时间：2024-12-06前", "时间：2024年11月1日至11月30日"))).toBeNull();
  });
});
