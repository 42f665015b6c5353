import type { Ratio } from "../measure/counts.ts";
import {
  add,
  exceedsWhole,
  type Fraction,
  fraction,
  inHundredths,
  isLess,
  meanOfHundredths,
  multiply,
  subtract,
  toDecimals,
} from "../measure/exact.ts";
import type { Scorecard, ScorecardComponent, ScorecardItem } from "./scorecard.ts";

/** 评分输入: a rate as counts or already printed (hundredths), points given, or one sheet's points each; null = none. */
export type ItemInput = { ratio: Ratio } | { rate: number } | { points: number } | { sheets: number[] } | null;
export type ScoreInputs = { [C in ScorecardComponent["key"]]?: Record<string, ItemInput> };

/** 一项得分: the printed rate (hundredths of a percent) and the points it earns (hundredths); null = no value. */
export interface ItemScore {
  key: string;
  rate: number | null;
  points: number | null;
}
export interface ComponentScore {
  key: ScorecardComponent["key"];
  items: ItemScore[];
  /** 小计: sum of the items' points before weighting */
  sum: number | null;
  /** 折合得分 */
  weighted: number | null;
}
export interface Score {
  components: ComponentScore[];
  total: number | null;
}

const ZERO = fraction(0);
const ofHundredths = (value: number) => fraction(value, 100);

/** 所报的数有错: more than 100 % is no rate; unlike one that is missing it earns nothing, or a wrong number would pay */
export const isImpossible = (input: ItemInput): boolean =>
  input !== null && (("ratio" in input && exceedsWhole(input.ratio)) || ("rate" in input && input.rate > 10_000));

function rateOf(input: ItemInput, decimals: number | null): Fraction | null {
  if (isImpossible(input)) return null;
  if (input && "rate" in input) return ofHundredths(input.rate);
  if (!input || !("ratio" in input) || input.ratio.denominator === 0) return null;
  return toDecimals(fraction(BigInt(input.ratio.numerator) * 100n, input.ratio.denominator), decimals);
}

function slopePoints(item: Extract<ScorecardItem, { kind: "slope" }>, rate: Fraction): Fraction {
  const below = subtract(ofHundredths(item.fullFrom), rate);
  if (!isLess(ZERO, below)) return ofHundredths(item.points);
  const points = subtract(ofHundredths(item.points), multiply(below, ofHundredths(item.slope)));
  return isLess(points, ZERO) ? ZERO : points;
}

function pointsOf(item: ScorecardItem, input: ItemInput, rate: Fraction | null): Fraction | null {
  if (item.kind === "verdict") return input && "points" in input ? ofHundredths(input.points) : null;
  if (item.kind === "mean") return input && "sheets" in input ? meanOfHundredths(input.sheets) : null;
  if (rate === null) return isImpossible(input) ? ZERO : null;
  return item.kind === "slope" ? slopePoints(item, rate) : multiply(rate, fraction(item.points, 10000));
}

/** 单项得分: one item's printed rate and points, by the scorecard's rounding steps. */
export function scoreItem(
  card: Scorecard,
  item: ScorecardItem,
  input: ItemInput,
): ItemScore & { exact: Fraction | null } {
  const rate = rateOf(input, card.rounding.rates);
  const points = pointsOf(item, input, rate);
  const exact = points && toDecimals(points, card.rounding.items);
  return { key: item.key, rate: rate && inHundredths(rate), points: exact && inHundredths(exact), exact };
}

/** 项目有值部分 → 小计: the items' sum, restated to the component's full points when some are left out. */
function componentSum(card: Scorecard, component: ScorecardComponent, points: (Fraction | null)[]): Fraction | null {
  if (points.every((point) => point === null)) return null;
  const sum = points.reduce<Fraction>((total, point) => (point ? add(total, point) : total), ZERO);
  if (card.whenMissing === "zero" || !points.includes(null)) return sum;
  const full = component.items.reduce((total, item) => total + item.points, 0);
  const reached = component.items.reduce((total, item, at) => total + (points[at] ? item.points : 0), 0);
  return reached === 0 ? null : multiply(sum, fraction(full, reached));
}

function scoreComponent(card: Scorecard, component: ScorecardComponent, inputs: Record<string, ItemInput>) {
  const scored = component.items.map((item) => scoreItem(card, item, inputs[item.key] ?? null));
  const items = scored.map(({ exact: _, ...item }) => item);
  const sum = componentSum(
    card,
    component,
    scored.map((item) => item.exact),
  );
  const weighted = sum && toDecimals(multiply(sum, fraction(component.weight, 10000)), card.rounding.components);
  const printed = {
    key: component.key,
    items,
    sum: sum && inHundredths(sum),
    weighted: weighted && inHundredths(weighted),
  };
  return { printed, weighted };
}

/**
 * 综合得分: every item's points, each component's weighted score and the total, exact in hundredths, rounded where the
 * scorecard says so. A component without any value leaves the total without one, and so does
 * a scorecard without components.
 */
export function score(card: Scorecard, inputs: ScoreInputs): Score {
  const components = card.components.map((component) => scoreComponent(card, component, inputs[component.key] ?? {}));
  const parts = components.map((component) => component.weighted);
  const total =
    parts.length === 0 || parts.includes(null)
      ? null
      : parts.reduce<Fraction>((sum, part) => add(sum, part as Fraction), ZERO);
  return { components: components.map((component) => component.printed), total: total && inHundredths(total) };
}
