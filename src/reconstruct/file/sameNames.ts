import type { FiguresFile } from "../../domain/measure/figures.ts";

/** Which key names the entries of a list, first that fits; a list of texts is named by itself. */
const NAME_KEYS = ["type", "category", "subcategory", "topic", "place", "unit", "platform", "id"];

/** Lists whose entries belong together: a unit stands in one group of appendix 1 only. */
const POOLED = /^(appendix1\.groups)\[\d+\]\.rows$/;

/** Labels of overdue orders stand for themselves, whatever class they belong to. */
const LABELS = /^openOverdue\./;

type Lists = Map<string, { at: string; name: string }[]>;

const isPart = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function entries(list: unknown[], path: string): { at: string; name: string }[] {
  return list.flatMap((entry, index) => {
    const key = isPart(entry) ? NAME_KEYS.find((one) => typeof entry[one] === "string") : undefined;
    const name = typeof entry === "string" ? entry : isPart(entry) && key ? entry[key] : undefined;
    return typeof name === "string" ? [{ at: `${path}[${index}]`, name: name.trim() }] : [];
  });
}

function collect(node: unknown, path: string, lists: Lists) {
  if (Array.isArray(node)) {
    const as = POOLED.exec(path)?.[1] ?? path;
    const key = as === path ? path : `${as}[].rows`;
    lists.set(key, [...(lists.get(key) ?? []), ...entries(node, path)]);
    node.forEach((entry, at) => {
      collect(entry, `${path}[${at}]`, lists);
    });
  } else if (isPart(node))
    for (const [key, value] of Object.entries(node)) collect(value, path === "" ? key : `${path}.${key}`, lists);
}

/** 同一名称出现两次: each name that one list of the file has twice, after aliases: which of them is meant can't be told. */
export function sameNames({ civilizedCity: _, categories, places, derived, ...file }: FiguresFile): string[] {
  const aliases = (categories?.aliases ?? {}) as Record<string, string>;
  const lists: Lists = new Map();
  collect(file, "", lists);
  return [...lists].flatMap(([path, list]) =>
    list.flatMap(({ at, name }, index) => {
      const same = (one: string) => (Object.hasOwn(aliases, one) && !LABELS.test(path) ? aliases[one] : one);
      const first = list.slice(0, index).find((one) => same(one.name) === same(name));
      if (!first) return [];
      const as = first.name === name ? `“${name}”` : `“${name}”（即“${first.name}”）`;
      return [`${at} 的${as}与 ${first.at} 重复`];
    }),
  );
}
