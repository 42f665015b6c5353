import type { Term } from "../../domain/integer/problem.ts";
import type { Appendix2Row, FiguresFile } from "../../domain/measure/figures.ts";
import type { Scorecard, ScorecardComponent, ScorecardItem } from "../../domain/scorecard/scorecard.ts";
import { callsEachOf } from "./callsEach.ts";
import {
  above,
  below,
  CALLS_EACH,
  type CountyRate,
  countyAnswered,
  countyOffered,
  late,
  never,
  POOLED,
} from "./counties.ts";
import { followed, rowsOf, satisfactionTerms } from "./followUps.ts";
import { hundredths, hundredthsAre, impossible, rateIs, type Stated } from "./leaves.ts";
import { atLeast, between, type Model, sumOf, total, variable } from "./model.ts";
import { propagate } from "./propagate.ts";
import { type Piece, step } from "./steps.ts";
import type { World } from "./world.ts";

type Key = ScorecardComponent["key"];
const name = (kind: string, county: string, ...rest: string[]) => [kind, county, ...rest].join(" ");
export const sheetSum = (county: string, item: string) => name("拨测合计", county, item);
export const verdict = (county: string) => points(county, "five", "accuracy");
const points = (county: string, component: Key, item: string) => name("得分", county, component, item);
const weighted = (county: string, component: Key) => name("折合得分", county, component);
const totalOf = (county: string) => name("总得分", county);

interface Row {
  county: string;
  unit: string | null;
  path: string;
  stated: DeepStated<Appendix2Row<Stated>>;
  /** whether a denominator can only be 0 */
  isNone: (denominator: Term[]) => boolean;
}
type DeepStated<T> = T extends object ? { [K in keyof T]?: DeepStated<T[K]> } : T;

/** The rate behind an item, as two sums. */
function rateTerms(
  world: World,
  row: Pick<Row, "county" | "unit">,
  component: Key,
  item: string,
): [Term[], Term[]] | null {
  if (component === "five") {
    if (item === "answer") return [sumOf([countyAnswered(row.county)]), sumOf([countyOffered(row.county)])];
    return [sumOf([above(row.county, item as CountyRate)]), sumOf([below(row.county, item as CountyRate)])];
  }
  const unit = row.unit;
  if (unit === null) return null;
  if (item === "satisfaction") return satisfactionTerms(world, (rating) => followed(rating, unit));
  return [sumOf([followed(item as "onTime" | "informed", unit)]), sumOf([followed("followUps", unit)])];
}

function piecesOf(item: Extract<ScorecardItem, { kind: "proportional" | "slope" }>): Piece[] {
  if (item.kind === "proportional") return [{ low: 0, high: 10000, times: item.points, plus: 0, over: 10000 }];
  const reach = item.slope === 0 ? 0 : Math.ceil((100 * item.points) / item.slope);
  const zero = Math.max(-1, item.fullFrom - reach);
  const flat = { times: 0, over: 1 };
  return [
    { ...flat, low: 0, high: zero, plus: 0 },
    {
      low: zero + 1,
      high: item.fullFrom - 1,
      times: item.slope,
      plus: 100 * item.points - item.slope * item.fullFrom,
      over: 100,
    },
    { ...flat, low: item.fullFrom, high: 10000, plus: item.points },
  ].filter(({ low, high }) => low <= high);
}

/** One name for a sum of variables. */
function named(model: Model, as: string, terms: Term[]): string {
  if (terms.length === 1 && terms[0]?.[0] === 1) return terms[0][1];
  if (!model.bounds.has(as))
    between(model, null, [[1, variable(model, as)], ...terms.map(([c, v]): Term => [-c, v])], 0, 0, "");
  return as;
}

/** An item made from a rate; false where the rate has no denominator and so the item no value. */
function ratedItem(
  model: Model,
  world: World,
  row: Row,
  component: Key,
  item: Extract<ScorecardItem, { kind: "proportional" | "slope" }>,
): boolean {
  const { county, path } = row;
  const stated = (row.stated[component as "five"] as Record<string, [Stated, Stated] | undefined> | undefined)?.[
    item.key
  ];
  const earned = variable(model, points(county, component, item.key), 0, item.points);
  const at = `${path}.${component}.${item.key}`;
  const terms = rateTerms(world, row, component, item.key);
  if (!terms) return false;
  if (stated?.[0] === null || (stated?.[0] === undefined && row.isNone(terms[1]))) return false;
  const rate = variable(model, name("比率", county, component, item.key), 0, 10000);
  rateIs(model, `${at}[0]`, terms, stated?.[0]);
  hundredthsAre(model, `${at}[0]`, rate, stated?.[0]);
  hundredthsAre(model, `${at}[1]`, earned, stated?.[1]);
  const pieces = piecesOf(item);
  step(model, rate, earned, pieces, `${item.name}得分按评分表由两位小数的比率折算`);
  if (typeof stated?.[0] === "number") return true;
  const [numerator, denominator] = terms;
  const says = `${county}${item.name}由分子、分母得出`;
  const [top, bottom] = [named(model, `${rate} 分子`, numerator), named(model, `${rate} 分母`, denominator)];
  model.ratios.push({ leaf: null, numerator: top, denominator: bottom, rate, says });
  return true;
}

