import { previousMonth } from "../../domain/calendar/month.ts";
import type { LeaderDayCounts } from "../../domain/measure/counts.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { MonthPlan } from "./plan.ts";
import { share } from "./share.ts";
import { BULK_ORDERS, LEADER_CALLS, OVERDUE, overdueAt } from "./smallTables.ts";
import type { World } from "./world.ts";

type Values = Map<string, number>;

/** The class behind a printed topic; a label of its own (宽带断网) stands under a class that shares a word with it. */
export function classBehind(world: World, topic: string) {
  const exact = world.subcategories.find((one) => one.name === world.canonical(topic));
  const pairs = [...topic].slice(1).map((letter, at) => [...topic][at] + letter);
  const alike = world.subcategories.find((one) => pairs.some((pair) => one.name.includes(pair)));
  return (exact ?? alike ?? world.subcategories[0]) as World["subcategories"][number];
}

const categoryOf = (world: World, topic: string): string => classBehind(world, topic).code;

const anyUnit = (world: World) => (world.units.find((unit) => !unit.apart) ?? world.units[0])?.code as string;

/** Whole parts that fall from the first to the last, each at least one. */
function falling(whole: number, parts: number): number[] {
  const extra = share(
    whole - parts,
    Array.from({ length: parts }, (_, at) => parts - at),
  );
  return extra.map((part) => part + 1);
}

/** 超期未反馈 by unit and topic. */
export function overduePlan(world: World, file: FiguresFile, values: Values): MonthPlan["overdue"] {
  const rows = file.openOverdue?.byUnit ?? [];
  const left = values.get(OVERDUE) ?? 0;
  if (rows.length === 0) {
    const category = world.subcategories[0];
    return left === 0
      ? []
      : [{ unit: anyUnit(world), topic: category?.name as string, category: category?.code as string, count: left }];
  }
  return rows.flatMap((row, at) => {
    const count = values.get(overdueAt(at)) ?? 0;
    const unit = world.unitOf(row.unit as string).code;
    const topics = (row.topics ?? []) as string[];
    const named = topics.length > 0 && count >= topics.length ? topics : [world.subcategories[0]?.name as string];
    return (count === 0 ? [] : falling(count, named.length)).map((part, index) => {
      const topic = named[index] as string;
      return { unit, topic, category: categoryOf(world, topic), count: part };
    });
  });
}

/** 领导接听日: what isn't stated is filled in: the 16th, a unit of the city, three in five settled on the spot. */
export function leaderPlan(world: World, file: FiguresFile, values: Values): LeaderDayCounts[] {
  const stated = file.leaderDay;
  if (!stated) return [];
  const calls = values.get(LEADER_CALLS) ?? 0;
  const settledOnTheSpot = Math.ceil((calls * 3) / 5);
  const asked = world.subcategories.slice(0, Math.min(3, calls));
  const parts = asked.length === 0 ? [] : falling(calls, asked.length);
  return [
    {
      date: stated.date ?? `${world.month}-16`,
      unit: stated.unit ? world.unitOf(stated.unit).code : anyUnit(world),
      calls,
      settledOnTheSpot,
      dispatched: calls - settledOnTheSpot,
      subjects: asked.map((one, at) => ({ category: one.code, count: parts[at] as number })),
    },
  ];
}

/** 批量退单 */
export function bulkPlan(world: World, file: FiguresFile, values: Values): MonthPlan["bulkReturns"] {
  const stated = file.bulkReturn;
  if (!stated) return [];
  const topic = stated.topic ?? (world.subcategories[0]?.name as string);
  return [
    {
      unit: stated.unit ? world.unitOf(stated.unit).code : anyUnit(world),
      orders: values.get(BULK_ORDERS) ?? 0,
      topic,
      category: categoryOf(world, topic),
      openSince: stated.openSince ?? previousMonth(world.month),
      returnedIn: stated.returnedIn ?? world.month,
    },
  ];
}
