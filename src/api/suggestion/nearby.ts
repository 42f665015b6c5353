/** 附近: the places whose matters may be the same one, and what they are called in any matter of theirs. */
import { streetOf } from "../../domain/directory/area.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import { namesAt } from "./names.ts";

interface Nearby {
  name: string;
  places: readonly string[];
  /** as people say them */
  names: readonly string[];
}

const bare = (name: string) => name.replace(/(?:社区|街道|镇|乡|村|区|县|市)$/u, "");

export function nearby(rules: Rules, place: string, at: number): Nearby {
  const on = rules.dateOf(at);
  const { top, places } = streetOf(rules.rulebook, place, on);
  const names = namesAt(rules, at)
    .place.filter(({ key }) => places.includes(key))
    .flatMap(({ name, others }) => [name, ...others.map((other) => other.name)]);
  return {
    name: inForce(rules.rulebook, "place", top, on)?.value.name ?? top,
    places,
    names: [...names, ...names.map(bare).filter((one) => [...one].length > 1)],
  };
}
