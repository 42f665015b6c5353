import type { Names } from "../names.ts";

/** 一格里的内容: as a file holds it; a date of a spreadsheet is its wall-clock time, written as if it were UTC. */
export type CellContent = string | number | Date;

/** 一格不能用的原因, in Chinese: the end of the sentence “受理时间”… */
export interface Wrong {
  wrong: string;
}

/** 一类单元格: how its content is read, and printed so that reading gives the same value again. Reading never sees a blank. */
export interface CellKind {
  read(content: CellContent, names: Names): unknown;
  print(value: never, names: Names): string | number;
}

export const wrong = (sentence: string): Wrong => ({ wrong: sentence });

export const isWrong = (value: unknown): value is Wrong =>
  typeof value === "object" && value !== null && "wrong" in value;

const SHOWN = 40;

/** 原样引述: content in a message, shortened. */
export const shown = (content: CellContent): string => {
  const text = content instanceof Date ? content.toISOString() : String(content);
  return text.length > SHOWN ? `“${[...text.slice(0, 2 * SHOWN)].slice(0, SHOWN).join("")}…”` : `“${text}”`;
};

/** 单元格文字: trimmed, full-width digits and signs narrowed. A number beyond exact integers has lost digits and is refused. */
export function plainText(content: CellContent): string | Wrong {
  if (content instanceof Date) return wrong("应为文字，却是日期格式");
  if (typeof content === "string") return content.normalize("NFKC").trim();
  return Number.isInteger(content) && !Number.isSafeInteger(content)
    ? wrong("以数值存放，末尾数位已丢失，请在原表中设为文本")
    : String(content);
}
