/** 派单目录: which unit a matter goes to, and the row that says so. */
import type { CivilDate } from "../calendar/civil.ts";
import { inForce } from "../rule/inForce.ts";
import type { Rulebook, RuleRow } from "../rule/rulebook.ts";

/** 地区和它所在的, the smallest first. */
export function placesFrom(rulebook: Rulebook, place: string | null, on: CivilDate): string[] {
  const places: string[] = [];
  for (let at = place; at !== null && !places.includes(at); ) {
    places.push(at);
    at = inForce(rulebook, "place", at, on)?.value.parent ?? null;
  }
  return places;
}

/**
 * 查目录: the row for a subcategory at a place, in force on that day; null where the directory is silent. The later decision
 * wins (a memorandum's dated row over the standing list); of one day's, the row for the smaller place.
 */
export function competentUnit(
  rulebook: Rulebook,
  subcategory: string,
  place: string | null,
  on: CivilDate,
): RuleRow<"directory"> | null {
  const keys = [...placesFrom(rulebook, place, on).map((one) => `${subcategory}@${one}`), subcategory];
  const rows = keys.flatMap((key) => inForce(rulebook, "directory", key, on) ?? []);
  return rows.reduce<RuleRow<"directory"> | null>((best, row) => (best && best.from >= row.from ? best : row), null);
}

/** 目录行的键: of a subcategory, or of one at a place. */
export const directoryKey = (subcategory: string, place: string | null): string =>
  place === null ? subcategory : `${subcategory}@${place}`;
