/** 选得到的: places and subcategories in use, each with every name that people say it by. */
import type { CivilDate } from "../calendar/civil.ts";
import { allInForce } from "../rule/inForce.ts";
import { type Retirable, successorOf } from "../rule/retired.ts";
import type { Rulebook, RuleRow } from "../rule/rulebook.ts";
import { placesFrom } from "./lookup.ts";

export interface Named {
  key: string;
  name: string;
  /** what it lies in, the largest first */
  within: readonly { key: string; name: string }[];
  /** 又称、原名: each with what is said of it */
  others: readonly { name: string; said: string }[];
}

type Other = Named["others"][number];

const also = (name: string): Other => ({ name, said: `又称${name}` });

/** '原桂花岗社区，2025年3月起停用' */
function former({ from, value: { name } }: RuleRow<Retirable>): Other {
  const [year, month] = from.split("-");
  return { name, said: `原${name}，${year}年${Number(month)}月起停用` };
}

/** 旧名 of whoever took the place of what is retired, by his key. */
function formerNames(rulebook: Rulebook, kind: Retirable, on: CivilDate): Map<string, Other[]> {
  const names = new Map<string, Other[]>();
  for (const row of allInForce(rulebook, kind, on)) {
    const next = row.value.retired && successorOf(rulebook, kind, row.key, on);
    if (!next) continue;
    const aliases = "aliases" in row.value ? (row.value.aliases ?? []) : [];
    names.set(next.key, [...(names.get(next.key) ?? []), former(row), ...aliases.map(also)]);
  }
  return names;
}

/** 地区 */
export function placesNamed(rulebook: Rulebook, on: CivilDate): Named[] {
  const rows = allInForce(rulebook, "place", on);
  const names = new Map(rows.map(({ key, value: { name } }) => [key, name]));
  const before = formerNames(rulebook, "place", on);
  return rows
    .filter(({ value }) => !value.retired)
    .map(({ key, value: { name, aliases = [] } }) => ({
      key,
      name,
      within: placesFrom(rulebook, key, on)
        .slice(1)
        .reverse()
        .map((one) => ({ key: one, name: names.get(one) ?? one })),
      others: [...aliases.map(also), ...(before.get(key) ?? [])],
    }));
}

/** 小类 */
export function subcategoriesNamed(rulebook: Rulebook, on: CivilDate): Named[] {
  const rows = allInForce(rulebook, "category", on);
  const names = new Map(rows.map(({ key, value: { name } }) => [key, name]));
  const aliases = allInForce(rulebook, "alias", on);
  const before = formerNames(rulebook, "category", on);
  return rows
    .filter(({ value: { parent, retired } }) => parent !== null && !retired)
    .map(({ key, value: { name, parent } }) => ({
      key,
      name,
      within: [{ key: parent!, name: names.get(parent!) ?? parent! }],
      others: [
        ...aliases.filter(({ value }) => value.of === name).map((alias) => also(alias.key)),
        ...(before.get(key) ?? []),
      ],
    }));
}
