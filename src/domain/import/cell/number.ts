import { type CellContent, type CellKind, isWrong, plainText, shown, type Wrong, wrong } from "./cell.ts";

const GROUPED = /^\d{1,3}(,\d{3})+$/;
/** as large as the database keeps one */
const MOST = 2_147_483_647;

/** 读整数: not negative, plain or grouped (56,405), full-width or not; refuses 5.6万, 12件, 1.5. A form reads by it as a table does. */
export function readCount(content: CellContent): number | Wrong {
  const text = plainText(content);
  if (isWrong(text)) return text;
  const digits = GROUPED.test(text) ? text.replaceAll(",", "") : text;
  if (!/^\d+$/.test(digits)) return wrong(`${shown(content)}不是整数（不要写“万”、单位或小数）`);
  return Number(digits) <= MOST ? Number(digits) : wrong(`${shown(content)}太大，最多 ${MOST.toLocaleString("en-US")}`);
}

/** 读分数: points with at most two decimals, in hundredths (8.75 → 875); refuses -1, 8.755, 八分. A form reads by it as a table does. */
export function readPoints(content: CellContent): number | Wrong {
  const text = plainText(content);
  const found = typeof text === "string" ? /^(\d{1,6})(?:\.(\d{1,2}))?0*$/.exec(text) : null;
  if (!found) return isWrong(text) ? text : wrong(`${shown(content)}不是分数，应为至多两位小数的数`);
  return Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
}

const printPoints = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;

/** 整数 */
export const count: CellKind = { read: readCount, print: (value: number) => value };

/** 分 */
export const points: CellKind = { read: readPoints, print: (value: number) => printPoints(value) };
