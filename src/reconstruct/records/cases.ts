/** 疑难案例: chooses units and subjects for the two trails that a month's report tells, where there are units enough. */
import { firstDay } from "../../domain/calendar/month.ts";
import { allInForce } from "../../domain/rule/inForce.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import type { Plan } from "../plan/plan.ts";
import type { Desk } from "./desk.ts";
import type { Span } from "./month.ts";
import { disputedPlace, returnedTwice } from "./trails.ts";

/** Units with work orders in the month, the busiest first, by whether they are districts. */
function busiest(plan: Plan, rulebook: Rulebook) {
  const on = firstDay(plan.month);
  const apart = new Set(
    allInForce(rulebook, "unitGroup", on).flatMap((row) => (row.value.rankedApart ? [row.key] : [])),
  );
  const groups = new Map(allInForce(rulebook, "unit", on).map((row) => [row.key, row.value.group]));
  const counts = new Map<string, number>();
  for (const { unit, count } of plan.current.dispatched) counts.set(unit, (counts.get(unit) ?? 0) + count);
  const units = [...counts]
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .map(([unit]) => unit);
  const isApart = (unit: string) => apart.has(groups.get(unit) ?? "");
  return { districts: units.filter(isApart), others: units.filter((unit) => !isApart(unit)), units };
}

/** A subcategory whose name has one of the words; else the unit's own most frequent one. */
function subject(plan: Plan, rulebook: Rulebook, unit: string, words: string[]): string {
  const rows = allInForce(rulebook, "category", firstDay(plan.month)).filter((row) => row.value.parent !== null);
  const named = rows.find((row) => words.some((word) => row.value.name.includes(word)));
  const [own] = plan.current.dispatched
    .filter((row) => row.unit === unit)
    .sort((one, other) => other.count - one.count);
  return named?.key ?? own!.category;
}

/** 两个疑难案例; none where the month has fewer than three units with work orders. */
export function difficultCases(desk: Desk, plan: Plan, previous: Span, current: Span, rulebook: Rulebook): void {
  const { districts, others, units } = busiest(plan, rulebook);
  if (units.length < 3) return;
  const [place, verifier] = districts.length >= 2 ? [districts.at(-1)!, districts[0]!] : [units[0]!, units[1]!];
  const [bureau, company] = others.length >= 2 ? [others[0]!, others[1]!] : [units[1]!, units[2]!];
  const tree = {
    type: "求助",
    topic: null,
    unit: place,
    category: subject(plan, rulebook, place, ["绿化", "园林", "林业"]),
  };
  const house = {
    type: "求助",
    topic: null,
    unit: bureau,
    category: subject(plan, rulebook, bureau, ["拆迁", "征收", "住房"]),
  };
  disputedPlace(desk, tree, verifier, previous, current);
  returnedTwice(desk, house, company, previous, current);
}
