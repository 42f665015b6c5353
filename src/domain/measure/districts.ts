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

/** 各区县的件数: every district in configured order, with what lies in it; `elsewhere`: what no district has. */
export function byDistrict(
  rulebook: Rulebook,
  on: CivilDate,
  rows: readonly { place: string | null; count: number }[],
): { districts: DistrictCount[]; elsewhere: number } {
  const places = new Map(allInForce(rulebook, "place", on).map(({ key, value }) => [key, value]));
  const districtOf = (place: string | null): string | null => {
    for (let [at, steps] = [place, 0]; at !== null && steps < DEPTH; at = places.get(at)?.parent ?? null, steps += 1)
      if (places.get(at)?.level === "district") return at;
    return null;
  };
  const counts = new Map<string | null, number>();
  for (const { place, count } of rows) {
    const district = districtOf(place);
    counts.set(district, (counts.get(district) ?? 0) + count);
  }
  const districts = [...places]
    .filter(([, { level }]) => level === "district")
    .toSorted(([, one], [, other]) => one.order - other.order)
    .map(([place, { name }]) => ({ place, name, count: counts.get(place) ?? 0 }));
  return { districts, elsewhere: counts.get(null) ?? 0 };
}
