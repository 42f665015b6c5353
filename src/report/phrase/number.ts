import { printHundredths } from "../../domain/measure/exact.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import type { Span } from "../block.ts";
import { say } from "./say.ts";

const print: Record<Measured["kind"], (value: number) => string> = {
  count: String,
  percent: (value) => `${printHundredths(value)}%`,
  points: (value) => `${printHundredths(value)}个百分点`,
  change: (value) => `${printHundredths(value)}%`,
  score: printHundredths,
};

/** 没有值时表格里的样子 */
export const NO_VALUE = "—";

/** 数字的印法: 12318 · 97.65% · 0.43个百分点 · 86.50; without a value —. Signs are kept. */
export const figureText = (figure: Measured): string =>
  figure.value === null ? NO_VALUE : print[figure.kind](figure.value);

/** 可打开的数 */
export const num = (figure: Measured): Span => ({ text: figureText(figure), figure });

/** 不带正负号的数: for sentences whose verb (上升、下降) already says the direction. */
export const size = (figure: Measured): Span => ({
  text: figureText({ ...figure, value: figure.value === null ? null : Math.abs(figure.value) }),
  figure,
});

/** 量词短语: 12318通; without a value 数量不详, which opens the reason. */
export const count = (figure: Measured, unit: string): Span[] =>
  figure.value === null ? say`${{ text: "数量不详", figure }}` : say`${num(figure)}${unit}`;

/** 名称和件数: 停车管理12件; a name that ends in a digit keeps apart from its number: 夏季102（12件）. */
export const counted = (name: string, figure: Measured, unit: string): Span[] =>
  /\d$/.test(name) ? say`${name}（${count(figure, unit)}）` : say`${name}${count(figure, unit)}`;

/** 率: 接通率为89.11%; without a value why there is none, never 0 or NaN. */
export const rate = (name: string, figure: Measured): Span[] =>
  figure.value === null
    ? say`${name}${{ text: "无法计算", figure }}（${figure.reason ?? "没有可计入的记录"}）`
    : say`${name}为${num(figure)}`;

/** 有值且不为零 */
export const some = (figure: Measured | null | undefined): figure is Measured & { value: number } => !!figure?.value;

/** 中文数目: 三 · 十二 · 九十九; from 100 on in digits. */
export function numeral(value: number): string {
  const digits = "〇一二三四五六七八九";
  if (value > 99) return String(value);
  const [tens, ones] = [Math.trunc(value / 10), value % 10];
  if (tens === 0) return digits[ones]!;
  return `${tens === 1 ? "" : digits[tens]}十${ones === 0 ? "" : digits[ones]}`;
}

/** 几个、几家: a number before its measure word: 两家, 三个. */
export const several = (value: number): string => (value === 2 ? "两" : numeral(value));

/** 大类的印法: 社会治安 → 社会治安类; a name that already ends so stays */
export const categoryName = (category: string): string => (/类$/.test(category) ? category : `${category}类`);
