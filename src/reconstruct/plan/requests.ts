import type { Term } from "../../domain/integer/problem.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { acceptedAbout } from "./demand.ts";
import { wholesFor } from "./guesses.ts";
import { countIs, rateIs } from "./leaves.ts";
import { atLeast, type Model, sumOf, total, variable } from "./model.ts";
import { descending, type Ranked } from "./ordered.ts";
import type { ClassGroup, World } from "./world.ts";

/** The names of the variables of requests, by outcome and by class group or category. */
export const ACCEPTED = "受理";
export const FIRST = "在线办结";
export const SENT = "派发";
export const PENDING = "待定";
export const HOT = "热点事件";
export type Part = typeof ACCEPTED | typeof FIRST | typeof SENT | typeof PENDING;
const PARTS = [ACCEPTED, FIRST, SENT, PENDING] as const;
export const ofGroup = (part: Part, group: string) => `${part} 小类 ${group}`;
const ofCategory = (part: Part, category: string) => `${part} 大类 ${category}`;
export const ofType = (type: string) => `诉求类型 ${type}`;

function structure(model: Model, world: World) {
  for (const part of PARTS) {
    variable(model, part);
    for (const { id } of world.groups) variable(model, ofGroup(part, id));
    for (const { name } of world.categories) {
      const groups = world.groups.filter((group) => group.category === name);
      total(
        model,
        variable(model, ofCategory(part, name)),
        groups.map(({ id }) => ofGroup(part, id)),
        `大类${name}的${part}量等于其小类之和`,
      );
    }
    total(
      model,
      part,
      world.categories.map(({ name }) => ofCategory(part, name)),
      `${part}量等于各大类之和`,
    );
  }
  const outcomes = (nameOf: (part: Part) => string) =>
    total(
      model,
      nameOf(ACCEPTED),
      [FIRST, SENT, PENDING].map((part) => nameOf(part as Part)),
      "受理量等于在线办结、派发与未办结之和",
    );
  outcomes((part) => part);
  for (const { id } of world.groups) outcomes((part) => ofGroup(part, id));
  for (const { name } of world.categories) outcomes((part) => ofCategory(part, name));
  for (const type of world.types) variable(model, ofType(type));
  total(model, ACCEPTED, world.types.map(ofType), "受理量等于各诉求类型之和");
  atLeast(model, null, [[1, ACCEPTED]], [[1, variable(model, HOT)]], 0, "热点事件不超过受理量");
}

const byCategory = (world: World, part: Part) =>
  world.categories.map(({ name, order }): Ranked & { name: string } => ({
    name,
    order,
    terms: [[1, ofCategory(part, name)]],
  }));

export const bySubcategory = (groups: ClassGroup[], termsOf: (group: ClassGroup) => Term[]) =>
  groups.map((group): Ranked & { name: string } => ({
    name: group.classes.length === 1 ? (group.classes[0]?.name as string) : "",
    order: group.order,
    orders: group.classes.map((one) => one.order),
    terms: termsOf(group),
  }));

/** The places of a list by name, and all the others. */
export function split<T extends { name: string }>(all: T[], names: string[]): [T[], T[]] {
  const found = names.map((name) => all.find((one) => one.name === name) as T);
  return [found, all.filter((one) => !found.includes(one))];
}

function tops(model: Model, world: World, file: FiguresFile) {
  const accepted = sumOf([ACCEPTED]);
  const categories = (file.topCategories ?? []).map((row) => row.category as string);
  const [top, rest] = split(byCategory(world, ACCEPTED), categories);
  descending(model, top, rest, categories.length, "诉求大类");
  top.forEach(({ terms }, at) => {
    countIs(model, `topCategories[${at}].count`, terms, file.topCategories?.[at]?.count);
    rateIs(model, `topCategories[${at}].share`, [terms, accepted], file.topCategories?.[at]?.share);
  });
  const names = (file.topSubcategories ?? []).map((row) => world.canonical(row.subcategory as string));
  const [first, others] = split(
    bySubcategory(world.groups, ({ id }) => [[1, ofGroup(ACCEPTED, id)]]),
    names,
  );
  descending(model, first, others, names.length, "诉求小类");
  first.forEach(({ terms }, at) => {
    countIs(model, `topSubcategories[${at}].count`, terms, file.topSubcategories?.[at]?.count);
  });
}

/** The categories of a table of hot topics, in order: as printed, else that of its topic; undefined where neither is. */
export function hotCategories(
  world: World,
  rows: { category?: string; topic?: string; topics?: (string | undefined)[] }[],
) {
  const parentOf = (topic: string | undefined) =>
    topic === undefined ? undefined : world.subcategories.find((one) => one.name === world.canonical(topic))?.category;
  return rows.map((row) => row.category ?? parentOf(row.topic ?? row.topics?.[0]));
}

/** The printed places as far as they are known from the top; an unknown one ends what can be said of the order. */
function knownTop<T extends { name: string }>(
  all: T[],
  names: (string | undefined)[],
): { top: T[]; rest: T[]; complete: boolean } {
  const known = names.filter((name): name is string => name !== undefined);
  const [top, rest] = split(all, known);
  return { top, rest, complete: known.length === names.length };
}

