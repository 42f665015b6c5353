import type { CivilDate } from "../calendar/civil.ts";
import { allInForce } from "../rule/inForce.ts";
import type { Rulebook } from "../rule/rulebook.ts";

/** a community lies in a street, which lies in a district; no book is nested deeper than this */
const DEPTH = 10;

export interface DistrictCount {
  place: string;
  name: string;
  count: number;
}

/** 所在区县: finds the district of a place as the rules of a day have it; null: it lies in none. */
export function districtFinder(rulebook: Rulebook, on: CivilDate): (place: string | null) => string | null {
  const places = new Map(allInForce(rulebook, "place", on).map(({ key, value }) => [key, value]));
  return (place) => {
    for (let [at, steps] = [place, 0]; at !== null && steps < DEPTH; at = places.get(at)?.parent ?? null, steps += 1)
      if (places.get(at)?.level === "district") return at;
    return null;
  };
}

/** 各区县的件数: every district in configured order, with what lies in it; `elsewhere`: what no district has. */
export function byDistrict(
  rulebook: Rulebook,
  on: CivilDate,
  rows: readonly { place: string | null; count: number }[],
): { districts: DistrictCount[]; elsewhere: number } {
  const districtOf = districtFinder(rulebook, on);
  const counts = new Map<string | null, number>();
  for (const { place, count } of rows) {
    const district = districtOf(place);
    counts.set(district, (counts.get(district) ?? 0) + count);
  }
  const districts = allInForce(rulebook, "place", on)
    .filter(({ value: { level } }) => level === "district")
    .toSorted((one, other) => one.value.order - other.value.order)
    .map(({ key, value: { name } }) => ({ place: key, name, count: counts.get(key) ?? 0 }));
  return { districts, elsewhere: counts.get(null) ?? 0 };
}
