import type { SolveIntegers } from "../../domain/integer/problem.ts";
import type { RatingCounts } from "../../domain/measure/counts.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { Rulebook, RuleRow } from "../../domain/rule/rulebook.ts";
import type { Before } from "./before.ts";
import { byClass, type ClassNumbers } from "./byClass.ts";
import { cohort, type UnitFollowUps } from "./cohort.ts";
import { countiesBefore, countyPlan, mysterySheets } from "./countyPlan.ts";
import { followed, online, rowsOf } from "./followUps.ts";
import { hotEventOf, spreadHot } from "./hotEvent.ts";
import type { MonthPlan, UnitFollowUpPlan } from "./plan.ts";
import { requestCells } from "./requestCells.ts";
import { HOT, ofType } from "./requests.ts";
import { type Cells, sentToUnits } from "./sentToUnits.ts";
import { share } from "./share.ts";
import { bulkPlan, leaderPlan, overduePlan } from "./smallPlans.ts";
import type { World } from "./world.ts";

type Values = Map<string, number>;
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const sentOf = ({ sent }: ClassNumbers) => sum(sent.values());
const acceptedOf = (one: ClassNumbers) => one.firstContact + one.pending + sentOf(one);

const ratings = (nameOf: (rating: keyof RatingCounts) => string, values: Values): RatingCounts => {
  const of = (rating: keyof RatingCounts) => values.get(nameOf(rating)) ?? 0;
  return {
    satisfied: of("satisfied"),
    neutral: of("neutral"),
    dissatisfied: of("dissatisfied"),
    noResponse: of("noResponse"),
  };
};

function unitFollowUps(world: World, values: Values): UnitFollowUps[] {
  return rowsOf(world)
    .map(({ unit }) => {
      const of = (column: "followUps" | "onTime" | "informed" | "returnsRejected") =>
        values.get(followed(column, unit)) ?? 0;
      const counts = {
        followUps: of("followUps"),
        onTime: of("onTime"),
        informed: of("informed"),
        returnsRejected: of("returnsRejected"),
      };
      return { unit, ...counts, ...ratings((rating) => followed(rating, unit), values) };
    })
    .filter(({ followUps }) => followUps > 0);
}

/** 当月计划 from the numbers solved. */
export function currentMonth(
  world: World,
  file: FiguresFile,
  book: Rulebook,
  values: Values,
  before: Before,
  solver: SolveIntegers,
) {
  const classes = byClass(world, file, values, solver);
  const accepted = new Map(classes.map((one) => [one.subcategory.code, acceptedOf(one)]));
  const hotCount = values.get(HOT) ?? 0;
  const event = hotEventOf(world, file, book, accepted, hotCount);
  const hot = spreadHot(event.order, accepted, hotCount);
  const types = world.types.map((name) => ({ name, count: values.get(ofType(name)) ?? 0 }));
  const requests = classes.map((one) => {
    const category = one.subcategory.code;
    return {
      category,
      firstContact: one.firstContact,
      dispatched: sentOf(one),
      pending: one.pending,
      hot: hot.get(category) ?? 0,
    };
  });
  const dispatched = sentToUnits(world, file, values, classes);
  const categories = classes.map((one) => one.subcategory.code);
  const unhappy = classes.map((one) => one.dissatisfied);
  const of = (name: string) => values.get(name) ?? 0;
  const plan: MonthPlan = {
    calls: { offered: of("来电"), answered: of("接通"), answeredWithin15s: of("15秒接通") },
    requests: requestCells(requests, types),
    hotEvent: event.key,
    firstContactRatings: ratings(online, values),
    dispatched,
    followUps: cohort(unitFollowUps(world, values), dispatched, categories, unhappy, before.dispatched),
    followUpChannel: file.followUp?.channel ?? world.channel,
    overdue: overduePlan(world, file, values),
    counties: countyPlan(world, values),
    mysteryCalls: mysterySheets(world, file, values),
    leaderDays: leaderPlan(world, file, values),
    bulkReturns: bulkPlan(world, file, values),
  };
  return { plan, rows: event.rows as RuleRow[] };
}

