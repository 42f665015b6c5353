/** 算式: how a score came about, step by step, each rounded where the scorecard rounds. */
import { printHundredths } from "../measure/exact.ts";
import { type ComponentScore, type ItemInput, type ItemScore, isImpossible, type Score } from "./score.ts";
import type { Scorecard, ScorecardComponent, ScorecardItem } from "./scorecard.ts";

const print = printHundredths;
const NONE = "没有数据，没有得分";

const sum = (points: readonly number[]): string => points.map(print).join(" + ");

function slope(item: Extract<ScorecardItem, { kind: "slope" }>, rate: number, points: number): string {
  if (rate >= item.fullFrom) return `${print(rate)}% 达到 ${print(item.fullFrom)}%，得满分 ${print(item.points)}`;
  const worked = `${print(item.points)} −（${print(item.fullFrom)} − ${print(rate)}）× ${print(item.slope)}`;
  return points === 0 ? `${worked} 不足 0，扣完为止，得 ${print(points)}` : `${worked} = ${print(points)}`;
}

const worked = (item: ScorecardItem, input: ItemInput, { rate, points }: ItemScore): string => {
  if (points === null || !input) return NONE;
  if (item.kind === "verdict") return `数据检查认定 ${print(points)}`;
  if (item.kind === "mean" && "sheets" in input)
    return `（${sum(input.sheets)}）÷ ${input.sheets.length} = ${print(points)}`;
  if (isImpossible(input)) return `所报的数有错，更正以前不得分，得 ${print(points)}`;
  if (rate === null) return NONE;
  if (item.kind === "slope") return slope(item, rate, points);
  return `${print(rate)}% × ${print(item.points)} = ${print(points)}`;
};

/** 率的算式: '11 ÷ 18 = 61.11%'; null where the item has no rate of its own */
function rateWorked(input: ItemInput, { rate }: ItemScore): string | null {
  if (!input || !("ratio" in input)) return null;
  const { numerator, denominator } = input.ratio;
  if (isImpossible(input)) return `${numerator} 多于 ${denominator}，不成比率`;
  return `${numerator} ÷ ${denominator}${rate === null ? "，没有数值" : ` = ${print(rate)}%`}`;
}

/** 单项的算式: from the counts to the printed rate, from that to the points. */
export const itemArithmetic = (item: ScorecardItem, input: ItemInput, scored: ItemScore): string =>
  [rateWorked(input, scored), worked(item, input, scored)].filter((step) => step !== null).join("；");

/** 一部分的算式: its items added up, restated to full points where some have no value, then weighted. */
export function componentArithmetic(card: Scorecard, component: ScorecardComponent, scored: ComponentScore): string {
  const points = scored.items.flatMap((item) => item.points ?? []);
  if (scored.sum === null || scored.weighted === null) return "各项都没有数据，没有得分";
  const restated = points.length < component.items.length && card.whenMissing === "leaveOut";
  const reached = component.items.filter((_, at) => scored.items[at]!.points !== null);
  const full = (items: readonly ScorecardItem[]) => print(items.reduce((total, item) => total + item.points, 0));
  const added = restated
    ? `（${sum(points)}）× ${full(component.items)} ÷ ${full(reached)}（没有数据的项目不计）`
    : sum(points);
  const weighted = `${print(scored.sum)} × ${print(component.weight)}% = ${print(scored.weighted)}`;
  return `小计 ${added} = ${print(scored.sum)}；折合 ${weighted}`;
}

/** 总分的算式 */
export function totalArithmetic({ components, total }: Score): string {
  if (total === null) return "有一部分没有得分，没有总分";
  return `${sum(components.map(({ weighted }) => weighted!))} = ${print(total)}`;
}

const decimals = (kept: number | null): string =>
  kept === null ? "不舍入" : kept === 0 ? "取整数" : `保留 ${kept} 位小数`;

/** 舍入步骤, in words */
export const roundingWords = ({ rounding: { rates, items, components } }: Scorecard): string =>
  `各率${decimals(rates)}，各项得分${decimals(items)}，各部分折合得分${decimals(components)}，都是四舍五入`;