function meanItem(model: Model, row: Row, item: ScorecardItem, calls: number, isConnection: boolean) {
  const { county, path } = row;
  const stated = (row.stated.mysteryCall as Record<string, Stated> | undefined)?.[item.key];
  const earned = variable(model, points(county, "mysteryCall", item.key), 0, item.points);
  const sum = variable(model, sheetSum(county, item.key), 0, item.points * calls);
  between(
    model,
    null,
    [
      [2, sum],
      [-2 * calls, earned],
    ],
    -calls,
    calls - 1,
    `${item.name}为${calls}通拨测得分的平均，两位小数`,
  );
  hundredthsAre(model, `${path}.mysteryCall.${item.key}`, earned, stated);
  if (!isConnection) {
    model.hints.set(
      sum,
      Math.round(((typeof stated === "number" ? hundredths(stated) : item.points) * calls) / 50) * 50,
    );
    return;
  }
  const lost: Term[] = [
    [Math.ceil(item.points / 2), late(county)],
    [item.points, never(county)],
  ];
  between(
    model,
    null,
    [[1, sum], ...lost],
    item.points * calls,
    item.points * calls,
    "接通情况：15秒后接通得一半，未接得零",
  );
}

function verdictItem(model: Model, row: Row, item: ScorecardItem) {
  const earned = variable(model, points(row.county, "five", item.key), 0, item.points);
  model.hints.set(earned, item.points);
  hundredthsAre(model, `${row.path}.five.${item.key}`, earned, row.stated.five?.accuracy as Stated);
}

/** The items of a component that have a value, with what they are made from. */
function itemRows(model: Model, world: World, row: Row, component: ScorecardComponent, calls: number): ScorecardItem[] {
  return component.items.filter((item) => {
    if (item.kind === "mean") meanItem(model, row, item, calls, item.key === "connection");
    else if (item.kind === "verdict") verdictItem(model, row, item);
    else return ratedItem(model, world, row, component.key, item);
    return true;
  });
}

const fullOf = (items: ScorecardItem[]) => items.reduce((sum, item) => sum + item.points, 0);

/** 折合得分: the items' sum by weight; where items have no value, restated to full points if the scorecard says so. */
function componentRows(
  model: Model,
  world: World,
  row: Row,
  component: ScorecardComponent,
  calls: number,
  card: Scorecard,
) {
  const items = itemRows(model, world, row, component, calls);
  if (items.length === 0) return;
  const restated = card.whenMissing === "leaveOut" && items.length < component.items.length;
  const [full, reached] = restated ? [fullOf(component.items), fullOf(items)] : [1, 1];
  const score = variable(model, weighted(row.county, component.key), 0, 10000);
  const terms = items.map((item): Term => [2 * component.weight * full, points(row.county, component.key, item.key)]);
  const unit = 10000 * reached;
  const says = `${component.name}折合得分＝各项得分之和×${component.weight / 100}%，两位小数`;
  between(model, null, [...terms, [-2 * unit, score]], -unit, unit - 1, says);
  hundredthsAre(model, `${row.path}.${component.key}.weighted`, score, row.stated[component.key]?.weighted as Stated);
}

/** Rates that the file says have no value: their denominators are 0, before anything else is asked of them. */
function statedAsNone(model: Model, world: World, file: FiguresFile) {
  (file.appendix2?.rows ?? []).forEach((stated, at) => {
    const unit = world.counties.find((one) => one.name === stated.platform)?.unit ?? null;
    const row = { county: stated.platform ?? "", unit: rowsOf(world).some((one) => one.unit === unit) ? unit : null };
    const unscored =
      stated.total === null ? "total" : stated.dispatched?.weighted === null ? "dispatched.weighted" : null;
    const orders = rateTerms(world, row, "dispatched", "onTime");
    if (unscored && orders) rateIs(model, `appendix2.rows[${at}].${unscored}`, orders, null);
    for (const component of ["dispatched", "five"] as const)
      for (const [item, pair] of Object.entries(stated[component] ?? {})) {
        const terms = Array.isArray(pair) && pair[0] === null ? rateTerms(world, row, component, item) : null;
        if (terms) rateIs(model, `appendix2.rows[${at}].${component}.${item}[0]`, terms, null);
      }
  });
}

