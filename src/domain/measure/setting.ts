import { firstDay, lastDay, ruleDay } from "../calendar/month.ts";
import { allInForce, inForce } from "../rule/inForce.ts";
import type { Rulebook, RuleKind, RuleKinds, RuleRow } from "../rule/rulebook.ts";
import { USUAL_LENGTH } from "./catalogue.ts";
import type { CategoryCode, MonthKey, UnitCode } from "./counts.ts";
import type { RuleReference } from "./measured.ts";

/** 统计口径环境: what one month's figures are computed under: the rules that it goes by (`ruleDay`), ready for look-up. */
export interface Setting {
  platform: string;
  month: MonthKey;
  /** 还没有过完: counted no further than now */
  running: boolean;
  rulebook: Rulebook;
  categories: Map<CategoryCode, RuleKinds["category"]>;
  units: Map<UnitCode, RuleKinds["unit"]>;
  unitGroups: ({ id: string } & RuleKinds["unitGroup"])[];
  counties: RuleKinds["county"][];
  /** canonical name → alias, by table of the figures file */
  printedAliases: Map<string, Map<string, string>>;
  /** configured order of printed labels: aliases as listed */
  aliasOrder: Map<string, number>;
}

/** 哪一期，按什么规则 */
type Period = Pick<Setting, "month" | "rulebook">;

const LAST = Number.MAX_SAFE_INTEGER;

const values = <K extends RuleKind>(rows: RuleRow<K>[]) => new Map(rows.map((row) => [row.key, row.value]));

/** 月内登记在册的: rows in force on the first day, then what was first entered during the month, so that nothing lacks a name. */
export function registered<K extends RuleKind>(rulebook: Rulebook, kind: K, month: MonthKey): RuleRow<K>[] {
  const first = allInForce(rulebook, kind, firstDay(month));
  const known = new Set(first.map((row) => row.key));
  return [...first, ...allInForce(rulebook, kind, lastDay(month)).filter((row) => !known.has(row.key))];
}

function aliasesByTable(rows: RuleRow<"alias">[]): Map<string, Map<string, string>> {
  const tables = new Map<string, Map<string, string>>();
  for (const { key, value } of rows)
    for (const table of value.printedIn ?? []) {
      const names = tables.get(table) ?? new Map<string, string>();
      tables.set(table, names.set(value.of, key));
    }
  return tables;
}

/** 某月的口径环境: the registers of the month and, for every formula, the version in force on its 口径日. */
export function settingOf(rulebook: Rulebook, platform: string, month: MonthKey, running = false): Setting {
  const rows = <K extends RuleKind>(kind: K) => registered(rulebook, kind, month);
  const aliases = rows("alias");
  return {
    platform,
    month,
    running,
    rulebook,
    categories: values(rows("category")),
    units: values(rows("unit")),
    unitGroups: rows("unitGroup")
      .map((row) => ({ id: row.key, ...row.value }))
      .toSorted((a, b) => a.order - b.order),
    counties: rows("county")
      .map((row) => row.value)
      .toSorted((a, b) => a.order - b.order),
    printedAliases: aliasesByTable(aliases),
    aliasOrder: new Map(aliases.map((row, at) => [row.key, at])),
  };
}

/** 现行的一行 of the month, or of the day that a longer period goes by; or null. */
export const ruleOf = <K extends RuleKind>({ rulebook, month }: Period, kind: K, key: string): RuleRow<K> | null =>
  inForce(rulebook, kind, key, ruleDay(month));

/** 口径出处: the reference that travels with a figure. */
export const referenceTo = (row: RuleRow, words: string): RuleReference => ({
  kind: row.kind,
  key: row.key,
  from: row.from,
  source: row.source,
  assumption: row.assumption,
  words,
});

/** 清单长度: how many entries a ranking prints when there are enough, as the rulebook or custom has it. */
export const listLength = (period: Period, list: string): number =>
  ruleOf(period, "listLength", list)?.value.length ?? USUAL_LENGTH[list] ?? LAST;

/** 类名, as the table prints it: an alias where the rulebook says so, else the canonical name; 未分类 without a code. */
export function categoryName(setting: Setting, code: CategoryCode, table: string): string {
  const name = setting.categories.get(code)?.name ?? (code || "未分类");
  return setting.printedAliases.get(table)?.get(name) ?? name;
}

/** 热点事件名称 of its key; a key without a rule is printed as it is. */
export const hotEventName = (setting: Setting, key: string): string =>
  registered(setting.rulebook, "hotEvent", setting.month).find((row) => row.key === key)?.value.name ?? key;

/** 所属大类 of a subcategory; a class without a parent is its own. */
export const categoryOf = (setting: Setting, code: CategoryCode): CategoryCode =>
  setting.categories.get(code)?.parent ?? code;

/** 是否小类: has a parent, or isn't in the tree at all. */
export const isSubcategory = (setting: Setting, code: CategoryCode): boolean =>
  setting.categories.get(code)?.parent !== null;

/** 类的配置次序; a class without a rule comes last. */
export const categoryOrder = (setting: Setting, code: CategoryCode): number =>
  setting.categories.get(code)?.order ?? LAST;

/** 单位名称; its code where no rule names it. */
export const unitName = (setting: Setting, code: UnitCode): string => setting.units.get(code)?.name ?? code;

/** 单位的配置次序; a unit without a rule comes last. */
export const unitOrder = (setting: Setting, code: UnitCode): number => setting.units.get(code)?.order ?? LAST;

/** 单位所属分组; a unit that no rule places stands in the last group. */
export const groupOf = (setting: Setting, code: UnitCode): string | undefined =>
  setting.units.get(code)?.group ?? setting.unitGroups.at(-1)?.id;
