import type { Figures, FiguresFile } from "./figures.ts";
import { isMeasured, type Measured } from "./measured.ts";

/** 印出的数: a count as it is, hundredths as a decimal (8911 → 89.11), no value as null. */
export const printedNumber = ({ kind, value }: Measured): number | null =>
  value === null || kind === "count" ? value : value / 100;

function printed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(printed);
  if (value === null || typeof value !== "object") return value;
  if (isMeasured(value)) return printedNumber(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, printed(inner)]));
}

/** 月度数字 → 数字文件: the same shape with numbers as printed; what the month didn't have (null) is left out. */
export function toFile(figures: Figures<Measured>): FiguresFile {
  const present = Object.entries(figures).filter(([, part]) => part !== null);
  return printed(Object.fromEntries(present)) as FiguresFile;
}
