/** 轨迹: the numbered steps of a work order in one cell, as JSON whose members are named like columns. */
import type { Column, Values } from "../column.ts";
import type { Names } from "../names.ts";
import { type CellContent, type CellKind, isWrong, shown, type Wrong, wrong } from "./cell.ts";
import { parsed } from "./json.ts";

const isBlank = (content: CellContent | null | undefined) =>
  content === undefined || content === null || content === "";

function readStep(step: Record<string, CellContent>, columns: Column[], names: Names): Values | Wrong {
  const values: Values = {};
  for (const { key, name, cell, required, blank } of columns) {
    const content = step[name] ?? step[key];
    if (isBlank(content) && required) return wrong(`缺少“${name}”`);
    const value = isBlank(content) ? (blank ?? null) : cell.read(content!, names);
    if (isWrong(value)) return wrong(`的“${name}”：${value.wrong}`);
    values[key] = value;
  }
  return values;
}

const printStep = (step: Values, columns: Column[], names: Names) =>
  Object.fromEntries(
    columns.flatMap(({ key, name, cell, blank }) => {
      const value = step[key] ?? null;
      return value === null || value === blank ? [] : [[name, cell.print(value as never, names)]];
    }),
  );

/** 轨迹单元格: steps with these columns. */
export const trail = (columns: Column[]): CellKind => ({
  read: (content, names) => {
    const steps = parsed(content);
    if (!Array.isArray(steps) || !steps.every((step) => typeof step === "object" && step !== null))
      return wrong(`${shown(content)}不是轨迹（应为 JSON 数组）`);
    const read = steps.map((step) => readStep(step, columns, names));
    return read.find(isWrong) ?? read;
  },
  print: (steps: Values[], names) => JSON.stringify(steps.map((step) => printStep(step, columns, names))),
});