/** Work orders of the month before: those followed up this month, the others like this month's. */
function sentBefore(
  current: MonthPlan,
  dispatched: number,
  anyone: { unit: string; category: string },
): { all: Cells; free: Cells } {
  const carried = current.followUps.flatMap(({ unit, orders }) =>
    orders
      .filter((order) => order.dispatched === "previousMonth")
      .map(({ category, count }) => ({ unit, category, count })),
  );
  const left = dispatched - sum(carried.map(({ count }) => count));
  const like = current.dispatched.length > 0 ? current.dispatched : [{ ...anyone, count: 1 }];
  const parts = share(
    left,
    like.map(({ count }) => count),
  );
  const free = like.map((cell, at) => ({ ...cell, count: parts[at] as number })).filter(({ count }) => count > 0);
  const all = new Map<string, Cells[number]>();
  for (const cell of [...carried, ...free]) {
    const key = `${cell.unit} ${cell.category}`;
    all.set(key, { ...cell, count: cell.count + (all.get(key)?.count ?? 0) });
  }
  return { all: [...all.values()], free };
}

/** Where nothing is told at all, few have rated. */
const FEW_RATED: RatingCounts = { satisfied: 1, neutral: 1, dissatisfied: 0, noResponse: 8 };

/** So many ratings, in the proportions of others: what isn't told of the month before is much as in this one. */
function ratedAlike(count: number, like: RatingCounts): RatingCounts {
  const of = ({ satisfied, neutral, dissatisfied, noResponse }: RatingCounts) => [
    satisfied,
    neutral,
    dissatisfied,
    noResponse,
  ];
  const weights = sum(of(like)) > 0 ? of(like) : of(FEW_RATED);
  const [satisfied, neutral, dissatisfied, noResponse] = share(count, weights) as [number, number, number, number];
  return { satisfied, neutral, dissatisfied, noResponse };
}

function followUpsBefore(
  current: UnitFollowUpPlan[],
  before: Before,
  free: Cells,
  categories: string[],
  anyone: string,
): UnitFollowUpPlan[] {
  const weights = current.map(({ orders }) => sum(orders.map(({ count }) => count)));
  const units = current.length > 0 ? current.map(({ unit }) => unit) : [anyone];
  const followUps = share(before.onTime.denominator, current.length > 0 ? weights : [1]);
  const late = share(before.onTime.denominator - before.onTime.numerator, followUps, followUps);
  const rows = units.map((unit, at): UnitFollowUps => {
    const count = followUps[at] as number;
    const onTime = count - (late[at] as number);
    // the dissatisfied would ask for older orders of their class, which the month before may not have
    const rated = ratedAlike(count, { ...(current[at] ?? FEW_RATED), dissatisfied: 0 });
    return { unit, followUps: count, onTime, informed: count, returnsRejected: 0, ...rated };
  });
  return cohort(
    rows.filter(({ followUps: count }) => count > 0),
    free,
    categories,
    categories.map(() => 0),
    0,
  );
}

/** 上月计划: what 环比 needs, in the proportions of this month. */
export function previousMonthPlan(world: World, current: MonthPlan, before: Before, values: Values): MonthPlan {
  const categories = world.subcategories.map(({ code }) => code);
  const anyone = { unit: world.units[0]?.code as string, category: categories[0] as string };
  const { all, free } = sentBefore(current, before.dispatched, anyone);
  const firstNow = categories.map((code) =>
    sum(
      current.requests
        .filter((row) => row.category === code && row.outcome === "firstContact")
        .map(({ count }) => count),
    ),
  );
  const first = share(before.firstContact.numerator, firstNow);
  const pending = before.firstContact.denominator - before.firstContact.numerator - before.dispatched;
  const classes = categories.map((category, at) => {
    const dispatched = sum(all.filter((cell) => cell.category === category).map(({ count }) => count));
    return {
      category,
      firstContact: first[at] as number,
      dispatched,
      pending: at === 0 ? Math.max(0, pending) : 0,
      hot: 0,
    };
  });
  const accepted = sum(classes.map((one) => one.firstContact + one.dispatched + one.pending));
  const typesNow = world.types.map((name) => values.get(ofType(name)) ?? 0);
  const counts = share(accepted, typesNow);
  return {
    calls: {
      offered: before.calls.denominator,
      answered: before.calls.numerator,
      answeredWithin15s: Math.floor(before.calls.numerator * 0.9),
    },
    requests: requestCells(
      classes,
      world.types.map((name, at) => ({ name, count: counts[at] as number })),
    ),
    hotEvent: null,
    firstContactRatings: ratedAlike(before.firstContact.numerator, current.firstContactRatings),
    dispatched: all,
    followUps: followUpsBefore(current.followUps, before, free, categories, anyone.unit),
    followUpChannel: "phone",
    overdue: [],
    counties: countiesBefore(world, values, before.countiesOffered),
    mysteryCalls: [],
    leaderDays: [],
    bulkReturns: [],
  };
}
