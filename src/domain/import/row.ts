/** 一行 → 内容或错误 */
import { type CellContent, isWrong } from "./cell/cell.ts";
import type { Column, Fault, Values } from "./column.ts";
import type { Layout } from "./header.ts";
import type { Names } from "./names.ts";

const isBlank = (content: CellContent | null | undefined) =>
  content === null || content === undefined || (typeof content === "string" && content.trim() === "");

function translated(content: CellContent, words: Map<string, string> | undefined): CellContent {
  return words?.get(String(content).trim()) ?? content;
}

const templates = new WeakMap<Layout, Values>();

/**
 * An object with every column of the layout, to be copied and filled: made key by key, each of them would take twice the
 * memory and several times as long to be read. Only parsing makes one of so many keys in one piece.
 */
function templateOf(layout: Layout): Values {
  const known = templates.get(layout);
  if (known) return known;
  const keys = layout.columns.flatMap((column) => column?.key ?? []);
  const made = JSON.parse(JSON.stringify(Object.fromEntries(keys.map((key) => [key, null])))) as Values;
  templates.set(layout, made);
  return made;
}

/** 读一行: what its cells mean, with every fault that it has. */
export function readRow(
  cells: (CellContent | null)[],
  layout: Layout,
  names: Names,
): { values: Values; faults: Fault[] } {
  const values: Values = { ...templateOf(layout) };
  const faults: Fault[] = [];
  layout.columns.forEach((column, at) => {
    if (!column) return;
    const { key, cell, required, blank } = column;
    const content = cells[at];
    if (isBlank(content)) {
      values[key] = blank === undefined ? null : blank;
      if (required) faults.push({ column: layout.headers[at]!, reason: "不能为空" });
      return;
    }
    const value = cell.read(translated(content!, layout.values.get(key)), names);
    if (isWrong(value)) faults.push({ column: layout.headers[at]!, reason: value.wrong });
    else values[key] = value;
  });
  return { values, faults };
}

/** 列数不符: more cells than headers (blank ones apart), or fewer than a text file must have. */
export function ragged(cells: (CellContent | null)[], layout: Layout, mayBeShort: boolean): Fault[] {
  const [has, wants] = [cells.length, layout.headers.length];
  const isFine = (has <= wants || cells.slice(wants).every(isBlank)) && (mayBeShort || has >= wants);
  return isFine ? [] : [{ column: "", reason: `有 ${has} 列，表头有 ${wants} 列` }];
}

/** 先后颠倒: pairs of instants of which the second may not come before the first. */
export function outOfOrder(
  values: Values,
  sequence: readonly (readonly [string, string])[],
  columns: Column[],
): Fault[] {
  const nameOf = (key: string) => columns.find((one) => one.key === key)?.name ?? key;
  const isReversed = ([first, second]: readonly [string, string]) => {
    const [before, after] = [values[first], values[second]];
    return typeof before === "number" && typeof after === "number" && before > after;
  };
  return sequence
    .filter(isReversed)
    .map(([first, second]) => ({ column: nameOf(second), reason: `“${nameOf(second)}”早于“${nameOf(first)}”` }));
}

/** 打印一行: the cells of a record in the order of the columns. */
export const printRow = (values: Values, columns: Column[], names: Names): (string | number | null)[] =>
  columns.map(({ key, cell }) => {
    const value = values[key];
    return value === null || value === undefined ? null : cell.print(value as never, names);
  });
