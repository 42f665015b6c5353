import type { CivilDate } from "../../domain/calendar/civil.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { allInForce } from "../../domain/rule/inForce.ts";
import type { Rulebook, RuleRow } from "../../domain/rule/rulebook.ts";
import { inPrintedOrder, reorder } from "./configured.ts";
import { type Ask, categoriesNeeded, fillersNeeded } from "./fillers.ts";
import { mentionedIn } from "./mentioned.ts";
import type { Choose } from "./naming.ts";
import { placed } from "./parents.ts";
import { withTopics } from "./topicNames.ts";

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

type Canonical = (name: string) => string;

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

/** What the file prints comes before, what is invented after all that the rulebook has. */
const orderOf = (at: number, named: boolean) => (named ? at - 1_000_000 : at + 1_000_000);

function category(draft: Draft, name: string, named = false) {
  const known = draft.categories.get(name);
  if (known) return known;
  const at = draft.categories.size;
  const added = { code: `大${at + 1}`, order: orderOf(at, named) };
  draft.categories.set(name, added);
  return added;
}

/** Puts a subcategory under a category, new or not. */
function put(draft: Draft, name: string, parent: string, named: boolean) {
  category(draft, parent);
  const known = draft.subcategories.get(name);
  const at = draft.subcategories.size;
  const { code, order } = known ?? { code: `小${at + 1}`, order: orderOf(at, named) };
  draft.subcategories.set(name, { code, order, category: parent, named: named || (known?.named ?? false) });
}

const DIGITS = ["", ..."一二三四五六七八九"];
/** 1 to 999 as one counts things: 十二, 一百零三 */
function numeral(n: number): string {
  if (n >= 100)
    return `${DIGITS[Math.floor(n / 100)]}百${n % 100 === 0 ? "" : n % 100 < 10 ? "零" : ""}${numeral(n % 100)}`;
  if (n < 10) return DIGITS[n]!;
  return `${n < 20 ? "" : DIGITS[Math.floor(n / 10)]}十${DIGITS[n % 10]}`;
}

/** 凑数的小类: no digit at its end, for a count is printed right after it. */
const fillerName = (category: string, at: number): string => `${category}其他事项（${numeral(at)}）`;

function addFillers(draft: Draft, asks: Ask[]) {
  for (const { category: name, unnamed } of asks) {
    const have = [...draft.subcategories.values()].filter((one) => one.category === name && !one.named).length;
    for (let at = have + 1; at <= unnamed; at++) put(draft, fillerName(name, at), name, false);
  }
}

type Mentioned = ReturnType<typeof mentionedIn>;

/** 大类小类树 as the file gives it, by canonical names. */
const treeOf = (file: FiguresFile, canonical: (name: string) => string) =>
  (file.categories?.tree ?? []).flatMap(({ category: name, subcategories }) =>
    name ? [{ category: name, subcategories: (subcategories ?? []).map((one) => canonical(one as string)) }] : [],
  );

/** Each with the next. */
const inTurn = (names: string[]) => names.slice(1).map((name, at): [string, string] => [names[at] as string, name]);

/** 配置次序: as the file's tree has it, then what is printed, then the rest; as far as the printed lists allow. */
function configure(draft: Draft, tree: ReturnType<typeof treeOf>, mentioned: Mentioned) {
  const { sure, perhaps } = mentioned;
  const given = {
    categories: tree.map((one) => one.category),
    subcategories: tree.flatMap((one) => one.subcategories),
  };
  for (const level of ["categories", "subcategories"] as const) {
    const usual = [...draft[level]].toSorted((a, b) => a[1].order - b[1].order).map(([name]) => name);
    const printed = new Set(level === "categories" ? mentioned.categories : mentioned.subcategories);
    const told = new Set(given[level].filter((name) => draft[level].has(name)));
    const untold = perhaps.filter(([first, second]) => !told.has(first) || !told.has(second));
    reorder(
      draft[level],
      inPrintedOrder(
        [...new Set([...told, ...usual.filter((name) => printed.has(name)), ...usual])],
        [...sure, ...inTurn([...told]), ...untold],
      ),
    );
  }
}

/** Printed classes that neither the file nor a rule with a source places: wherever the numbers leave room. */
function settle(
  file: FiguresFile,
  draft: Draft,
  mentioned: Mentioned,
  firm: Map<string, string>,
  canonical: Canonical,
  choose: Choose,
) {
  const isFirm = (name: string) => firm.has(name);
  for (const [name, parent] of firm) if (draft.subcategories.has(name)) put(draft, name, parent, false);
  for (const name of mentioned.subcategories) if (isFirm(name)) put(draft, name, firm.get(name) as string, true);
  const settled = mentioned.subcategories.filter(isFirm).map((name) => ({ name, category: firm.get(name) as string }));
  const homeless = mentioned.subcategories
    .filter((name) => !isFirm(name))
    .map((name) => ({ name, usual: draft.subcategories.get(name)?.category }));
  if (draft.categories.size === 0) category(draft, REST);
  const homes = placed(file, canonical, [...draft.categories.keys()], settled, homeless, choose);
  for (const { name } of homeless) put(draft, name, homes.get(name) as string, true);
}

const SOURCE = "由月度数字文件推得";

type Base = Pick<RuleRow, "from" | "until" | "source" | "assumption">;

/** a class that the rulebook doesn't know was there before the month, whose records of earlier days have it: nobody states since when */
const UNSTATED = "2000-01-01";

