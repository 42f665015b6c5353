/** 派发建议: whom a matter should be sent to, and on what ground. */
import type { CivilDate } from "../calendar/civil.ts";
import { inForce } from "../rule/inForce.ts";
import type { Rulebook } from "../rule/rulebook.ts";
import { placesFrom } from "./lookup.ts";

/** 先例: what became of the same subcategory in the same area: how often this unit was sent it, how often it was let off. */
export interface Precedent {
  unit: string;
  orders: number;
  returned: number;
}

/** 依据: the directory's row, what was done before, or whose place it is */
export type Ground = "directory" | "precedent" | "place";

export interface Proposal {
  unit: string;
  ground: Ground;
}

/** 先例多的: kept by the most orders that were not returned; null where nobody kept any. */
const foremost = (precedents: readonly Precedent[]): string | null => {
  const kept = ({ orders, returned }: Precedent) => orders - returned;
  const best = precedents.toSorted((one, other) => kept(other) - kept(one))[0];
  return best && kept(best) > 0 ? best.unit : null;
};

/**
 * 建议派给: the directory goes before precedents, these before the place's own unit; of units that take nothing any more none.
 * null: nothing speaks for anybody.
 */
export function proposedUnit(
  said: { directory: string | null; precedents: readonly Precedent[]; place: string | null },
  isUnit: (unit: string) => boolean,
): Proposal | null {
  const grounds: [Ground, string | null][] = [
    ["directory", said.directory],
    ["precedent", foremost(said.precedents.filter(({ unit }) => isUnit(unit)))],
    ["place", said.place],
  ];
  const found = grounds.find(([, unit]) => unit !== null && isUnit(unit));
  return found ? { ground: found[0], unit: found[1]! } : null;
}

/** 属地单位: the unit that takes the work orders of the place or of what it lies in; null: none is named. */
export const unitOfPlace = (rulebook: Rulebook, place: string | null, on: CivilDate): string | null =>
  placesFrom(rulebook, place, on)
    .map((one) => inForce(rulebook, "place", one, on)?.value.unit ?? null)
    .find((unit) => unit !== null) ?? null;
