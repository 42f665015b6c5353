/** The few members of fontkit that are used here; the package brings no types. */
declare module "fontkit" {
  interface Glyph {
    path: { commands: { command: string; args: number[] }[] };
    advanceWidth: number;
  }
  interface Font {
    postscriptName: string;
    unitsPerEm: number;
    ascent: number;
    descent: number;
    name: { records: Record<string, Record<string, string>> };
    "OS/2"?: { usWeightClass: number; fsType: { noEmbedding: boolean; viewOnly: boolean } };
    hasGlyphForCodePoint(code: number): boolean;
    glyphForCodePoint(code: number): Glyph;
  }
  function openSync(path: string): Font | { fonts: Font[] };
}