const aliasRows = (aliases: Aliases, base: Base) =>
  [...aliases].map(([key, { of, printedIn }]): RuleRow => ({ ...base, kind: "alias", key, value: { of, printedIn } }));

function ruleRows(draft: Draft, before: Draft, aliases: Aliases, on: CivilDate): RuleRow[] {
  const base = { from: on, until: null, source: SOURCE, assumption: true };
  const sinceOf = (old: unknown): Base => (old ? base : { ...base, from: UNSTATED });
  const categories = [...draft.categories].flatMap(([name, { code, order }]): RuleRow[] =>
    before.categories.get(name)?.order === order
      ? []
      : [
          {
            ...sinceOf(before.categories.get(name)),
            kind: "category",
            key: code,
            value: { name, parent: null, order },
          },
        ],
  );
  const subcategories = [...draft.subcategories].flatMap(([name, one]): RuleRow[] => {
    const old = before.subcategories.get(name);
    if (old && old.order === one.order && old.category === one.category) return [];
    const parent = (draft.categories.get(one.category) as { code: string }).code;
    return [{ ...sinceOf(old), kind: "category", key: one.code, value: { name, parent, order: one.order } }];
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
  // a label of overdue orders is no other name of a class
  const isLabel = (tables: string[] | undefined) => tables?.length === 1 && tables[0] === "openOverdue";
  const rows = allInForce(book, "alias", on).filter((row) => !isLabel(row.value.printedIn));
  const ruled = new Map(rows.map((row) => [row.key, row.value.of] as const));
  const stated = Object.entries(file.categories?.aliases ?? {}) as [string, string][];
  const own: Aliases = new Map(
    stated
      .filter(([alias, of]) => ruled.get(alias) !== of)
      .map(([alias, of]) => [alias, { of, printedIn: tablesPrinting(file, alias) }]),
  );
  const all = new Map([...ruled, ...stated]);
  return { own, canonical: (name: string) => all.get(name) ?? name };
}

/** 确知的归属: the file's tree, then its hot tables, then rules that have a source. */
function firmParents(file: FiguresFile, book: Rulebook, on: CivilDate, canonical: Canonical): Map<string, string> {
  const rows = allInForce(book, "category", on);
  const names = new Map(rows.map((row) => [row.key, row.value.name]));
  const ruled = rows.flatMap(({ value, assumption }) =>
    value.parent === null || assumption ? [] : [[value.name, names.get(value.parent) as string] as const],
  );
  const { handling } = file;
  const hot = [
    ...(handling?.firstContactHot ?? []).flatMap((row) => (row.topics ?? []).map((name) => [name, row.category])),
    ...(handling?.dispatchedHot ?? []).map((row) => [row.topic, row.category]),
  ].flatMap(([name, parent]) => (name && parent ? [[canonical(name), parent] as const] : []));
  const tree = treeOf(file, canonical).flatMap((one) => one.subcategories.map((name) => [name, one.category] as const));
  return new Map([...ruled, ...hot, ...tree]);
}

/** 补类名: a file whose lists leave out names of classes gets them, before anything else is asked of it. */
export function withClassNames(file: FiguresFile, book: Rulebook, on: CivilDate, choose: Choose): FiguresFile {
  const { canonical } = aliasesOf(file, book, on);
  const firm = firmParents(file, book, on, canonical);
  const rows = allInForce(book, "category", on);
  const ruledIn = (category: string) => {
    const key = rows.find(({ value }) => value.parent === null && value.name === category)?.key;
    return rows.filter(({ value }) => value.parent !== null && value.parent === key).map(({ value }) => value.name);
  };
  const usual = new Map(
    rows.flatMap(({ value }) => (value.parent === null ? [] : [[value.name, value.parent] as const])),
  );
  const nameOf = new Map(rows.map(({ key, value }) => [key, value.name]));
  const parentOf = (name: string) => firm.get(canonical(name)) ?? nameOf.get(usual.get(canonical(name)) ?? "");
  return withTopics(file, { canonical, parentOf, ruledIn, choose });
}

/**
 * 分类: the tree of the rulebook, changed by what the file says of it, with every class that the file prints and as many
 * invented ones as a month of that size needs. What goes beyond the rulebook comes as rows.
 */
export function classesOf(file: FiguresFile, book: Rulebook, on: CivilDate, choose: Choose): Classes {
  const { own, canonical } = aliasesOf(file, book, on);
  const before = fromRulebook(book, on);
  const draft = fromRulebook(book, on);
  const mentioned = mentionedIn(file, canonical);
  const tree = treeOf(file, canonical);
  for (const name of mentioned.categories) category(draft, name, true);
  for (const { category: parent, subcategories } of tree)
    for (const name of subcategories) put(draft, name, parent, false);
  const wanted = categoriesNeeded(file, [...draft.categories.keys()]);
  for (let at = 1; draft.categories.size < wanted; at++) category(draft, `其他类别${at}`);
  settle(file, draft, mentioned, firmParents(file, book, on, canonical), canonical, choose);
  const known = [...draft.subcategories].map(([name, one]) => ({ name, ...one }));
  addFillers(draft, fillersNeeded(file, canonical, [...draft.categories.keys()], known));
  if (draft.subcategories.size === 0) put(draft, `${REST}1`, REST, false);
  configure(draft, tree, mentioned);
  return {
    categories: [...draft.categories].map(([name, one]) => ({ name, ...one })),
    subcategories: [...draft.subcategories].map(([name, one]) => ({ name, ...one })),
    canonical,
    rows: ruleRows(draft, before, own, on),
  };
}
