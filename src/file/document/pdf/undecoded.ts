/** 认不出的字: what a page shows in fonts that don't tell their signs. */
import type { Drawing } from "./rules.ts";

/** of each font, how often it shows something, and how often nothing of that can be read */
export type Fonts = Map<string, { shown: number; lost: number }>;

type Glyph = { unicode: string } | number;

/** no sign of any language: for private use, a mark of what is missing, a control */
const meaningless = /^[\p{Co}\p{Cc}\ufffd]/u;

/** 点数 what one page shows, added to what was counted before */
export function countShown(
  { fnArray, argsArray }: Drawing,
  steps: Record<"setFont" | "showText", number>,
  fonts: Fonts,
) {
  let font = "";
  for (const [at, step] of fnArray.entries()) {
    if (step === steps.setFont) font = String((argsArray[at] as unknown[])[0]);
    if (step !== steps.showText) continue;
    const counted = fonts.get(font) ?? { shown: 0, lost: 0 };
    fonts.set(font, counted);
    const glyphs = (argsArray[at] as Glyph[][])[0]!.filter((glyph) => typeof glyph === "object" && glyph !== null);
    counted.shown += 1;
    if (glyphs.every((glyph) => meaningless.test((glyph as { unicode: string }).unicode))) counted.lost += 1;
  }
}

/** whether fonts of which nothing can be read show more than a twentieth; a bullet's or a seal's may be among them */
export function isUndecoded(fonts: Fonts): boolean {
  const all = [...fonts.values()].reduce((sum, { shown }) => sum + shown, 0);
  const lost = [...fonts.values()].reduce((sum, { shown, lost: own }) => sum + (own === shown ? shown : 0), 0);
  return lost * 20 > all;
}
