/** 名称与代码: what a file may call a unit, a subcategory, a place …, taken from the rulebook. */
import type { Rulebook, RuleKind, RuleRow } from "../rule/rulebook.ts";

export type NamedKind = "unit" | "unitGroup" | "category" | "requestType" | "place" | "county" | "hotEvent";

/** 一类名称: from anything a file may write to the code (null: ambiguous), and from the code to its name. */
export interface Naming {
  codes: Map<string, string | null>;
  names: Map<string, string>;
}

export interface Names {
  zone: string;
  naming: Record<NamedKind, Naming>;
}

type Named = { name: string; parent?: string | null; shortNames?: string[]; aliases?: string[] };

const rowsOf = (rulebook: Rulebook, kind: RuleKind) => (rulebook.rows[kind] ?? []) as RuleRow[];
const narrow = (text: string) => text.normalize("NFKC").trim();

function naming(rows: RuleRow[], spellings: (row: RuleRow) => string[]): Naming {
  const codes = new Map<string, string | null>();
  for (const row of rows)
    for (const spelling of spellings(row).map(narrow)) {
      const known = codes.get(spelling);
      codes.set(spelling, known === undefined || known === row.key ? row.key : null);
    }
  for (const row of rows) codes.set(narrow(row.key), row.key);
  return { codes, names: new Map(rows.map((row) => [row.key, (row.value as Named).name])) };
}

const spellingsOf = (row: RuleRow) => {
  const { name, shortNames = [], aliases = [] } = row.value as Named;
  return [name, ...shortNames, ...aliases];
};

function categoryNaming(rulebook: Rulebook): Naming {
  const all = rowsOf(rulebook, "category");
  const named = new Map(all.map((row) => [row.key, (row.value as Named).name]));
  const leaves = all.filter((row) => (row.value as Named).parent !== null);
  const made = naming(leaves, (row) => {
    const { name, parent } = row.value as Named;
    return [name, `${named.get(parent!)}/${name}`];
  });
  for (const row of rowsOf(rulebook, "alias")) {
    const code = made.codes.get(narrow((row.value as { of: string }).of));
    if (code && !made.codes.has(narrow(row.key))) made.codes.set(narrow(row.key), code);
  }
  return made;
}

/** 规则库 → 名称表 */
export function namesOf(rulebook: Rulebook, zone: string): Names {
  const of = (kind: NamedKind) => naming(rowsOf(rulebook, kind), spellingsOf);
  return {
    zone,
    naming: {
      unit: of("unit"),
      unitGroup: of("unitGroup"),
      category: categoryNaming(rulebook),
      requestType: of("requestType"),
      place: of("place"),
      county: of("county"),
      hotEvent: of("hotEvent"),
    },
  };
}

/** '0305 水质水压': a code together with its name, as we print it; null where the two don't belong together. */
function codeWithName({ names }: Naming, text: string): string | null {
  const [, code, name] = /^(\S+) (.+)$/.exec(text) ?? [];
  const known = code === undefined ? undefined : names.get(code);
  return known !== undefined && narrow(known) === name ? code! : null;
}

/** 名称、代码或“代码 名称” → 代码: undefined when unknown, null when several have that name. */
export function codeOf(names: Names, kind: NamedKind, text: string): string | null | undefined {
  const naming = names.naming[kind];
  const narrowed = narrow(text);
  return naming.codes.get(narrowed) ?? codeWithName(naming, narrowed) ?? naming.codes.get(narrowed);
}

/** 代码 → “代码 名称”: exact where names are not; the code alone where it is the name, or leads nowhere. */
export function nameOf(names: Names, kind: NamedKind, code: string): string {
  const name = names.naming[kind].names.get(code);
  const both = `${code} ${name}`;
  return name !== undefined && name !== code && codeOf(names, kind, both) === code ? both : code;
}
