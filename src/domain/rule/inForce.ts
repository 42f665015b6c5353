import type { CivilDate } from "../calendar/civil.ts";
import type { Rulebook, RuleKind, RuleRow } from "./rulebook.ts";

const holds = (row: RuleRow, on: CivilDate) => row.from <= on && (row.until === null || on < row.until);

/** 现行规则: the row of `kind` and `key` in force on that day, or null. Of several the last in the book wins. */
export function inForce<K extends RuleKind>(book: Rulebook, kind: K, key: string, on: CivilDate): RuleRow<K> | null {
  const rows = (book.rows[kind] ?? []) as RuleRow<K>[];
  return rows.findLast((row) => row.key === key && holds(row, on)) ?? null;
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
