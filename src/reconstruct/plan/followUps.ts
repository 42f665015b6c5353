import type { Term } from "../../domain/integer/problem.ts";
import type { Appendix1Counts, FiguresFile } from "../../domain/measure/figures.ts";
import type { Rating } from "../../domain/rule/rulebook.ts";
import type { CastUnit } from "./cast.ts";
import { countIs, rateIs } from "./leaves.ts";
import { atLeast, between, type Model, sumOf, total, variable } from "./model.ts";
import { descending } from "./ordered.ts";
import { bySubcategory, FIRST, SENT, split } from "./requests.ts";
import type { World } from "./world.ts";

const RATINGS: Rating[] = ["satisfied", "neutral", "dissatisfied", "noResponse"];
export type Column = "followUps" | "returnsRejected" | "onTime" | "informed" | Rating;
const COLUMNS: Column[] = ["followUps", "returnsRejected", "onTime", "informed", ...RATINGS];
/** what a column is called in a reason */
const CALLED: Record<Column, string> = {
  followUps: "有效工单（回访）",
  returnsRejected: "驳回退单",
  onTime: "按时办结",
  informed: "联系反馈",
  satisfied: "满意",
  neutral: "一般",
  dissatisfied: "不满意",
  noResponse: "未评价",
};
export const ALL = "合计";
export const followed = (column: Column, unit: string) => `回访 ${column} ${unit}`;
export const online = (rating: Rating) => `在线评价 ${rating}`;
export const badOf = (group: string) => `不满意 小类 ${group}`;
const hasAny = (unit: string) => `回访 有 ${unit}`;

/** Rejected returns of one work order may be several, though hardly that many. */
const MOST_RETURNS = 1000;

type Counts = Partial<Appendix1Counts<number | null>>;

/** 满意率的分子、分母 over variables; first-contact resolutions count only when rated. */
export function satisfactionTerms(
  world: World,
  nameOf: (rating: Rating) => string,
  ratedOnly = false,
): [Term[], Term[]] {
  const counted = (ratings: Rating[]) => ratings.filter((rating) => !ratedOnly || rating !== "noResponse").map(nameOf);
  return [sumOf(counted(world.satisfaction.numerator)), sumOf(counted(world.satisfaction.denominator))];
}

/** Appendix 1's columns for one unit or the total. */
function columns(model: Model, world: World, path: string, unit: string, counts: Counts | undefined) {
  const of = (column: Column) => sumOf([followed(column, unit)]);
  countIs(model, `${path}.validOrders`, of("followUps"), counts?.validOrders);
  for (const column of COLUMNS) countIs(model, `${path}.${column}`, of(column), counts?.[column]);
  rateIs(model, `${path}.returnRate`, [of("returnsRejected"), of("followUps")], counts?.returnRate, true);
  rateIs(model, `${path}.onTimeRate`, [of("onTime"), of("followUps")], counts?.onTimeRate, true);
  rateIs(model, `${path}.informedRate`, [of("informed"), of("followUps")], counts?.informedRate, true);
  const terms = satisfactionTerms(world, (rating) => followed(rating, unit));
  rateIs(model, `${path}.satisfactionRate`, terms, counts?.satisfactionRate, true);
}

/** 附件1各行: the units of the month with their paths; without an appendix every unit of the cast and no paths. */
export function rowsOf(world: World) {
  const printed = world.units
    .filter((unit) => unit.row !== null)
    .toSorted((a, b) => a.row!.group - b.row!.group || a.row!.at - b.row!.at);
  const unstated = world.units.filter((unit) => unit.unstated);
  const units = printed.length + unstated.length > 0 ? [...printed, ...unstated] : world.units;
  return units.map(({ code, row, order, group }) => {
    return { unit: code, order, group, row, path: row && `appendix1.groups[${row.group}].rows[${row.at}]` };
  });
}

const stated = (file: FiguresFile, row: CastUnit["row"]) =>
  row ? (file.appendix1?.groups?.[row.group]?.rows?.[row.at] as Counts | undefined) : undefined;

function unitStructure(model: Model, unit: string) {
  for (const column of COLUMNS) variable(model, followed(column, unit));
  const ratings = RATINGS.map((rating) => followed(rating, unit));
  total(model, followed("followUps", unit), ratings, "回访量等于满意、一般、不满意、未评价之和");
  const most: Term[] = [[MOST_RETURNS, followed("followUps", unit)]];
  atLeast(model, null, most, sumOf([followed("returnsRejected", unit)]), 0, "没有有效工单就没有驳回的退单");
  for (const part of ["onTime", "informed"] as const)
    atLeast(
      model,
      null,
      sumOf([followed("followUps", unit)]),
      sumOf([followed(part, unit)]),
      0,
      "按时办结、联系反馈不超过有效工单",
    );
}

/** A switch that is on where a unit has follow-ups. */
function someOrNone(model: Model, unit: string, most: number) {
  const some: Term = [1, variable(model, hasAny(unit), 0, 1)];
  atLeast(model, null, sumOf([followed("followUps", unit)]), [some], 0, "有回访的单位至少有一件");
  atLeast(model, null, [[most, hasAny(unit)]], sumOf([followed("followUps", unit)]), 0, "有回访的单位才计入");
}

