/** 分解: a count or a rate by unit, group of units or class, where the counts that it was made of say so. */
import type { MonthCounts, RequestCounts, UnitFollowUpCounts } from "./counts.ts";
import type { Measured } from "./measured.ts";
import { satisfactionRatio, satisfactionRule } from "./satisfaction.ts";
import { categoryName, categoryOf, type Setting, unitName } from "./setting.ts";
import { total } from "./tally.ts";

/** 分到一处的计数; of a plain count the denominator is the whole, added later */
interface Atom {
  unit?: string;
  category?: string;
  numerator: number;
  denominator: number;
}

/** 分法 */
export const dimensions = {
  unitGroup: "按单位分组",
  unit: "按承办单位",
  category: "按诉求大类",
  subcategory: "按诉求小类",
} as const;
export type Dimension = keyof typeof dimensions;

export interface BreakdownRow {
  name: string;
  numerator: number;
  denominator: number;
}

export interface Breakdown {
  by: Dimension;
  /** most first */
  rows: BreakdownRow[];
}

type Atoms = (counts: MonthCounts, setting: Setting, of: string | undefined) => Atom[];

const requests =
  (counted: (row: RequestCounts, of: string | undefined) => boolean, within: typeof counted = counted): Atoms =>
  (counts, _, of) =>
    counts.requests.map((row) => ({
      category: row.category,
      numerator: counted(row, of) ? row.count : 0,
      denominator: within(row, of) ? row.count : 0,
    }));

const units =
  (numerator: (unit: UnitFollowUpCounts) => number, denominator = numerator): Atoms =>
  (counts) =>
    counts.units.map((unit) => ({ unit: unit.unit, numerator: numerator(unit), denominator: denominator(unit) }));

const all = () => true;
const outcome = (name: RequestCounts["outcome"]) => (row: RequestCounts) => row.outcome === name;

const satisfaction: Atoms = (counts, setting) => {
  const rule = satisfactionRule(setting);
  return rule ? counts.units.map((unit) => ({ unit: unit.unit, ...satisfactionRatio(rule.value, unit) })) : [];
};

/** what each measure was counted from */
const atoms: Record<string, Atoms[]> = {
  "requests.accepted": [requests(all)],
  "requests.topCategories": [requests(all)],
  "requests.byType": [requests((row, of) => row.type === of)],
  "requests.firstContact": [requests(outcome("firstContact"))],
  "requests.firstContactRate": [requests(outcome("firstContact"), all)],
  "requests.dispatched": [requests(outcome("dispatched"))],
  "requests.pending": [requests(outcome("pending"))],
  "requests.withdrawn": [requests(outcome("withdrawn"))],
  "orders.valid": [units((unit) => unit.validOrders)],
  "orders.onTime": [units((unit) => unit.onTime)],
  "orders.informed": [units((unit) => unit.informed)],
  "orders.onTimeRate": [
    units(
      (unit) => unit.onTime,
      (unit) => unit.validOrders,
    ),
  ],
  "orders.informedRate": [
    units(
      (unit) => unit.informed,
      (unit) => unit.validOrders,
    ),
  ],
  "orders.returnRate": [
    units(
      (unit) => unit.returnsRejected,
      (unit) => unit.validOrders,
    ),
  ],
  "orders.returnsRejected": [units((unit) => unit.returnsRejected)],
  "orders.openOverdue": [
    ({ overdue }) => overdue.map(({ unit, count }) => ({ unit, numerator: count, denominator: count })),
  ],
  "followUp.total": [units((unit) => unit.followUps)],
  "followUp.satisfied": [units((unit) => unit.satisfied)],
  "followUp.neutral": [units((unit) => unit.neutral)],
  "followUp.noResponse": [units((unit) => unit.noResponse)],
  "followUp.dissatisfied": [
    units((unit) => unit.dissatisfied),
    ({ dissatisfied }) =>
      dissatisfied.map(({ category, count }) => ({ category, numerator: count, denominator: count })),
  ],
  "followUp.satisfactionRate": [satisfaction],
};

/** where an atom belongs under each way of dividing; null: it says nothing of that */
const places: Record<Dimension, (setting: Setting, atom: Atom) => string | null> = {
  unitGroup: (setting, { unit }) => {
    if (unit === undefined || setting.unitGroups.length < 2) return null;
    const id = setting.units.get(unit)?.group;
    return (setting.unitGroups.find((group) => group.id === id) ?? setting.unitGroups.at(-1)!).name;
  },
  unit: (setting, { unit }) => (unit === undefined ? null : unitName(setting, unit)),
  category: (setting, { category }) =>
    category === undefined ? null : categoryName(setting, categoryOf(setting, category), "topCategories"),
  subcategory: (setting, { category }) =>
    category === undefined ? null : categoryName(setting, category, "topSubcategories"),
};

function rowsBy(by: Dimension, setting: Setting, of: readonly Atom[]): BreakdownRow[] {
  const rows = new Map<string, BreakdownRow>();
  for (const atom of of) {
    const name = places[by](setting, atom);
    if (name === null || atom.denominator === 0) continue;
    const row = rows.get(name) ?? { name, numerator: 0, denominator: 0 };
    row.numerator += atom.numerator;
    row.denominator += atom.denominator;
    rows.set(name, row);
  }
  return [...rows.values()].toSorted((a, b) => b.denominator - a.denominator || b.numerator - a.numerator);
}

/** 加得起来: the parts are the whole; else they are parts of something else */
function addsUp({ kind, value, numerator, denominator }: Measured, of: readonly Atom[]): boolean {
  const [above, below] = [total([...of], (atom) => atom.numerator), total([...of], (atom) => atom.denominator)];
  return kind === "count" ? above === value : kind === "percent" && above === numerator && below === denominator;
}

/** 一个数的分解, one for each way in which it can be divided; its parts add up to it, or there is none. */
export function breakdowns(figure: Measured, setting: Setting, counts: MonthCounts): Breakdown[] {
  const { measure, of, kind } = figure;
  const whole = kind === "count" ? figure.value : null;
  return (atoms[measure] ?? []).flatMap((make) => {
    const made = make(counts, setting, of);
    const own = made.filter((atom) => of === undefined || places.category(setting, atom) === of);
    const parts = [made, own].find((some) => addsUp(figure, some));
    if (!parts) return [];
    return (Object.keys(dimensions) as Dimension[]).flatMap((by) => {
      const rows = rowsBy(by, setting, parts);
      if (rows.length < 2) return [];
      return [{ by, rows: whole === null ? rows : rows.map((row) => ({ ...row, denominator: whole })) }];
    });
  });
}