function rowsIn(model: Model, world: World, file: FiguresFile): Row[] {
  statedAsNone(model, world, file);
  const { upper } = propagate(model, () => true);
  const isNone = (denominator: Term[]) => denominator.every(([, variable]) => upper.get(variable) === 0);
  return (file.appendix2?.rows ?? []).map((stated, at) => {
    const county = stated.platform ?? `第${at + 1}名县级平台`;
    const unit = world.counties.find((one) => one.name === county)?.unit ?? null;
    const followedUp = rowsOf(world).some((one) => one.unit === unit);
    const path = `appendix2.rows[${at}]`;
    return { county, unit: followedUp ? unit : null, path, stated: stated as Row["stated"], isNone };
  });
}

function ranking(model: Model, world: World, rows: Row[]) {
  const order = (county: string) => world.counties.find((one) => one.name === county)?.order ?? 0;
  rows.slice(1).forEach(({ county }, at) => {
    const before = rows[at]?.county as string;
    atLeast(
      model,
      null,
      sumOf([totalOf(before)]),
      sumOf([totalOf(county)]),
      order(before) > order(county) ? 1 : 0,
      "综合排名按总得分从高到低",
    );
  });
  rows.forEach(({ path, stated }, at) => {
    if (typeof stated.rank === "number" && stated.rank > at + 1)
      impossible(model, `${path}.rank`, `排在第${at + 1}行的名次应为${at + 1}`);
  });
}

const rateOf = (county: string, item: string) => name("比率", county, "five", item);

/**
 * 合计比率在各平台之间: some platform's rate is no higher than the pooled one, and some no lower (each within its rounding). It
 * follows from the counts; said outright, the rates are chosen with it in mind before there are counts.
 */
function pooledBetween(model: Model, rows: Row[], item: string, leaf: string, pooled: Stated) {
  const rates = rows.map(({ county }) => rateOf(county, item));
  if (typeof pooled !== "number" || rates.some((rate) => !model.bounds.has(rate))) return;
  const value = hundredths(pooled);
  const sides = [
    { side: "不高于", sign: 1 },
    { side: "不低于", sign: -1 },
  ];
  for (const { side, sign } of sides) {
    const says = `合计比率在各平台的比率之间`;
    const switches = rates.map((rate) => variable(model, `${rate} ${side}合计`, 0, 1));
    between(model, leaf, sumOf(switches), 1, Number.POSITIVE_INFINITY, says);
    rates.forEach((rate, at) => {
      const terms: Term[] = [
        [sign, rate],
        [10000, switches[at] as string],
      ];
      between(model, leaf, terms, Number.NEGATIVE_INFINITY, sign * value + 1 + 10000, says);
    });
  }
}

/** 附件2: every item's points from the two-decimal rate, every component rounded, the total their sum, rows by rank. */
export function appendix2Rows(model: Model, world: World, file: FiguresFile) {
  const card: Scorecard | null = world.scorecard;
  const rows = rowsIn(model, world, file);
  if (!card || rows.length === 0) return;
  const calls = callsEachOf(file, card);
  if (typeof file.countyPlatforms?.mysteryCalls?.callsEach !== "number")
    between(model, null, sumOf([CALLS_EACH]), calls, calls, `每平台拨测${calls}通`);
  for (const row of rows) {
    for (const component of card.components) componentRows(model, world, row, component, calls, card);
    const parts = card.components
      .map((component) => weighted(row.county, component.key))
      .filter((part) => model.bounds.has(part));
    variable(model, totalOf(row.county), 0, card.full);
    if (parts.length === card.components.length) total(model, totalOf(row.county), parts, "总得分等于三项折合得分之和");
    hundredthsAre(model, `${row.path}.total`, totalOf(row.county), row.stated.total as Stated);
  }
  ranking(model, world, rows);
  if (rows.length < world.counties.length) return;
  for (const [item, key] of Object.entries({ answer: "answerRate", ...POOLED } as const))
    pooledBetween(model, rows, item, `countyPlatforms.${key}`, file.countyPlatforms?.[key]);
}
