import { type FontFile, openFont } from "./open.ts";

/** 字形轮廓: how far a line of text reaches, and its glyphs as one SVG path that starts at (0, 0) on the baseline. */
interface Outline {
  width: number;
  path: string;
  /** height of the middle of a line above its baseline */
  middle: number;
}

/** 文字转轮廓: each character drawn with the first of `fonts` that has it; one that none has is left out. No kerning. */
export function outlineText(text: string, size: number, fonts: FontFile[]): Outline {
  const path: string[] = [];
  let x = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const font = fonts.map(openFont).find((candidate) => candidate.hasGlyphForCodePoint(code));
    if (!font) continue;
    const glyph = font.glyphForCodePoint(code);
    const scale = size / font.unitsPerEm;
    for (const { command, args } of glyph.path.commands) path.push(pathStep(command, args, scale, x));
    x += glyph.advanceWidth * scale;
  }
  const { ascent, descent, unitsPerEm } = openFont(fonts[0]!);
  return { width: x, path: path.join(""), middle: ((ascent + descent) / 2 / unitsPerEm) * size };
}

const letters: Record<string, string> = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
};

const pathStep = (command: string, args: number[], scale: number, x: number): string =>
  letters[command] + args.map((value, at) => (at % 2 === 0 ? x + value * scale : -value * scale).toFixed(2)).join(" ");
