import { type CellContent, type CellKind, shown, wrong } from "./cell.ts";

/** A JSON object or array, also one inside another; null when the text is none. */
export function parsed(content: CellContent | object): object | null {
  if (typeof content === "object") return content instanceof Date ? null : content;
  try {
    const value: unknown = typeof content === "string" ? JSON.parse(content) : null;
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

/** JSON 内容 */
export const json: CellKind = {
  read: (content) => parsed(content) ?? wrong(`${shown(content)}不是 JSON 对象`),
  print: (value: unknown) => JSON.stringify(value),
};
