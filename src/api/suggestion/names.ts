/** 选得到的名字 of a rulebook, worked out once a day. */
import { type Named, placesNamed, subcategoriesNamed } from "../../domain/directory/named.ts";
import type { Rules } from "../../domain/order/rules.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";

interface Names {
  on: string;
  place: Named[];
  category: Named[];
}

const known = new WeakMap<Rulebook, Names>();

/** 地区和小类 in use on the day of that instant. */
export function namesAt({ rulebook, dateOf }: Rules, at: number): Names {
  const on = dateOf(at);
  const before = known.get(rulebook);
  if (before?.on === on) return before;
  const names = { on, place: placesNamed(rulebook, on), category: subcategoriesNamed(rulebook, on) };
  known.set(rulebook, names);
  return names;
}
