import { expect, test } from "vitest";
import type { Chart } from "../../chart/chart.ts";
import { chartSvg } from "./svg.ts";

const rows = [
  { label: "咨询<类>", value: 26, print: "26件，{a}52.00%" },
  { label: "城乡规划建设及房屋土地类", value: 24, print: "24件，48.00%" },
];
const charts: Chart[] = [
  { kind: "pie", unit: "件", rows, alt: '"饼"' },
  { kind: "bars", unit: "件", rows, alt: "条" },
  { kind: "panels", unit: "%", panels: [{ title: "东区", rows }], alt: "小图" },
];

test.each(charts)("$kind：画两次逐字节相同，名称完整，占位符不被代换", (chart) => {
  const svg = chartSvg(chart, { width: 720, fontFamily: '"Test Song", serif' });
  expect(chartSvg(chart, { width: 720, fontFamily: '"Test Song", serif' })).toBe(svg);
  expect(svg).toContain("城乡规划建设及房屋土地类");
  expect(svg).toContain("咨询&lt;类&gt;");
  expect(svg).toContain("｛a｝");
  expect(svg).toContain(`font-family:'Test Song', serif`);
  expect(svg).not.toMatch(/<类>|NaN|…/);
});
