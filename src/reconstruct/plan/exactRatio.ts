import { percent } from "../../domain/measure/exact.ts";
import { between, type Model, type RatioLink, type Row, variable } from "./model.ts";
import type { Bounds } from "./propagate.ts";

/** Up to that many denominators a ratio is written out one by one. */
const MOST_DENOMINATORS = 120;

const range = ({ lower, upper }: Bounds, name: string) =>
  [Math.max(1, lower.get(name) ?? 0), upper.get(name) ?? 0] as const;

/** 分母少的比率, which can be written out as linear relations. */
export function isWritable(link: RatioLink, bounds: Bounds): boolean {
  const [low, high] = range(bounds, link.denominator);
  return high - low < MOST_DENOMINATORS;
}

/**
 * 逐个分母写出: the same model without this ratio, but with one switch for every denominator that it may have, under which
 * numerator and rate are tied exactly.
 */
export function writtenOut(model: Model, link: RatioLink, bounds: Bounds): Model {
  const [low, high] = range(bounds, link.denominator);
  const rows: Row[] = [];
  const out: Model = {
    ...model,
    bounds: new Map(model.bounds),
    rows,
    ratios: model.ratios.filter((one) => one !== link),
  };
  const row = (terms: Row["terms"], least: number, most: number) =>
    between(out, link.leaf, terms, least, most, link.says);
  const denominators = Array.from({ length: Math.max(0, high - low + 1) }, (_, at) => low + at);
  const cases = denominators.map((denominator) => {
    const of = (part: string) => `${link.rate} ${part} ${denominator}`;
    const [on, above, rate] = [
      variable(out, of("分母为"), 0, 1),
      variable(out, of("分子"), 0, denominator),
      variable(out, of("比率"), 0, percent(denominator, denominator) as number),
    ];
    row(
      [
        [1, above],
        [-denominator, on],
      ],
      Number.NEGATIVE_INFINITY,
      0,
    );
    row(
      [
        [1, rate],
        [-10000, on],
      ],
      Number.NEGATIVE_INFINITY,
      0,
    );
    row(
      [
        [20000, above],
        [-2 * denominator, rate],
        [denominator, on],
      ],
      0,
      Number.POSITIVE_INFINITY,
    );
    row(
      [
        [20000, above],
        [-2 * denominator, rate],
        [1 - denominator, on],
      ],
      Number.NEGATIVE_INFINITY,
      0,
    );
    return { denominator, on, above, rate };
  });
  row(
    cases.map(({ on }) => [1, on]),
    1,
    1,
  );
  row([[1, link.denominator], ...cases.map(({ denominator, on }): [number, string] => [-denominator, on])], 0, 0);
  row([[1, link.numerator], ...cases.map(({ above }): [number, string] => [-1, above])], 0, 0);
  row([[1, link.rate], ...cases.map(({ rate }): [number, string] => [-1, rate])], 0, 0);
  for (const one of rows) Object.assign(one, { block: link.block, restsOn: [link.denominator] });
  return { ...out, rows: [...model.rows, ...rows] };
}
