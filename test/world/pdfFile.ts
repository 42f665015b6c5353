/** .pdf 文件: written by hand, so that a test says where each word stands on the page. */

export interface PdfPage {
  /** left, baseline from the foot of the page, words, and how high they are */
  words: [x: number, y: number, text: string, size?: number][];
  /** rules from one point to another */
  rules?: [x0: number, y0: number, x1: number, y1: number][];
  /** quarters by which the page is turned, and its words against it */
  turned?: number;
  /** across the page, from its lower left corner */
  watermark?: string;
}

/** how its signs are written: as what they are, with a table that says so, or by the character map of a name */
export interface PdfFont {
  map: string;
  /** in hexadecimal */
  encoded(text: string): string;
}

const unicode = (text: string): string => Buffer.from(text, "utf16le").swap16().toString("hex");

/** as most programs write it today */
const told: PdfFont = { map: "Identity-H", encoded: unicode };

/** by the character map of that name, without a word about what the signs are */
export const named = (map: string, encoded = unicode): PdfFont => ({ map, encoded });

const told16 = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000><ffff> endcodespacerange
256 beginbfrange ${Array.from({ length: 256 }, (_, high) => {
  const at = high.toString(16).padStart(2, "0");
  return `<${at}00><${at}ff><${at}00>`;
}).join("\n")} endbfrange endcmap end`;

/** half a sign for what is narrow, a whole one for the rest */
const widths = (font: PdfFont): string => (font === told ? "[32[" : "[1[") + "500 ".repeat(95).concat("]]");

function drawn({ words, rules = [], turned = 0, watermark }: PdfPage, font: PdfFont): string {
  const shown = words.map(([x, y, text, size = 16]) => {
    const placed = [`1 0 0 1 ${x} ${y}`, `0 1 -1 0 ${595 - y} ${x}`, `-1 0 0 -1 ${595 - x} ${842 - y}`][turned];
    return `/F ${size} Tf ${placed} Tm <${font.encoded(text)}> Tj`;
  });
  if (watermark) shown.push(`/F 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm <${font.encoded(watermark)}> Tj`);
  return `${rules.map(([x0, y0, x1, y1]) => `${x0} ${y0} m ${x1} ${y1} l S`).join("\n")}\nBT\n${shown.join("\n")}\nET`;
}

const stream = (text: string): string => `<</Length ${text.length}>>stream\n${text}\nendstream`;

/** 一份 .pdf of pages 595 by 842 points */
export function pdfFile(pages: PdfPage[], font: PdfFont = told): Buffer {
  const ordering = font === told ? "Identity" : "GB1";
  const kids = pages.map((_, at) => 6 + 2 * at);
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${kids.map((id) => `${id} 0 R`).join(" ")}]>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/${font.map}/DescendantFonts[4 0 R]${font === told ? "/ToUnicode 5 0 R" : ""}>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/Song/Flags 6/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 90>>/DW 1000/W${widths(font)}>>`,
    stream(told16),
    ...pages.flatMap((page, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${90 * (page.turned ?? 0)}/Resources<</Font<</F 3 0 R>>>>/Contents ${7 + 2 * at} 0 R>>`,
      stream(drawn(page, font)),
    ]),
  ];
  const parts = ["%PDF-1.4\n", ...objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`)];
  const starts = parts.map((_, at) => parts.slice(0, at).join("").length);
  const table = starts.slice(1).map((start) => `${String(start).padStart(10, "0")} 00000 n \n`);
  return Buffer.from(
    `${parts.join("")}xref\n0 ${parts.length}\n0000000000 65535 f \n${table.join("")}trailer<</Size ${parts.length}/Root 1 0 R>>\nstartxref\n${parts.join("").length}\n%%EOF`,
    "latin1",
  );
}
