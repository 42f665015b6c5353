/** 所辖单位: whose matters a unit's people see. */
import type { CivilDate } from "../calendar/civil.ts";
import { allInForce } from "../rule/inForce.ts";
import type { Rulebook } from "../rule/rulebook.ts";
import type { Role } from "./role.ts";

/** 属于单位的角色: a unit's liaisons, and a county platform's people: their matters are those of their place's unit. */
export const rolesOfUnits: readonly Role[] = ["liaison", "county"];

/** 本单位和下级单位 on that day, the unit itself first; a circle in the table ends where it closes. */
export function unitsUnder(rulebook: Rulebook, unit: string, on: CivilDate): string[] {
  const children = new Map<string, string[]>();
  for (const { key, value } of allInForce(rulebook, "unit", on))
    if (value.parent !== undefined) children.set(value.parent, [...(children.get(value.parent) ?? []), key]);
  const found = new Set([unit]);
  for (const one of found) for (const child of children.get(one) ?? []) found.add(child);
  return [...found];
}
