import { attribute, type XmlEvents, xmlScanner } from "./xml.ts";
import { type Archive, unzipped, type ZipEntry } from "./zip.ts";

/** 工作簿的公用部分: what the sheets refer to. */
export interface WorkbookParts {
  /** name of the first visible sheet's file inside the archive */
  sheet: string;
  /** days are counted from 1904 instead of 1900 */
  from1904: boolean;
  strings: string[];
  /** by style number: whether numbers in that style are dates */
  dateStyles: boolean[];
}

/** 读公用部分 */
export async function workbookParts(path: string, entries: Map<string, ZipEntry>): Promise<WorkbookParts | null> {
  const sheets: { id: string; hidden: boolean }[] = [];
  let from1904 = false;
  await scan(path, entries.get("xl/workbook.xml"), {
    open(name, attributes) {
      if (name === "sheet")
        sheets.push({
          id: attribute(attributes, "r:id") ?? attribute(attributes, "id") ?? "",
          hidden: /hidden/i.test(attribute(attributes, "state") ?? ""),
        });
      if (name === "workbookPr") from1904 = /^(1|true)$/.test(attribute(attributes, "date1904") ?? "");
    },
  });
  const targets = new Map<string, string>();
  await scan(path, entries.get("xl/_rels/workbook.xml.rels"), {
    open(name, attributes) {
      if (name === "Relationship")
        targets.set(attribute(attributes, "Id") ?? "", attribute(attributes, "Target") ?? "");
    },
  });
  const target = targets.get((sheets.find(({ hidden }) => !hidden) ?? sheets[0])?.id ?? "");
  if (target === undefined) return null;
  return {
    sheet: target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`,
    from1904,
    strings: await sharedStrings(path, entries.get("xl/sharedStrings.xml")),
    dateStyles: await dateStyles(path, entries.get("xl/styles.xml")),
  };
}

/** 扫一遍: a part from beginning to end; nothing happens when it is not there */
export async function scan(archive: Archive, entry: ZipEntry | undefined, events: Partial<XmlEvents>) {
  if (!entry) return;
  const nothing = () => {};
  const feed = xmlScanner({ open: nothing, close: nothing, text: nothing, ...events });
  for await (const piece of decodedPart(archive, entry)) feed(piece);
}

/** 一个部分的文字: UTF-8, or UTF-16 where its first bytes say so; characters are never cut */
export async function* decodedPart(archive: Archive, entry: ZipEntry): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const piece of unzipped(archive, entry)) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? "utf-16le" : "utf-8");
    yield decoder.decode(piece, { stream: true });
  }
}

async function sharedStrings(path: string, entry: ZipEntry | undefined): Promise<string[]> {
  const strings: string[] = [];
  let [text, isText, isReading] = ["", false, false];
  await scan(path, entry, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "t") isText = !isReading;
      else if (name === "rPh") isReading = true; // how a word is pronounced, not what it says
    },
    close(name) {
      if (name === "si") strings.push(spelled(text));
      else if (name === "t") isText = false;
      else if (name === "rPh") isReading = false;
    },
    text(piece) {
      if (isText) text += piece;
    },
  });
  return strings;
}

/** '_x000D_' is how the format writes a character that XML forbids */
export const spelled = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

async function dateStyles(path: string, entry: ZipEntry | undefined): Promise<boolean[]> {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let isCellStyles = false;
  await scan(path, entry, {
    open(name, attributes) {
      if (name === "numFmt")
        formats.set(Number(attribute(attributes, "numFmtId")), attribute(attributes, "formatCode") ?? "");
      else if (name === "cellXfs") isCellStyles = true;
      else if (name === "xf" && isCellStyles) {
        const id = Number(attribute(attributes, "numFmtId") ?? 0);
        styles.push(formats.has(id) ? isDateFormat(formats.get(id)!) : isBuiltInDate(id));
      }
    },
    close(name) {
      if (name === "cellXfs") isCellStyles = false;
    },
  });
  return styles;
}

/** the numbers that the format itself gives to dates, the Chinese ones among them */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** letters of a date outside quotes and brackets; a duration such as [h]:mm stays a number */
const isDateFormat = (code: string): boolean =>
  !/\[[hms]+\]/i.test(code) && /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*.|general/gi, ""));
