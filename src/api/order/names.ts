/** 代码的名称 on a day. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { placesFrom } from "../../domain/directory/lookup.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { inForce } from "../../domain/rule/inForce.ts";

export const unitNameOf = ({ rulebook, dateOf }: Rules, unit: string, at: Instant): string =>
  inForce(rulebook, "unit", unit, dateOf(at))?.value.name ?? unit;

export const categoryNameOf = ({ rulebook, dateOf }: Rules, category: string, at: Instant): string =>
  inForce(rulebook, "category", category, dateOf(at))?.value.name ?? category;

export const typeNameOf = ({ rulebook, dateOf }: Rules, type: string, at: Instant): string =>
  inForce(rulebook, "requestType", type, dateOf(at))?.value.name ?? type;

/** '东屏区 望榆街道 桂影社区': a place with what it lies in. */
export function placeNameOf({ rulebook, dateOf }: Rules, place: string, at: Instant): string {
  const names = placesFrom(rulebook, place, dateOf(at)).map(
    (one) => inForce(rulebook, "place", one, dateOf(at))?.value.name ?? one,
  );
  return names.reverse().join(" ");
}
