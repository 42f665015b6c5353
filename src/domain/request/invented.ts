/** 编出来的诉求: what a demonstration's people may ask for, where there is nobody to ask. */
import type { CivilDate } from "../calendar/civil.ts";
import type { Rulebook } from "../rule/rulebook.ts";

export interface InventedMatter {
  type: string;
  category: string;
  place: string | null;
  text: string;
}

/** 编一件: the same seed, the same matter under the same rules; null where the rulebook has no subcategory or no type. */
export type InventMatter = (rulebook: Rulebook, on: CivilDate, seed: number) => InventedMatter | null;
