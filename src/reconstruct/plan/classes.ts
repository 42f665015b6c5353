import type { CivilDate } from "../../domain/calendar/civil.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { allInForce } from "../../domain/rule/inForce.ts";
import type { Rulebook, RuleRow } from "../../domain/rule/rulebook.ts";
import { type Ask, fillersNeeded } from "./fillers.ts";
import { mentionedIn } from "./mentioned.ts";

/** 大类与小类 as a month needs them. */
export interface Category {
  code: string;
  name: string;
  order: number;
}
export interface Subcategory extends Category {
  category: string;
  /** printed somewhere in the file */
  named: boolean;
}
export interface Classes {
  categories: Category[];
  subcategories: Subcategory[];
  canonical: (name: string) => string;
  rows: RuleRow[];
}

interface Draft {
  categories: Map<string, { code: string; order: number }>;
  subcategories: Map<string, { code: string; order: number; category: string; named: boolean }>;
}

const REST = "其他事项";

function fromRulebook(book: Rulebook, on: CivilDate): Draft {
  const rows = allInForce(book, "category", on);
  const names = new Map(rows.map((row) => [row.key, row.value.name]));
  const draft: Draft = { categories: new Map(), subcategories: new Map() };
  for (const { key, value } of rows) {
    const { name, parent, order } = value;
    if (parent === null) draft.categories.set(name, { code: key, order });
    else draft.subcategories.set(name, { code: key, order, category: names.get(parent) as string, named: false });
  }
  return draft;
}

function category(draft: Draft, name: string) {
  const known = draft.categories.get(name);
  if (known) return known;
  const added = { code: `大${draft.categories.size + 1}`, order: 1_000_000 + draft.categories.size };
  draft.categories.set(name, added);
  return added;
}

function subcategory(draft: Draft, name: string, parent: string | null, named: boolean) {
  const known = draft.subcategories.get(name);
  if (known) known.named ||= named;
  else {
    const order = 1_000_000 + draft.subcategories.size;
    draft.subcategories.set(name, {
      code: `小${draft.subcategories.size + 1}`,
      order,
      category: parent ?? REST,
      named,
    });
  }
  category(draft, (draft.subcategories.get(name) as { category: string }).category);
}

function move(draft: Draft, name: string, parent: string) {
  category(draft, parent);
  subcategory(draft, name, parent, false);
  (draft.subcategories.get(name) as { category: string }).category = parent;
}

function addFillers(draft: Draft, asks: Ask[], categories: number) {
  for (let at = 1; draft.categories.size < categories; at++) category(draft, `其他类别${at}`);
  for (const { category: name, unnamed } of asks) {
    const have = [...draft.subcategories.values()].filter((one) => one.category === name && !one.named).length;
    for (let at = have + 1; at <= unnamed; at++) subcategory(draft, `${name}其他事项${at}`, name, false);
  }
}

/** Equal values keep configured order: where two equal counts are printed, the order printed is the configured one. */
function keepPrintedTies(draft: Draft, ties: [string, string][]) {
  for (let round = 0; round < ties.length; round++)
    for (const [first, second] of ties) {
      const [a, b] = [draft.subcategories.get(first), draft.subcategories.get(second)];
      if (a && b && a.order > b.order) [a.order, b.order] = [b.order, a.order];
      const [c, d] = [draft.categories.get(first), draft.categories.get(second)];
      if (c && d && c.order > d.order) [c.order, d.order] = [d.order, c.order];
    }
}

const SOURCE = "由月度数字文件推得";

type Base = Pick<RuleRow, "from" | "until" | "source" | "assumption">;

const aliasRows = (aliases: Aliases, base: Base) =>
  [...aliases].map(([key, { of, printedIn }]): RuleRow => ({ ...base, kind: "alias", key, value: { of, printedIn } }));

function ruleRows(draft: Draft, before: Draft, aliases: Aliases, on: CivilDate): RuleRow[] {
  const base = { from: on, until: null, source: SOURCE, assumption: true };
  const categories = [...draft.categories].flatMap(([name, { code, order }]): RuleRow[] =>
    before.categories.get(name)?.order === order
      ? []
      : [{ ...base, kind: "category", key: code, value: { name, parent: null, order } }],
  );
  const subcategories = [...draft.subcategories].flatMap(([name, one]): RuleRow[] => {
    const old = before.subcategories.get(name);
    if (old && old.order === one.order && old.category === one.category) return [];
    const parent = (draft.categories.get(one.category) as { code: string }).code;
    return [{ ...base, kind: "category", key: one.code, value: { name, parent, order: one.order } }];
  });
  return [...categories, ...subcategories, ...aliasRows(aliases, base)];
}

type Aliases = Map<string, { of: string; printedIn: string[] }>;

const TABLES = [
  "topSubcategories",
  "districtsTop3",
  "unitsTop3",
  "firstContactHot",
  "dispatchedHot",
  "dissatisfiedTop",
  "openOverdue",
];

/** Which tables of the file print that name. */
function tablesPrinting(file: FiguresFile, name: string): string[] {
  const tables: Record<string, unknown> = { ...file, ...file.handling, ...file.followUp };
  return TABLES.filter((table) => JSON.stringify(tables[table] ?? null).includes(JSON.stringify(name)));
}

/** 别名 of the rulebook and of the file; only those that the rulebook doesn't have are the file's own. */
function aliasesOf(file: FiguresFile, book: Rulebook, on: CivilDate) {
  const ruled = new Map(allInForce(book, "alias", on).map((row) => [row.key, row.value.of] as const));
  const stated = Object.entries(file.categories?.aliases ?? {}) as [string, string][];
  const own: Aliases = new Map(
    stated
      .filter(([alias, of]) => ruled.get(alias) !== of)
      .map(([alias, of]) => [alias, { of, printedIn: tablesPrinting(file, alias) }]),
  );
  const all = new Map([...ruled, ...stated]);
  return { own, canonical: (name: string) => all.get(name) ?? name };
}

/**
 * 分类: the tree of the rulebook, changed by what the file says of it, with every class that the file prints and as many
 * invented ones as a month of that size needs. What goes beyond the rulebook comes as rows.
 */
export function classesOf(file: FiguresFile, book: Rulebook, on: CivilDate): Classes {
  const { own, canonical } = aliasesOf(file, book, on);
  const before = fromRulebook(book, on);
  const draft = fromRulebook(book, on);
  for (const { category: parent, subcategories } of file.categories?.tree ?? [])
    if (parent) for (const name of subcategories ?? []) move(draft, canonical(name as string), parent);
  const mentioned = mentionedIn(file, canonical);
  const inTree = new Set(
    (file.categories?.tree ?? []).flatMap((one) => (one.subcategories ?? []).map((name) => canonical(name as string))),
  );
  for (const { name, parent } of mentioned.subcategories) if (parent && !inTree.has(name)) move(draft, name, parent);
  for (const name of mentioned.categories) category(draft, name);
  for (const { name, parent } of mentioned.subcategories) subcategory(draft, name, parent, true);
  const known = [...draft.subcategories].map(([name, one]) => ({ name, ...one }));
  const { asks, categories } = fillersNeeded(file, canonical, [...draft.categories.keys()], known);
  addFillers(draft, asks, categories);
  if (draft.subcategories.size === 0) subcategory(draft, `${REST}1`, REST, false);
  keepPrintedTies(draft, mentioned.ties);
  return {
    categories: [...draft.categories].map(([name, one]) => ({ name, ...one })),
    subcategories: [...draft.subcategories].map(([name, one]) => ({ name, ...one })),
    canonical,
    rows: ruleRows(draft, before, own, on),
  };
}
