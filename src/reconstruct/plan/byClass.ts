import type { SolveIntegers } from "../../domain/integer/problem.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { Subcategory } from "./classes.ts";
import { cell, OTHERS, panelsOf } from "./dispatched.ts";
import { badOf } from "./followUps.ts";
import { ACCEPTED, FIRST, hotCategories, ofGroup, PENDING, SENT } from "./requests.ts";
import { type Deal, type DealSum, splitGroup } from "./splitGroup.ts";
import type { ClassGroup, World } from "./world.ts";

/** 每个小类的数: what the solution says of class groups, dealt to single subcategories. */
export interface ClassNumbers {
  subcategory: Subcategory;
  firstContact: number;
  pending: number;
  /** work orders by panel unit; `OTHERS` for all other units together */
  sent: Map<string, number>;
  dissatisfied: number;
}

type Caps = (one: Subcategory) => number;
const NO_CAP: Caps = () => Number.POSITIVE_INFINITY;

/** At most the last place of a list, one less where the class would come before it. */
function upTo(
  world: World,
  values: Map<string, number>,
  last: string | undefined,
  nameOf: (group: string) => string,
): Caps {
  const found = last === undefined ? undefined : world.subcategories.find((one) => one.name === last);
  const group = world.groups.find(({ classes }) => classes.length === 1 && classes[0] === found);
  if (!found || !group) return NO_CAP;
  const most = values.get(nameOf(group.id)) ?? 0;
  const early = new Set(
    world.groups
      .filter(({ classes }) => classes.some((one) => one.order < found.order))
      .flatMap(({ classes }) => classes),
  );
  return (one) => most - (early.has(one) ? 1 : 0);
}

function capsOf(world: World, file: FiguresFile, values: Map<string, number>) {
  const top = file.topSubcategories ?? [];
  const bad = file.followUp?.dissatisfiedTop ?? [];
  const canonical = (name: string | undefined) => (name === undefined ? undefined : world.canonical(name));
  const lastTop = top.length > 0 ? canonical(top.at(-1)?.subcategory as string) : undefined;
  const lastBad = bad.length > 0 ? canonical(bad.at(-1)?.topic as string) : undefined;
  const { dispatchedHot = [], firstContactHot = [] } = file.handling ?? {};
  const sentIn = hotCategories(world, dispatchedHot);
  const firstIn = hotCategories(world, firstContactHot as Parameters<typeof hotCategories>[1]);
  const within = (categories: (string | undefined)[], topics: (string | undefined)[], category: string) => {
    const topic = canonical(topics[categories.indexOf(category)]);
    return world.subcategories.some((one) => one.name === topic && one.category === category) ? topic : undefined;
  };
  const panels = new Map(
    panelsOf(world, file).map(({ unit, top: topics }) => {
      const last = topics.length > 0 ? canonical(topics.at(-1)?.topic as string) : undefined;
      return [unit, upTo(world, values, last, (group) => cell(unit, group))];
    }),
  );
  return {
    accepted: upTo(world, values, lastTop, (group) => ofGroup(ACCEPTED, group)),
    dissatisfied: upTo(world, values, lastBad, badOf),
    sent: (category: string) =>
      upTo(
        world,
        values,
        within(
          sentIn,
          dispatchedHot.map((row) => row.topic),
          category,
        ),
        (group) => ofGroup(SENT, group),
      ),
    firstContact: (category: string) =>
      upTo(
        world,
        values,
        within(
          firstIn,
          firstContactHot.map((row) => row.topics?.at(-1) as string | undefined),
          category,
        ),
        (group) => ofGroup(FIRST, group),
      ),
    panels,
  };
}

function dealsOf(group: ClassGroup, units: string[], values: Map<string, number>, caps: ReturnType<typeof capsOf>) {
  const at = (name: string) => values.get(name) ?? 0;
  const each = (cap: Caps) => group.classes.map(cap);
  const sent = units.map((unit): Deal => {
    const quantity = units.length === 1 ? at(ofGroup(SENT, group.id)) : at(cell(unit, group.id));
    return { key: unit, quantity, caps: each(caps.panels.get(unit) ?? NO_CAP) };
  });
  const firstContact: Deal = {
    key: FIRST,
    quantity: at(ofGroup(FIRST, group.id)),
    caps: each(caps.firstContact(group.category)),
  };
  const pending: Deal = { key: PENDING, quantity: at(ofGroup(PENDING, group.id)), caps: each(NO_CAP) };
  const sums: DealSum[] = [
    { keys: [...units, FIRST, PENDING], caps: each(caps.accepted) },
    { keys: units, caps: each(caps.sent(group.category)) },
  ];
  return { deals: [...sent, firstContact, pending], sums };
}

/** 落到小类: every class group dealt to its subcategories, within what the lists allow. */
export function byClass(
  world: World,
  file: FiguresFile,
  values: Map<string, number>,
  solver: SolveIntegers,
): ClassNumbers[] {
  const caps = capsOf(world, file, values);
  const units = [...new Set([...panelsOf(world, file).map(({ unit }) => unit), OTHERS])];
  return world.groups.flatMap((group) => {
    const size = group.classes.length;
    const { deals, sums } = dealsOf(group, units, values, caps);
    const dealt = splitGroup(deals, sums, size, solver);
    const bad = { key: "bad", quantity: values.get(badOf(group.id)) ?? 0, caps: group.classes.map(caps.dissatisfied) };
    const unhappy = splitGroup([bad], [], size, solver).get("bad") as number[];
    const part = (key: string, at: number) => dealt.get(key)?.[at] ?? 0;
    return group.classes.map((subcategory, at) => ({
      subcategory,
      firstContact: part(FIRST, at),
      pending: part(PENDING, at),
      sent: new Map(units.map((unit) => [unit, part(unit, at)])),
      dissatisfied: unhappy[at] as number,
    }));
  });
}
