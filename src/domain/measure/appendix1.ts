import type { MonthCounts, Ratio, UnitFollowUpCounts } from "./counts.ts";
import { type Attached, count, rate } from "./figure.ts";
import type { Appendix1Counts, Figures } from "./figures.ts";
import type { Measured } from "./measured.ts";
import { sampleNote, satisfactionOf } from "./satisfaction.ts";
import { groupOf, type Setting, unitName, unitOrder } from "./setting.ts";

type UnitCounts = Omit<UnitFollowUpCounts, "unit">;

/** 没有工单的一行 */
export const NOTHING: UnitCounts = {
  validOrders: 0,
  returnsRequested: 0,
  returnsAccepted: 0,
  returnsRejected: 0,
  returnsLate: 0,
  onTime: 0,
  informed: 0,
  followUps: 0,
  satisfied: 0,
  neutral: 0,
  noResponse: 0,
  dissatisfied: 0,
};

/** 各单位相加: counts are added; rates are only ever made from the sum. */
export function sumOfUnits(units: UnitCounts[]): UnitCounts {
  const sum = { ...NOTHING };
  for (const unit of units) for (const key of Object.keys(NOTHING) as (keyof UnitCounts)[]) sum[key] += unit[key];
  return sum;
}

/** 按时办结: on time over valid work orders. */
export const onTimeOf = (unit: Pick<UnitCounts, "onTime" | "validOrders">): Ratio => ({
  numerator: unit.onTime,
  denominator: unit.validOrders,
});
/** 联系反馈当事人: informed over valid work orders. */
export const informedOf = (unit: UnitCounts): Ratio => ({ numerator: unit.informed, denominator: unit.validOrders });

const COUNTED = ["validOrders", "returnsRejected", "onTime", "informed", "followUps"] as const;
const RATED = ["satisfied", "neutral", "noResponse", "dissatisfied"] as const;

/** 附件1的一行数: a unit's or the total's. */
function columns(setting: Setting, at: string, unit: UnitCounts, of: string): Appendix1Counts<Measured> {
  const about: Attached = { of };
  const { ratio, rule } = satisfactionOf(setting, unit);
  const returned = { numerator: unit.returnsRejected, denominator: unit.validOrders };
  const counted = [...COUNTED, ...RATED].map((key) => [key, count(setting, `${at}.${key}`, unit[key], about)]);
  return {
    ...(Object.fromEntries(counted) as Record<(typeof COUNTED)[number] | (typeof RATED)[number], Measured>),
    returnRate: rate(setting, `${at}.returnRate`, returned, about),
    onTimeRate: rate(setting, `${at}.onTimeRate`, onTimeOf(unit), about),
    informedRate: rate(setting, `${at}.informedRate`, informedOf(unit), about),
    satisfactionRate: rate(setting, `${at}.satisfactionRate`, ratio, {
      ...about,
      rule,
      note: sampleNote(setting, unit),
    }),
  };
}

/** 有行的单位: those with valid work orders, and those listed even when idle. */
function listed(setting: Setting, counts: MonthCounts): UnitFollowUpCounts[] {
  const present = new Set(counts.units.map((unit) => unit.unit));
  const idle = [...setting.units].filter(([code, unit]) => unit.listedWhenIdle && !unit.retired && !present.has(code));
  return [...counts.units, ...idle.map(([unit]) => ({ ...NOTHING, unit }))];
}

/** 附件1: groups in configured order, units by valid work orders; numbered through; groups without a row left out. */
export function appendix1(setting: Setting, counts: MonthCounts): Figures<Measured>["appendix1"] {
  const at = "appendix1.groups[].rows[]";
  const units = listed(setting, counts).toSorted(
    (a, b) => b.validOrders - a.validOrders || unitOrder(setting, a.unit) - unitOrder(setting, b.unit),
  );
  const configured = setting.unitGroups.length > 0 ? setting.unitGroups : [{ id: undefined, name: "承办单位" }];
  let no = 0;
  const groups = configured.map(({ id, name }) => ({
    id: id ?? "unit",
    name,
    rows: units
      .filter((unit) => groupOf(setting, unit.unit) === id)
      .map((unit) => {
        const name = unitName(setting, unit.unit);
        return { no: (no += 1), unit: name, ...columns(setting, at, unit, name) };
      }),
  }));
  return {
    cutoff: "followUp",
    groups: groups.filter((group) => group.rows.length > 0),
    total: columns(setting, "appendix1.total", sumOfUnits(counts.units), "总计"),
  };
}
