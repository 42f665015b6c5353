/**
 * 核对: a published figures file against the one computed from records, leaf by leaf. Only what the published file states is
 * compared; what belongs to it alone (source, notes, dates of issue, categories …) is not. Names are equal after aliases.
 */
import { entryOf, LISTS, pattern } from "./catalogue.ts";
import type { FiguresFile } from "./figures.ts";

export type Leaf = string | number | null;

/** 一处不同: published or computed is null where that side has nothing there. */
export interface Difference {
  path: string;
  published: Leaf;
  computed: Leaf;
}

type Aliases = Record<string, string>;
type Names = (name: unknown) => unknown;

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isPart = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !isList(value);
const partOf = (value: unknown, key: string): unknown => (isPart(value) ? value[key] : undefined);
const asLeaf = (value: unknown): Leaf => (typeof value === "number" || typeof value === "string" ? value : null);

/** 同名: through aliases to the canonical name, as far as they lead. */
function namesBy(aliases: Aliases): Names {
  const follow = (name: unknown, left: number): unknown =>
    typeof name === "string" && left > 0 && aliases[name] !== undefined ? follow(aliases[name], left - 1) : name;
  return (name) => follow(name, 5);
}

function sameLeaf(path: string, published: Leaf, computed: Leaf, names: Names): boolean {
  const row = entryOf(path);
  if (typeof published === "number" && typeof computed === "number") return Math.abs(published - computed) < 1e-9;
  if (row?.zeroWhenEmpty && published === 0 && computed === null) return true;
  return row?.kind === "name" ? names(published) === names(computed) : published === computed;
}

/** A count that the published file leaves empty is one that it doesn't tell. */
const isUntold = (path: string, published: Leaf) => published === null && entryOf(path)?.kind === "count";

const compareLeaf = (path: string, published: Leaf, computed: Leaf, names: Names): Difference[] =>
  isUntold(path, published) || sameLeaf(path, published, computed, names) ? [] : [{ path, published, computed }];

const nameIn = (entry: unknown, key: string): unknown => (key === "" ? entry : partOf(entry, key));
const nameAt = (path: string, at: number, key: string) => (key === "" ? `${path}[${at}]` : `${path}[${at}].${key}`);

function compareRanking(path: string, published: unknown[], computed: unknown[], names: Names): Difference[] {
  const rule = LISTS[pattern(path)];
  const stated = published.flatMap((entry, at) => compareNode(`${path}[${at}]`, entry, computed[at], names));
  if (!rule?.complete) return stated;
  const extra = computed.slice(published.length).map((entry, at) => ({
    path: nameAt(path, published.length + at, rule.name),
    published: null,
    computed: asLeaf(nameIn(entry, rule.name)),
  }));
  return [...stated, ...extra];
}

/** 按名核对: each published entry with the computed one of its name; then that both keep the same order. */
function compareByName(
  path: string,
  key: string,
  published: unknown[],
  computed: unknown[],
  names: Names,
): Difference[] {
  const nameOf = (entry: unknown) => names(nameIn(entry, key));
  const partners = published.map((entry, at) => {
    const name = nameOf(entry);
    return name === undefined ? computed[at] : computed.find((candidate) => nameOf(candidate) === name);
  });
  const values = published.flatMap((entry, at) => compareNode(`${path}[${at}]`, entry, partners[at], names));
  const matched = published.map((_, at) => at).filter((at) => partners[at] !== undefined);
  const inOrder = computed.filter((entry) => partners.includes(entry));
  const order = matched.flatMap((at, place) => {
    const [wanted, found] = [nameIn(published[at], key), nameIn(inOrder[place], key)];
    if (wanted === undefined || names(wanted) === names(found)) return [];
    return [{ path: nameAt(path, at, key), published: asLeaf(wanted), computed: asLeaf(found) }];
  });
  return [...values, ...order];
}

function compareList(path: string, published: unknown[], computed: unknown, names: Names): Difference[] {
  const others = isList(computed) ? computed : [];
  const rule = LISTS[pattern(path)];
  return rule?.by === "name"
    ? compareByName(path, rule.name, published, others, names)
    : compareRanking(path, published, others, names);
}

function compareNode(path: string, published: unknown, computed: unknown, names: Names): Difference[] {
  if (published === undefined || entryOf(path)?.compared === false) return [];
  if (isList(published)) return compareList(path, published, computed, names);
  if (!isPart(published)) return compareLeaf(path, asLeaf(published), asLeaf(computed), names);
  return Object.entries(published).flatMap(([key, value]) =>
    compareNode(path === "" ? key : `${path}.${key}`, value, partOf(computed, key), names),
  );
}

/** 核对两份数字文件: every leaf of the published one that the computed one doesn't have alike, in the file's order. */
export function compareFigures(published: FiguresFile, computed: FiguresFile, aliases: Aliases = {}): Difference[] {
  const own = (published.categories?.aliases ?? {}) as Aliases;
  return compareNode("", published, computed, namesBy({ ...aliases, ...own }));
}

const shown = (leaf: Leaf) => (leaf === null ? "无" : String(leaf));

/** 一处不同，用中文说 */
export const describeDifference = ({ path, published, computed }: Difference): string =>
  `${path}：发布为${shown(published)}，计算为${shown(computed)}`;
