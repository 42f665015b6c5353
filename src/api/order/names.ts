/** 代码的名称 on a day. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { inForce } from "../../domain/rule/inForce.ts";

export const unitNameOf = ({ rulebook, dateOf }: Rules, unit: string, at: Instant): string =>
  inForce(rulebook, "unit", unit, dateOf(at))?.value.name ?? unit;

export const categoryNameOf = ({ rulebook, dateOf }: Rules, category: string, at: Instant): string =>
  inForce(rulebook, "category", category, dateOf(at))?.value.name ?? category;
