/** 县级平台的行: which platforms a month has, and whose each is, also of one whose row has ended. */
import { addDays, type CivilDate } from "../calendar/civil.ts";
import { firstDay, lastDay } from "../calendar/month.ts";
import type { MonthKey } from "../measure/counts.ts";
import { inForce } from "../rule/inForce.ts";
import type { Rulebook, RuleRow } from "../rule/rulebook.ts";

type CountyRow = RuleRow<"county">;

const rowsOf = ({ rows }: Rulebook): CountyRow[] => rows.county ?? [];

/** 平台的行 in force today, or the last that was; null: there was none. */
function latestRow(rulebook: Rulebook, county: string, today: CivilDate): CountyRow | null {
  const ends = rowsOf(rulebook).flatMap(({ key, until }) => (key === county && until !== null ? [until] : []));
  const ended = ends.filter((until) => until <= today).sort();
  const last = ended.length > 0 ? inForce(rulebook, "county", county, addDays(ended.at(-1)!, -1)) : null;
  return inForce(rulebook, "county", county, today) ?? last;
}

/** 县级平台的单位 today, or when the platform ended: its people are those of that unit's place. */
export const countyUnit = (rulebook: Rulebook, county: string, today: CivilDate): string | null =>
  latestRow(rulebook, county, today)?.value.unit ?? null;

const isOf = ({ from, until }: CountyRow, month: MonthKey): boolean =>
  from <= lastDay(month) && (until === null || firstDay(month) < until);

/** 那个月有没有这个平台 on any of its days */
export const wasThere = (rulebook: Rulebook, county: string, month: MonthKey): boolean =>
  rowsOf(rulebook).some((row) => row.key === county && isOf(row, month));

/** 一个月的县级平台, in configured order: those that there are today, and those that there were on any of its days. */
export function countiesOfMonth(rulebook: Rulebook, month: MonthKey, today: CivilDate): string[] {
  const rows = rowsOf(rulebook);
  const now = rows.filter((row) => row.from <= today && (row.until === null || today < row.until));
  const keys = new Set([...now, ...rows.filter((row) => isOf(row, month))].map(({ key }) => key));
  const order = (county: string) => latestRow(rulebook, county, today)?.value.order ?? Number.POSITIVE_INFINITY;
  return [...keys].toSorted((one, other) => order(one) - order(other));
}
