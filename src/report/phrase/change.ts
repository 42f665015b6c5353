import type { Measured } from "../../domain/measure/measured.ts";
import type { Span } from "../block.ts";
import { rate, size } from "./number.ts";
import { say } from "./say.ts";

const verb = (value: number, up: string, down: string) => (value > 0 ? up : down);

/**
 * 环比、同比: 环比下降19.20% for a count, 环比上升6.72个百分点 for a rate, 环比持平 for none; where there is nothing to compare
 * with, that is said in words and opens the reason.
 */
export function compared(figure: Measured, than = "环比"): Span[] {
  if (figure.value === null) return say`${{ text: `无可比数据，不作${than}`, figure }}`;
  if (figure.value === 0) return say`${than}${{ text: "持平", figure }}`;
  return say`${than}${verb(figure.value, "上升", "下降")}${size(figure)}`;
}

/** 后面的环比: “，环比下降19.20%”; nothing in a period that isn't compared, which the report says once where it begins. */
export const alsoCompared = (figure: Measured): Span[] => (figure.uncompared ? [] : say`，${compared(figure)}`);

/** 率及其环比: 接通率为89.11%，环比上升6.72个百分点; a rate without a value is not compared. */
export const rateCompared = (name: string, figure: Measured, change: Measured): Span[] =>
  figure.value === null ? rate(name, figure) : say`${rate(name, figure)}${alsoCompared(change)}`;

/** 增减: 较上月末增加5件 · 减少5件 · 持平, of a difference of two counts. */
export function moved(figure: Measured, unit: string, than = "较上月末"): Span[] {
  if (figure.value === null) return say`${{ text: `${than}无可比数据`, figure }}`;
  if (figure.value === 0) return say`${than}${{ text: "持平", figure }}`;
  return say`${than}${verb(figure.value, "增加", "减少")}${size(figure)}${unit}`;
}

/** 口径不同的比较: a comparison of two months under different formulas says that it is one of published figures. */
export const restated = (figure: Measured): Span[] =>
  figure.value !== null && figure.note ? say`（${{ text: "两月口径不同，按各自发布数比较", figure }}）` : [];
