import type { Measured } from "../../domain/measure/measured.ts";
import type { SheetCell } from "../../file/xlsx/write.ts";
import type { Cell } from "../block.ts";
import { spanText } from "./printable.ts";

/** how a figure stands in a spreadsheet: the whole number divided by `by`, in that format */
const numberForms: Record<Measured["kind"], { by: number; format: string }> = {
  count: { by: 1, format: "0" },
  percent: { by: 10_000, format: "0.00%" },
  points: { by: 100, format: "0.00" },
  change: { by: 10_000, format: "0.00%" },
  score: { by: 100, format: "0.00" },
};

/** 一个数写进表格: the figure itself, not its rounded words; where no digit was printed (—, 持平), what was. */
function figureCell(figure: Measured, printed: string): SheetCell {
  if (figure.value === null || !/\d/.test(printed)) return printed;
  const { by, format } = numberForms[figure.kind];
  return { number: figure.value / by, format };
}

/** 唯一的数: the figure of a cell that holds a figure and nothing else */
export function soleFigure(cell: Cell): Measured | null {
  const [span, ...more] = cell.spans.filter((part) => part !== "");
  return span && more.length === 0 && typeof span === "object" && "figure" in span ? span.figure : null;
}

/** 表格的一格: a figure or plain digits as a number, all else as text. */
export function sheetCell(cell: Cell): SheetCell {
  const text = spanText(cell.spans);
  const figure = soleFigure(cell);
  return figure ? figureCell(figure, text) : (plainNumber(text) ?? (text === "" ? null : text));
}

/** '12', '98.50', '12.30%' written without a figure behind; a leading zero means a code, and longer numbers lose digits */
function plainNumber(text: string): SheetCell {
  const match = /^(-?(?:0|[1-9]\d{0,11}))(?:\.(\d{1,2}))?(%?)$/.exec(text);
  if (!match) return null;
  const [, whole, decimals = "", percent] = match;
  const by = 10 ** decimals.length * (percent ? 100 : 1);
  const format = `0${decimals ? `.${"0".repeat(decimals.length)}` : ""}${percent}`;
  return { number: Number(whole + decimals) / by, format };
}
