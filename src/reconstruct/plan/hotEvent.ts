import { firstDay } from "../../domain/calendar/month.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { allInForce } from "../../domain/rule/inForce.ts";
import type { Rulebook, RuleRow } from "../../domain/rule/rulebook.ts";
import type { World } from "./world.ts";

/** 热点事件: its key and which subcategories it fills first, by the rulebook, else the category that has as many. */
export function hotEventOf(
  world: World,
  file: FiguresFile,
  book: Rulebook,
  accepted: Map<string, number>,
  count: number,
) {
  if (count === 0) return { key: null, order: [], rows: [] };
  const on = firstDay(world.month);
  const events = allInForce(book, "hotEvent", on);
  const name = file.hotEvent?.event ?? events[0]?.value.name ?? "热点事件";
  const known = events.find((row) => row.value.name === name);
  const totalOf = (category: string) =>
    world.subcategories
      .filter((one) => one.category === category)
      .reduce((sum, one) => sum + (accepted.get(one.code) ?? 0), 0);
  const home =
    world.categories.find((one) => totalOf(one.name) === count) ??
    world.categories.toSorted((a, b) => totalOf(b.name) - totalOf(a.name))[0];
  const first = new Set(
    known?.value.categories ?? world.subcategories.filter((one) => one.category === home?.name).map((one) => one.code),
  );
  const homes = new Set(world.subcategories.filter((one) => first.has(one.code)).map((one) => one.category));
  const distance = (one: World["subcategories"][number]) => (first.has(one.code) ? 0 : homes.has(one.category) ? 1 : 2);
  const order = world.subcategories.toSorted((a, b) => distance(a) - distance(b)).map((one) => one.code);
  const row: RuleRow = {
    kind: "hotEvent",
    key: name,
    from: on,
    until: null,
    value: { name, categories: [...first], words: [name] },
    source: "由月度数字文件推得",
    assumption: true,
  };
  return { key: known?.key ?? name, order, rows: known ? [] : [row] };
}

/** Fills the classes in that order, each up to what it has. */
export function spreadHot(order: string[], accepted: Map<string, number>, count: number): Map<string, number> {
  let left = count;
  return new Map(
    order.map((code) => {
      const part = Math.min(left, accepted.get(code) ?? 0);
      left -= part;
      return [code, part];
    }),
  );
}
