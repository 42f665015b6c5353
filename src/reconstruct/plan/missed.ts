import { percent } from "../../domain/measure/exact.ts";
import type { Model, RatioLink, Row, StepLink } from "./model.ts";
import type { Active } from "./propagate.ts";

type Values = Map<string, number>;
const at = (values: Values, name: string) => values.get(name) as number;

/** The rate that an answer's counts give. */
export const given = ({ numerator, denominator }: RatioLink, values: Values) =>
  percent(at(values, numerator), Math.max(1, at(values, denominator))) ?? 0;

function by<T>(all: T[], namesOf: (one: T) => string[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all)
    for (const name of namesOf(one)) {
      const own = found.get(name);
      if (own) own.push(one);
      else found.set(name, [one]);
    }
  return found;
}

/**
 * 算不出的比率: the ratios of which an answer says something that isn't true of the rates that its counts give and the points that
 * these earn. Where all relations hold of those, it doesn't matter that the answer has other rates: nobody prints them.
 */
export function missedBy(model: Model, links: RatioLink[], active: Active): (values: Values) => RatioLink[] {
  const steps = by<StepLink>(
    model.steps.filter(({ block }) => active({ leaf: null, block })),
    ({ from }) => [from],
  );
  const stepsOf = ({ rate }: RatioLink) => steps.get(rate) ?? [];
  const touched = new Set(links.flatMap((link) => [link.rate, ...stepsOf(link).map(({ to }) => to)]));
  const rows = by<Row>(
    model.rows.filter((row) => row.terms.some(([, name]) => touched.has(name)) && active(row)),
    ({ terms }) => terms.map(([, name]) => name).filter((name) => touched.has(name)),
  );
  return (values) => {
    const other = links.filter((link) => given(link, values) !== at(values, link.rate));
    const told = new Map<string, number>();
    for (const link of other) {
      const rate = given(link, values);
      told.set(link.rate, rate);
      for (const { to, points } of stepsOf(link)) told.set(to, points(rate));
    }
    const value = (name: string) => told.get(name) ?? at(values, name);
    const holds = ({ terms, lower, upper }: Row) => {
      const sum = terms.reduce((all, [c, name]) => all + c * value(name), 0);
      return lower <= sum && sum <= upper;
    };
    const names = (link: RatioLink) => [link.rate, ...stepsOf(link).map(({ to }) => to)];
    const isMet = (link: RatioLink) => names(link).every((name) => (rows.get(name) ?? []).every(holds));
    return links.filter((link) => at(values, link.denominator) <= 0 || (told.has(link.rate) && !isMet(link)));
  };
}
