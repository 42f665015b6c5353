/** 取县级月报 as this viewer may have it: a county platform its own, whoever reads the report all. */
import { reportReaders } from "../../domain/access/report.ts";
import { previousMonth } from "../../domain/calendar/month.ts";
import { monthRefusal } from "../../domain/county/act.ts";
import type { CountyMonthState } from "../../domain/county/county.ts";
import { countiesOfMonth, countyUnit, wasThere } from "../../domain/county/platforms.ts";
import { placesFrom } from "../../domain/directory/lookup.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import {
  countyMonthStates,
  type Delivery,
  deliveriesOf,
  handedOverByPlace,
  heldCountyMonth,
  type Verdict,
  verdictsOf,
} from "../../store/county/months.ts";
import { monthOf } from "../../store/question/month.ts";
import type { Visit } from "../visit.ts";

/** 看县级月报的人 */
export const COUNTY_READERS = ["county", ...reportReaders] as const;

/** 一个县级平台的一个月 */
export interface CountyMonth {
  month: MonthKey;
  county: string;
}

/** 看得到的县级平台 of a month; null: all of them. */
export async function ownCounties(month: MonthKey, { viewer: { role, unit }, rules, at }: Visit) {
  if (role !== "county") return null;
  const { rulebook, dateOf } = await rules();
  const today = dateOf(at);
  return countiesOfMonth(rulebook, month, today).filter((county) => countyUnit(rulebook, county, today) === unit);
}

const notFound = refuse("notFound", "没有这个县级平台，或者不归您看。", "请从清单打开。");

/** 看得到没有: a platform its own; the city whichever there was in that month, and whichever delivered all the same. */
async function checked({ month, county }: CountyMonth, visit: Visit): Promise<Refused | null> {
  const early = monthRefusal(month, await visit.rules());
  if (early) return early;
  const own = await ownCounties(month, visit);
  const { rulebook, dateOf } = await visit.rules();
  if ((own ?? countiesOfMonth(rulebook, month, dateOf(visit.at))).includes(county)) return null;
  if (own) return notFound;
  const delivered = await countyMonthStates(visit.db, visit.platform.platform, [month]);
  return delivered.some((one) => one.county === county) ? null : notFound;
}

/** 一个月的各种记录 of the counties that are asked for. */
export interface Gathered extends CountyMonth {
  state: CountyMonthState | null;
  before: CountyMonthState | null;
  deliveries: Delivery[];
  verdicts: Verdict[];
  handedOver: number;
}

/** 转来的诉求, by county: those of its unit's place and of what lies in it. */
async function handedOver(month: MonthKey, visit: Visit): Promise<Map<string, number>> {
  const { rulebook, dateOf } = await visit.rules();
  const on = dateOf(visit.at);
  const { from, until } = monthOf(visit.platform, month, rulebook);
  const places = await handedOverByPlace(visit.db, { platform: visit.platform.platform, from, until });
  // of two platforms of one unit, one after the other, it is the month's own that they were handed to
  const counties = countiesOfMonth(rulebook, month, on)
    .toSorted((a, b) => Number(wasThere(rulebook, b, month)) - Number(wasThere(rulebook, a, month)))
    .map((county) => ({ county, unit: countyUnit(rulebook, county, on) }));
  const found = new Map<string, number>();
  for (const { place, count } of places) {
    const units = placesFrom(rulebook, place, on).map((one) => inForce(rulebook, "place", one, on)?.value.unit);
    const of = counties.find(({ unit }) => unit !== null && units.includes(unit));
    if (of) found.set(of.county, (found.get(of.county) ?? 0) + count);
  }
  return found;
}

async function gathered(month: MonthKey, counties: readonly string[], visit: Visit): Promise<Gathered[]> {
  const { platform } = visit.platform;
  const before = previousMonth(month);
  const states = await countyMonthStates(visit.db, platform, [before, month]);
  const of = (county: string, on: MonthKey) => states.find((one) => one.county === county && one.month === on) ?? null;
  const now = states.filter((one) => one.month === month);
  const ids = now.map(({ id }) => id);
  const deliveries = await deliveriesOf(visit.db, platform, ids);
  const verdicts = await verdictsOf(visit.db, platform, ids);
  const handed = await handedOver(month, visit);
  return counties.map((county) => {
    const state = of(county, month);
    const own = <T extends { id: string }>(all: readonly T[]) => all.filter(({ id }) => id === state?.id);
    return {
      ...{ month, county, state, before: of(county, before), handedOver: handed.get(county) ?? 0 },
      ...{ deliveries: own(deliveries), verdicts: own(verdicts) },
    };
  });
}

/** 一个月的各县级平台 that this viewer sees, in configured order, then those that delivered all the same. */
export async function countiesIn(month: MonthKey, visit: Visit): Promise<Gathered[] | Refused> {
  const refused = monthRefusal(month, await visit.rules());
  if (refused) return refused;
  const own = await ownCounties(month, visit);
  if (own) return gathered(month, own, visit);
  const { rulebook, dateOf } = await visit.rules();
  const known = countiesOfMonth(rulebook, month, dateOf(visit.at));
  const delivered = await countyMonthStates(visit.db, visit.platform.platform, [month]);
  return gathered(month, [...new Set([...known, ...delivered.map(({ county }) => county)])], visit);
}

/** 一个县级平台的一个月, with what is needed to inspect it. */
export async function countyIn(of: CountyMonth, visit: Visit): Promise<Gathered | Refused> {
  const refused = await checked(of, visit);
  return refused ?? (await gathered(of.month, [of.county], visit))[0]!;
}

/** 要改的一个月: nobody else changes it meanwhile. */
export async function countyToChange(
  of: CountyMonth,
  visit: Visit,
): Promise<{ state: CountyMonthState | null } | Refused> {
  const refused = await checked(of, visit);
  return refused ?? { state: await heldCountyMonth(visit.db, visit.platform.platform, of) };
}
