import type { z } from "zod";
import { overdueStock as stockSchema } from "../../contract/overdue/stock.ts";
import { previousMonth } from "../../domain/calendar/month.ts";
import { workingDaysBetween } from "../../domain/calendar/workday.ts";
import type { UnitFollowUpCounts } from "../../domain/measure/counts.ts";
import { percent } from "../../domain/measure/exact.ts";
import { limitWords } from "../../domain/order/limitWords.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { ageBands, ageNames, unmovedBefore } from "../../domain/supervision/age.ts";
import { timestamp } from "../../store/connection/value.ts";
import { followedUp } from "../../store/question/followedUp.ts";
import { monthOf } from "../../store/question/month.ts";
import { monthsWithRecords } from "../../store/question/months.ts";
import { overdueAt } from "../../store/question/overdue.ts";
import { overdueStock, type StockCounts } from "../../store/supervision/overdueStock.ts";
import { type UnmovedCounts, unmovedOrders } from "../../store/supervision/unmoved.ts";
import { keptFor } from "../kept.ts";
import { operation } from "../operation.ts";
import { categoryNameOf, unitNameOf } from "../order/names.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";

const WEEK = 7 * 86_400_000;
const MINUTE = 60_000;
const GROUPS = 5;

/** 旁边的数: they change slowly and take long. */
interface Beside {
  /** 一周前的超期未反馈, by unit */
  before: Map<string, number>;
  month: string | null;
  followedUp: Map<string, UnitFollowUpCounts>;
}

const besideKept = keptFor<Beside>(10 * MINUTE);

/** 最近一个有回访的月份: last month, else one of the latest there are. */
async function onTimeOf(visit: Visit, rules: Rules): Promise<Pick<Beside, "month" | "followedUp">> {
  const { db, platform } = visit;
  const last = previousMonth(rules.dateOf(visit.at).slice(0, 7));
  // which months there are is asked past the door: it tells of nobody, and row by row the door would look at every call
  const latest = (await monthsWithRecords(db, platform.platform)).slice(0, 3);
  return visit.see(async (tx) => {
    for (const month of [last, ...latest]) {
      const { from, until } = monthOf(platform, month, rules.rulebook);
      const { units } = await followedUp(tx, { platform: platform.platform, from, until });
      if (units.length > 0) return { month, followedUp: new Map(units.map((row) => [row.unit, row])) };
    }
    return { month: null, followedUp: new Map() };
  });
}

async function besideOf(visit: Visit, rules: Rules): Promise<Beside> {
  const at = visit.at - WEEK;
  const asked = monthOf(visit.platform, rules.dateOf(at).slice(0, 7), rules.rulebook);
  const stock = await visit.see((db) => overdueAt(db, asked, timestamp(at)));
  const before = new Map<string, number>();
  for (const { unit, count } of stock) before.set(unit, (before.get(unit) ?? 0) + count);
  return { before, ...(await onTimeOf(visit, rules)) };
}

const sum = <R>(rows: readonly R[], of: (row: R) => number) => rows.reduce((all, row) => all + of(row), 0);

type Row = z.input<typeof stockSchema>["rows"][number];

const none = { orders: 0, reopened: 0, yellow: 0, red: 0, summon: 0, oldestDueAt: null };

function rowOf(
  unit: string,
  stock: StockCounts | undefined,
  unmoved: number,
  of: { beside: Beside; rules: Rules; at: number },
): Row {
  const { beside, rules, at } = of;
  const { unit: _, ...counts } = stock ?? { unit, ...none };
  const { oldestDueAt: due } = counts;
  const onTime = beside.followedUp.get(unit);
  return {
    ...counts,
    unit,
    unitName: unitNameOf(rules, unit, at),
    oldestDueAt: due === null ? null : iso(due),
    oldestWords:
      due === null ? "" : `${workingDaysBetween(rules.calendar, rules.dateOf(due - 1), rules.dateOf(at))} 个工作日`,
    before: beside.before.get(unit) ?? 0,
    unmoved,
    onTime: onTime
      ? {
          ...{ numerator: onTime.onTime, denominator: onTime.validOrders },
          value: percent(onTime.onTime, onTime.validOrders),
        }
      : null,
  };
}

/** 各单位: those with overdue orders as they come, then those that only have unmoved ones. */
function rowsOf(stock: StockCounts[], unmoved: UnmovedCounts[], of: Parameters<typeof rowOf>[3]): Row[] {
  const overdue = new Map(stock.map((row) => [row.unit, row]));
  return [...new Set([...overdue.keys(), ...unmoved.map(({ unit }) => unit)])].map((unit) =>
    rowOf(
      unit,
      overdue.get(unit),
      sum(
        unmoved.filter((row) => row.unit === unit),
        ({ orders }) => orders,
      ),
      of,
    ),
  );
}

export const STOCK_READERS = ["dispatcher", "supervisor", "inspector", "analyst", "office", "leader"] as const;

/** 超期未办结: the stock that no rate shows, as it is now. */
export const readOverdueStock = operation({
  id: "readOverdueStock",
  method: "GET",
  path: "/overdue-stock",
  summary: "现在的超期未办结：按单位和超期长短，旁边是无人动过的和按时办结率",
  tag: "工单",
  permit: STOCK_READERS,
  answer: stockSchema,
  handle: async (_, visit) => {
    const rules = await visit.rules();
    const { at, platform } = visit;
    const bands = ageBands(at, rules);
    const beside = await besideKept(platform, rules.dateOf(at), at, () => besideOf(visit, rules));
    const { stock, unmoved } = await visit.see(async (db) => ({
      stock: await overdueStock(db, platform.platform, bands),
      unmoved: await unmovedOrders(db, platform.platform, unmovedBefore(at, rules)),
    }));
    const rows = rowsOf(stock, unmoved, { beside, rules, at });
    return {
      at: iso(at),
      names: ageNames(at, rules),
      unmovedWords: limitWords(rules.limit("unmoved", at)),
      total: {
        orders: sum(rows, (row) => row.orders),
        reopened: sum(rows, (row) => row.reopened),
        yellow: sum(rows, (row) => row.yellow),
        red: sum(rows, (row) => row.red),
        summon: sum(rows, (row) => row.summon),
        before: sum([...beside.before.values()], (orders) => orders),
        unmoved: sum(rows, (row) => row.unmoved),
      },
      onTimeMonth: beside.month,
      groups: unmoved.slice(0, GROUPS).map((group) => ({
        ...group,
        unitName: unitNameOf(rules, group.unit, at),
        categoryName: categoryNameOf(rules, group.category, at),
        since: iso(group.since),
      })),
      rows,
    };
  },
});
