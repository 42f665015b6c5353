/**
 * 文本编码的判断: UTF-8 or GB18030, by looking at whole lines. Neither can be told apart by its first characters alone, so
 * every line of the sample votes, and text that merely happens to be decodable (Big5 as GB18030) is refused by its letters.
 */
import { isAscii, isUtf8 } from "node:buffer";
import { Refusal, refuse } from "../../domain/refusal.ts";

export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

const MARKS: { mark: number[]; encoding: Encoding }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
];

const NEWLINE = 0x0a;

/** 按行切开: views on the bytes, each with its newline; the last may have none. */
export function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, from);
    const until = end < 0 ? bytes.length : end + 1;
    yield bytes.subarray(from, until);
    from = until;
  }
}

/** 是否像 UTF-8 的中文: valid and with a three-byte character, which a line of GB18030 all but never is. */
export const looksUtf8 = (line: Buffer): boolean => isUtf8(line) && line.some((byte) => byte >= 0xe0);

const isHanzi = (lead: number, trail: number) =>
  trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7));

/** 是否像 GB18030 的中文: decodable, and at least nine of ten of its two-byte characters are those of GB 2312. */
export function looksGb18030(line: Buffer): boolean {
  const { common, all, faults } = gb18030Signs(line);
  return faults === 0 && common * 10 >= all * 9;
}

/** 按 GB18030 数字符: how many are of two bytes, how many of these are in GB 2312, and how many bytes begin none */
export function gb18030Signs(line: Buffer): { common: number; all: number; faults: number } {
  let [common, all, faults] = [0, 0, 0];
  for (let at = 0; at < line.length; at += 1) {
    const [lead = 0, trail = 0] = [line[at], line[at + 1]];
    if (lead < 0x80) continue;
    if (lead !== 0x80 && lead !== 0xff && trail >= 0x30 && trail <= 0x39) {
      at += 3;
    } else if (lead === 0x80 || lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff) {
      faults += 1;
    } else {
      all += 1;
      if (isHanzi(lead, trail)) common += 1;
      at += 1;
    }
  }
  return { common, all, faults };
}

const isUndecided = (line: Buffer) => isAscii(line);

/**
 * 判断编码: of a sample of whole lines; null while all is ASCII. More than half of the lines that are not ASCII must fit,
 * the first among them. Refuses (throws) naming the first line that fits neither; `before` lines precede the sample.
 */
export function encodingOf(sample: Buffer, before: number): Encoding | null {
  for (const { mark, encoding } of MARKS)
    if (before === 0 && mark.every((byte, at) => sample[at] === byte)) return encoding;
  const lines = [...linesOf(sample)];
  const telling = lines.filter((line) => !isUndecided(line));
  const [first] = telling;
  if (!first) return null;
  const fits = (test: (line: Buffer) => boolean) => test(first) && telling.filter(test).length * 2 > telling.length;
  if (fits(isUtf8)) return "utf-8";
  if (fits(looksGb18030)) return "gb18030";
  const bad = lines.findIndex((line) => !isUtf8(line) && !looksGb18030(line));
  throw new Refusal(
    refuse(
      "unknownEncoding",
      `文件既不是 UTF-8 也不是 GB18030 编码，第 ${before + 1 + Math.max(bad, 0)} 行无法解码。`,
      "请在原系统或 WPS/Excel 中另存为“CSV UTF-8”后再导入。",
    ),
  );
}
