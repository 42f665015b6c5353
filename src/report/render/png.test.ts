import { describe, expect, test } from "vitest";
import { hostileText } from "../../../test/world/strangeText.ts";
import type { Chart } from "../../chart/chart.ts";
import { findFonts } from "./fonts.ts";
import { chartPng, outlined } from "./png.ts";
import { printable } from "./printable.ts";
import { chartSvg } from "./svg.ts";

const fonts = findFonts();
const chart = (label: string): Chart => ({
  kind: "bars",
  unit: "件",
  alt: "条",
  rows: [{ label, value: 5, print: "5 件" }],
});

describe("画图为 PNG", () => {
  test("所有文字都成了轮廓，图里不再需要字体", () => {
    for (const label of ["夜间施工噪声", printable(hostileText)]) {
      const svg = outlined(chartSvg(chart(label), { width: 590 }), fonts);
      expect(svg).not.toContain("<text");
      expect(svg.match(/<path d="M[^"]+Z" fill="#1A1F26"/g)?.length).toBeGreaterThanOrEqual(2);
    }
  });

  test("三倍精度，同样的图每次一样", async () => {
    const [once, again] = [await chartPng(chart("噪声"), fonts), await chartPng(chart("噪声"), fonts)];
    expect(once.width).toBe(590);
    expect(once.png.readUInt32BE(16)).toBe(590 * 3);
    expect(once.png.equals(again.png)).toBe(true);
  });

  test("粗体字用粗体的轮廓", () => {
    const words = (weight: string) =>
      outlined(`<text style="font-size:14px;font-weight:${weight};" fill="#000">甲区</text>`, fonts);
    expect(words("bold")).toBe(words("600"));
    expect(words("bold")).not.toBe(words("400"));
  });

  test("字不同图就不同", async () => {
    const [one, other] = [await chartPng(chart("噪声"), fonts), await chartPng(chart("供水"), fonts)];
    expect(one.png.equals(other.png)).toBe(false);
  });
});