function firstContactHot(model: Model, world: World, file: FiguresFile) {
  const rows = file.handling?.firstContactHot ?? [];
  const names = hotCategories(world, rows as Parameters<typeof hotCategories>[1]);
  const { top, rest, complete } = knownTop(byCategory(world, FIRST), names);
  const owned = top.map((one, at) => ({ ...one, leaf: `handling.firstContactHot[${at}].category` }));
  descending(model, owned, complete ? rest : [], owned.length, "在线办结热点大类");
  const most = Math.max(0, ...rows.map((row) => row.topics?.length ?? 0));
  rows.forEach((row, at) => {
    const groups = world.groups.filter((group) => group.category === names[at]);
    const topics = (row.topics ?? []).map((topic) => world.canonical(topic as string));
    if (topics.length === 0) return;
    const [leading, others] = split(
      bySubcategory(groups, ({ id }) => [[1, ofGroup(FIRST, id)]]),
      topics,
    );
    if (leading.includes(undefined as never)) return;
    const leaves = leading.map((one, index) => ({ ...one, leaf: `handling.firstContactHot[${at}].topics[${index}]` }));
    descending(model, leaves, others, most, `${names[at]}在线办结热点`);
  });
}

function dispatchedHot(model: Model, world: World, file: FiguresFile) {
  const rows = file.handling?.dispatchedHot ?? [];
  const names = hotCategories(world, rows);
  const { top, rest, complete } = knownTop(byCategory(world, SENT), names);
  const owned = top.map((one, at) => ({ ...one, leaf: `handling.dispatchedHot[${at}].category` }));
  descending(model, owned, complete ? rest : [], owned.length, "派发热点大类");
  rows.forEach((row, at) => {
    if (!row.topic) return;
    const groups = world.groups.filter((group) => group.category === names[at]);
    const [leading, others] = split(
      bySubcategory(groups, ({ id }) => [[1, ofGroup(SENT, id)]]),
      [world.canonical(row.topic)],
    );
    if (!leading[0]) return;
    descending(
      model,
      [{ ...leading[0], leaf: `handling.dispatchedHot[${at}].topic` }],
      others,
      1,
      `${names[at]}派发热点`,
    );
    countIs(model, `handling.dispatchedHot[${at}].count`, leading[0].terms, row.count);
  });
}

function types(model: Model, file: FiguresFile, world: World) {
  (file.requests?.byType ?? []).forEach((row, at) => {
    const name = ofType(world.types[at] as string);
    countIs(model, `requests.byType[${at}].count`, sumOf([name]), row.count);
    rateIs(model, `requests.byType[${at}].share`, [sumOf([name]), sumOf([ACCEPTED])], row.share);
  });
}

const added = (counts: (number | null | undefined)[]) => counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);

/** Whether anything is told in there, be it a name. */
const saysAnything = (node: unknown): boolean =>
  typeof node === "object" && node !== null
    ? Object.values(node).some(saysAnything)
    : node !== undefined && node !== null;

/** How many requests a month like this may have, where the file doesn't say; none where it speaks of nothing like them. */
function naturalSize(file: FiguresFile): number {
  const { requests, handling, topCategories, topSubcategories, hotEvent, civilizedCity, followUp, appendix1 } = file;
  const stated = acceptedAbout(file);
  if (stated !== null) return stated;
  const types = added((requests?.byType ?? []).map((row) => row.count));
  const categories = added((topCategories ?? []).map((row) => row.count));
  const subcategories = added((topSubcategories ?? []).map((row) => row.count));
  const followUps = followUp?.followUps ?? appendix1?.total?.followUps ?? 0;
  const outcomes = Math.max((handling?.firstContact ?? 0) * 1.2, (handling?.dispatched ?? 0) * 5, followUps * 5);
  const known = Math.round(Math.max(types, categories * 1.4, subcategories * 1.6, outcomes));
  const spoken = [requests, handling, topCategories, topSubcategories, hotEvent, civilizedCity, followUp, appendix1];
  const sent = [file.districtsTop3, file.unitsTop3];
  return known || ([...spoken, ...sent].some(saysAnything) ? 20000 : 0);
}

/** 诉求: accepted = first contact + dispatched + the rest, by class; the lists of classes, types, hot event, 文明创建. */
export function requestRows(model: Model, world: World, file: FiguresFile) {
  structure(model, world);
  const { requests, handling, hotEvent, civilizedCity } = file;
  countIs(model, "requests.accepted", sumOf([ACCEPTED]), requests?.accepted);
  countIs(model, "handling.accepted", sumOf([ACCEPTED]), handling?.accepted);
  countIs(model, "handling.firstContact", sumOf([FIRST]), handling?.firstContact);
  countIs(model, "handling.dispatched", sumOf([SENT]), handling?.dispatched);
  rateIs(model, "handling.firstContactRate", [sumOf([FIRST]), sumOf([ACCEPTED])], handling?.firstContactRate);
  types(model, file, world);
  tops(model, world, file);
  firstContactHot(model, world, file);
  dispatchedHot(model, world, file);
  if (hotEvent?.event !== undefined) atLeast(model, "hotEvent.event", sumOf([HOT]), [], 1, "热点事件至少有一件诉求");
  countIs(model, "hotEvent.count", sumOf([HOT]), hotEvent?.count);
  rateIs(model, "hotEvent.share", [sumOf([HOT]), sumOf([ACCEPTED])], hotEvent?.share);
  const civilized = world.groups.filter((group) => group.civilized).map(({ id }) => ofGroup(ACCEPTED, id));
  countIs(model, "civilizedCity.count", sumOf(civilized), civilizedCity?.count);
  model.hints.set(PENDING, 0);
  const natural = naturalSize(file);
  model.hints.set(ACCEPTED, natural);
  model.hints.set(FIRST, Math.round(natural * 0.8));
  model.hints.set(SENT, Math.round(natural * 0.2));
  const parts = [
    ...(requests?.byType ?? []),
    ...(file.topCategories ?? []),
    ...(hotEvent ? [hotEvent] : []),
    { share: handling?.firstContactRate, count: handling?.firstContact },
  ];
  model.guesses.set(ACCEPTED, wholesFor(parts, natural));
  if (hotEvent) model.hints.set(HOT, Math.ceil(natural / 100));
}
