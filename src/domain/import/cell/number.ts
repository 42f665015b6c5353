import { type CellContent, type CellKind, isWrong, plainText, shown, type Wrong, wrong } from "./cell.ts";

const GROUPED = /^\d{1,3}(,\d{3})+$/;
const NEGATIVE = /^[-−]\s*[\d.]/;
/** as large as the database keeps one */
const MOST = 2_147_483_647;
/** 999,999.99 分 */
const MOST_POINTS = 99_999_999;

const negative = (content: CellContent) => wrong(`${shown(content)}不能为负`);
const tooLarge = (content: CellContent, most: string) => wrong(`${shown(content)}太大，最多 ${most}`);

/** 读整数: not negative, plain or grouped (56,405), full-width or not; refuses 5.6万, 12件, 1.5. A form reads by it as a table does. */
export function readCount(content: CellContent, most = MOST): number | Wrong {
  const text = plainText(content);
  if (isWrong(text)) return text;
  if (NEGATIVE.test(text)) return negative(content);
  const digits = GROUPED.test(text) ? text.replaceAll(",", "") : text;
  if (!/^\d+$/.test(digits)) return wrong(`${shown(content)}不是整数（不要写“万”、单位或小数）`);
  return Number(digits) <= most ? Number(digits) : tooLarge(content, most.toLocaleString("en-US"));
}

/** 读分数: points with at most two decimals, in hundredths (8.75 → 875); refuses -1, 8.755, 八分. A form reads by it as a table does. */
export function readPoints(content: CellContent, most = MOST_POINTS): number | Wrong {
  const text = plainText(content);
  if (isWrong(text)) return text;
  if (NEGATIVE.test(text)) return negative(content);
  const found = /^(\d+)(?:\.(\d{1,2})0*)?$/.exec(text);
  if (!found) return wrong(`${shown(content)}不是分数，应为至多两位小数的数`);
  const value = Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  return value <= most ? value : tooLarge(content, printPoints(most));
}

const printPoints = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;

/** 整数 */
export const count: CellKind = { read: (content) => readCount(content), print: (value: number) => value };

/** 分 */
export const points: CellKind = {
  read: (content) => readPoints(content),
  print: (value: number) => printPoints(value),
};