function unitsWithFollowUps(model: Model, units: string[], most: number, stated: number | null | undefined) {
  if (typeof stated !== "number") return;
  for (const unit of units) someOrNone(model, unit, most);
  countIs(
    model,
    "followUp.units",
    units.map((unit): Term => [1, hasAny(unit)]),
    stated,
  );
}

/** So many units of these groups have follow-ups, as the running numbers of the other rows say, and some in each. */
function numberedGroups(model: Model, groups: string[][], most: number, count: number) {
  for (const unit of groups.flat()) someOrNone(model, unit, most);
  const some = (units: string[]) => units.map((unit): Term => [1, hasAny(unit)]);
  const says = "附件1的序号给出未列各行的数目";
  between(model, null, some(groups.flat()), count, count, says);
  if (count >= groups.length)
    for (const units of groups) between(model, null, some(units), 1, Number.POSITIVE_INFINITY, says);
}

function body(model: Model, world: World, file: FiguresFile) {
  const { followUp, handling } = file;
  const of = (column: Column) => sumOf([followed(column, ALL)]);
  for (const column of ["followUps", ...RATINGS] as const)
    countIs(model, `followUp.${column}`, of(column), followUp?.[column]);
  const rate = satisfactionTerms(world, (rating) => followed(rating, ALL));
  rateIs(model, "followUp.satisfactionRate", rate, followUp?.satisfactionRate);
  rateIs(model, "handling.followUpSatisfaction", rate, handling?.followUpSatisfaction);
  rateIs(model, "handling.onTimeRate", [of("onTime"), of("followUps")], handling?.onTimeRate);
  for (const rating of RATINGS) variable(model, online(rating));
  total(model, FIRST, RATINGS.map(online), "在线办结量等于其满意、一般、不满意、未评价之和");
  const first = satisfactionTerms(world, online, true);
  rateIs(model, "handling.firstContactSatisfaction", first, handling?.firstContactSatisfaction);
  const both: [Term[], Term[]] = [
    [...rate[0], ...first[0]],
    [...rate[1], ...first[1]],
  ];
  rateIs(model, "handling.overallSatisfaction", both, handling?.overallSatisfaction);
}

function dissatisfied(model: Model, world: World, file: FiguresFile) {
  for (const { id } of world.groups) variable(model, badOf(id));
  total(
    model,
    followed("dissatisfied", ALL),
    world.groups.map(({ id }) => badOf(id)),
    "不满意量等于各小类之和",
  );
  const rows = file.followUp?.dissatisfiedTop ?? [];
  const names = rows.map((row) => world.canonical(row.topic as string));
  const [top, others] = split(
    bySubcategory(world.groups, ({ id }) => [[1, badOf(id)]]),
    names,
  );
  descending(model, top, others, rows.length, "不满意事项");
  top.forEach(({ terms }, at) => {
    countIs(model, `followUp.dissatisfiedTop[${at}].count`, terms, rows[at]?.count);
    rateIs(
      model,
      `followUp.dissatisfiedTop[${at}].share`,
      [terms, sumOf([followed("dissatisfied", ALL)])],
      rows[at]?.share,
    );
  });
}

/** 回访: appendix 1 row by row and its total, the body's totals, ratings of first-contact resolutions, dissatisfied topics. */
export function followUpRows(model: Model, world: World, file: FiguresFile) {
  const rows = rowsOf(world);
  for (const { unit } of rows) unitStructure(model, unit);
  for (const column of COLUMNS)
    total(
      model,
      variable(model, followed(column, ALL)),
      rows.map(({ unit }) => followed(column, unit)),
      `合计等于各单位${CALLED[column]}之和`,
    );
  unitStructure(model, ALL);
  rows.forEach(({ unit, path, group, order, row }, at) => {
    const next = rows[at + 1];
    if (!path) return;
    columns(model, world, path, unit, stated(file, row));
    if (next?.group === group)
      atLeast(
        model,
        null,
        sumOf([followed("followUps", unit)]),
        sumOf([followed("followUps", next.unit)]),
        order > next.order ? 1 : 0,
        "附件1按有效工单从多到少排列",
      );
  });
  columns(model, world, "appendix1.total", ALL, file.appendix1?.total as Counts | undefined);
  const most = file.followUp?.followUps ?? file.appendix1?.total?.followUps ?? file.handling?.dispatched ?? 1_000_000;
  unitsWithFollowUps(
    model,
    rows.map(({ unit }) => unit),
    most,
    file.followUp?.units,
  );
  for (const { groups, rows: count } of world.numbered)
    numberedGroups(
      model,
      groups.map((group) => rows.filter((row) => row.group === group).map(({ unit }) => unit)),
      most,
      count,
    );
  body(model, world, file);
  // unstated follow-ups: about as many as were dispatched, and no return that nobody tells of
  const told = file.followUp || file.appendix1 || file.handling?.onTimeRate;
  const sent = file.handling?.dispatched ?? model.hints.get(SENT) ?? (told ? 5000 : 0);
  model.hints.set(followed("followUps", ALL), sent);
  if (!file.appendix1) model.hints.set(followed("returnsRejected", ALL), 0);
  dissatisfied(model, world, file);
}
