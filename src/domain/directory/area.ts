/** 一片地方: the places that are looked at together with one. */
import type { CivilDate } from "../calendar/civil.ts";
import { allInForce } from "../rule/inForce.ts";
import type { Rulebook } from "../rule/rulebook.ts";
import { placesFrom } from "./lookup.ts";

export interface Area {
  /** what the others lie in */
  top: string;
  /** itself first */
  places: string[];
}

/** 地区和它辖的, itself first. */
export function placesWithin(rulebook: Rulebook, place: string, on: CivilDate): string[] {
  const rows = allInForce(rulebook, "place", on);
  const within = new Set([place]);
  for (let known = 0; known < within.size; ) {
    known = within.size;
    for (const { key, value } of rows) if (value.parent !== null && within.has(value.parent)) within.add(key);
  }
  return [...within];
}

/** 同一区: the district of a place with all that lies in it; null for a matter without a place. */
export function districtOf(rulebook: Rulebook, place: string | null, on: CivilDate): Area | null {
  const top = placesFrom(rulebook, place, on).at(-1);
  return top === undefined ? null : { top, places: placesWithin(rulebook, top, on) };
}

/** 同一街道: callers name the street or the community alike; of a whole district only what is said of the district itself. */
export function streetOf(rulebook: Rulebook, place: string, on: CivilDate): Area {
  const street = placesFrom(rulebook, place, on).at(-2);
  return street === undefined
    ? { top: place, places: [place] }
    : { top: street, places: placesWithin(rulebook, street, on) };
}
