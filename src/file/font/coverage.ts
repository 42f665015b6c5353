import { type FontFile, openFont } from "./open.ts";

/** 缺字: a character that no font at hand can draw. */
export interface MissingCharacter {
  character: string;
  /** 'U+2CB4E' */
  code: string;
}

/** 码位写法: 'U+4E00'; at least four digits. */
export const codeOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;

/** drawn as nothing by every renderer: joiners, marks of direction, variation selectors (names carry them), blanks */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Variation_Selector}\s]/u;

/**
 * 查缺字: the characters of `text` that none of `fonts` has a glyph for, each once, in order of appearance.
 * A half surrogate counts as missing. Fonts are opened only until the last character is found.
 */
export function missingCharacters(text: Iterable<string>, fonts: FontFile[]): MissingCharacter[] {
  let left = [...new Set([...text].flatMap((part) => [...part]))].filter((character) => !invisible.test(character));
  for (const file of fonts) {
    if (left.length === 0) break;
    const font = openFont(file);
    left = left.filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0)!));
  }
  return left.map((character) => ({ character, code: codeOf(character) }));
}

/** 缺字替代: what stands on paper for a character nobody can draw: 〔U+2CB4E〕, never an empty box. */
export const spellOut = (text: string, missing: MissingCharacter[]): string =>
  missing.reduce((done, { character, code }) => done.replaceAll(character, `〔${code}〕`), text);

/** 缺字提示: one sentence per character, for whoever prints the report. */
export const missingNotes = (missing: MissingCharacter[]): string[] =>
  missing.map(({ character, code }) => `“${character}”（${code}）没有可用字体，版面和图片中印作〔${code}〕。`);
