import type { CivilDate } from "../calendar/civil.ts";
import type { Rulebook, RuleKind, RuleRow } from "./rulebook.ts";

const holds = (row: RuleRow, on: CivilDate) => row.from <= on && (row.until === null || on < row.until);

/** 现行规则: the row of `kind` and `key` in force on that day, or null. Of several the last in the book wins. */
export function inForce<K extends RuleKind>(book: Rulebook, kind: K, key: string, on: CivilDate): RuleRow<K> | null {
  const rows = (book.rows[kind] ?? []) as RuleRow<K>[];
  return rows.findLast((row) => row.key === key && holds(row, on)) ?? null;
}

/** 期间先后有效的各行: of one kind and key over [from, until), each with the first day on which it holds there. */
export function inForceWithin<K extends RuleKind>(
  book: Rulebook,
  kind: K,
  key: string,
  { from, until }: { from: CivilDate; until: CivilDate },
): { from: CivilDate; row: RuleRow<K> }[] {
  const rows = ((book.rows[kind] ?? []) as RuleRow<K>[]).filter((row) => row.key === key);
  const days = new Set([from, ...rows.flatMap((row) => [row.from, ...(row.until === null ? [] : [row.until])])]);
  const found: { from: CivilDate; row: RuleRow<K> }[] = [];
  for (const day of [...days].filter((one) => from <= one && one < until).toSorted()) {
    const row = inForce(book, kind, key, day);
    if (row && row !== found.at(-1)?.row) found.push({ from: day, row });
  }
  return found;
}

/** 某日有效的全部行: one row per key, in the order the keys first appear in the book. */
export function allInForce<K extends RuleKind>(book: Rulebook, kind: K, on: CivilDate): RuleRow<K>[] {
  const byKey = new Map<string, RuleRow<K>>();
  for (const row of (book.rows[kind] ?? []) as RuleRow<K>[]) if (holds(row, on)) byKey.set(row.key, row);
  return [...byKey.values()];
}

/** 合并规则库: several books of rows as one; a row of a later book hides earlier rows of the same kind and key. */
export function assemble(books: RuleRow[][]): Rulebook {
  const rows: Rulebook["rows"] = {};
  for (const book of books)
    for (const row of book) {
      const list = (rows[row.kind] ??= []) as RuleRow[];
      list.push(row);
    }
  return { rows };
}
