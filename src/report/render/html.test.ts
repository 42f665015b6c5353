import { describe, expect, test } from "vitest";
import { fullFacts, silentFacts } from "../../../test/world/report.ts";
import { lightTheme } from "../../chart/theme.ts";
import { assembleReport } from "../assemble.ts";
import type { CaseFacts } from "../caseFacts.ts";
import { escapeHtml, scriptJson } from "./escape.ts";
import { reportHtml } from "./html.ts";

const hostile = `</script><script>alert("甲")</script>&'乙\u0000\ud800`;

function hostileHtml(): string {
  const facts = fullFacts();
  const [row] = facts.figures.appendix1.groups[0]!.rows;
  row!.unit = hostile;
  row!.validOrders.of = hostile;
  facts.figures.topCategories[0]!.category = hostile;
  (facts.cases.difficult[0] as CaseFacts).request = hostile;
  return reportHtml(assembleReport({ ...facts, platform: hostile }));
}

const provenance = (html: string) =>
  JSON.parse(/<script type="application\/json" id="provenance">(.*?)<\/script>/s.exec(html)![1]!) as {
    words: string[];
    entries: [number, number][][];
  };

describe("网页", () => {
  const html = reportHtml(assembleReport(fullFacts()));
  const { words, entries } = provenance(html);
  test("每个印出的数都有出处", () => {
    const opened = [...html.matchAll(/data-n="(\d+)"/g)].map((match) => Number(match[1]));
    expect(opened.length).toBeGreaterThan(300);
    for (const at of opened) expect(entries[at]!.length).toBeGreaterThan(2);
    expect(entries.flat().every(([label, text]) => words[label] && words[text])).toBe(true);
  });
  test("率的出处有口径、分子分母、统计范围", () => {
    const told = entries.map((entry) => entry.map(([label, text]) => `${words[label]}：${words[text]}`).join("；"));
    expect(told.find((text) => text.includes("指标：接通率；"))).toMatch(
      /计算：11820 ÷ 12600.*统计范围：来电时间在本月的来电/,
    );
    expect(told.some((text) => text.includes("口径依据：临江市热线办〔2023〕7号"))).toBe(true);
  });
  test("不联网：没有外部地址", () =>
    expect(html.replaceAll(/http:\/\/www\.w3\.org\/[\w/]+/g, "")).not.toMatch(
      /(src|href)="(?!#)|https?:|@import|url\(/,
    ));
  test("图有文字说明，编号不重复", () => {
    expect(html.match(/<svg role="img" aria-label="[^"]+"/g)!.length).toBe(16);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test("演示标在页首和标题", () => {
    expect(html).toContain("<title>【演示】临江市");
    expect(reportHtml(assembleReport(silentFacts()))).not.toContain("演示：");
  });
  test("同一报告两次生成逐字节相同", () => expect(reportHtml(assembleReport(fullFacts()))).toBe(html));
});

test("图的每种颜色在深色下都有对应", () => {
  const html = reportHtml(assembleReport(silentFacts()));
  for (const color of [lightTheme.ink, ...lightTheme.fills]) expect(html).toContain(`.chart svg [fill="${color}"] {`);
});

describe("转义", () => {
  const html = hostileHtml();
  test("名称里的标签不成为标签", () => {
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("&lt;script&gt;alert(&quot;甲&quot;)");
    expect(html.match(/<script/g)).toHaveLength(2);
  });
  test("脚本数据里的名称还原后一字不差", () =>
    expect(provenance(html).words.some((word) => word.includes("</script><script>alert"))).toBe(true));
  test("控制字符和半个代理对换成替代符", () => expect(escapeHtml("甲\u0000\ud800𠮷")).toBe("甲\ufffd\ufffd𠮷"));
  test("脚本数据不含尖括号", () => {
    const text = scriptJson({ a: "</script>\u2028" });
    expect(text).not.toMatch(/[<>\u2028]/);
    expect(JSON.parse(text)).toEqual({ a: "</script>\u2028" });
  });
});
