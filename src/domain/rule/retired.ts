/**
 * 停用: a unit, class or place that takes nothing new from a day on, by a row that says so and who succeeds it. It keeps its
 * name and what it has in hand: the row is in force like any other.
 */
import { type CivilDate, dateWords } from "../calendar/civil.ts";
import { inForce } from "./inForce.ts";
import type { Rulebook, RuleRow } from "./rulebook.ts";

export type Retirable = "unit" | "category" | "place";

/** 在用: the row in force on that day, unless it says that the key is retired. */
export function inUse<K extends Retirable>(book: Rulebook, kind: K, key: string, on: CivilDate): RuleRow<K> | null {
  const row = inForce(book, kind, key, on);
  return row?.value.retired ? null : row;
}

/** 接替: whoever has taken its place by that day, along the whole line; null: nobody. */
export function successorOf<K extends Retirable>(
  book: Rulebook,
  kind: K,
  key: string,
  on: CivilDate,
): RuleRow<K> | null {
  const seen = new Set<string>();
  for (let at: string | undefined = key; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const row: RuleRow<K> | null = inForce(book, kind, at, on);
    if (!row?.value.retired) return at === key ? null : row;
    at = row.value.retired.successor;
  }
  return null;
}

/** 停用的说法: sentence and next step for a key that is retired on that day; null: it isn't. */
export function retiredSaid(book: Rulebook, kind: Retirable, key: string, on: CivilDate): [string, string] | null {
  const row = inForce(book, kind, key, on);
  if (!row?.value.retired) return null;
  const next = successorOf(book, kind, key, on);
  return [
    `“${row.value.name}”自${dateWords(row.from)}起停用${next ? `，由“${next.value.name}”接替` : ""}。`,
    next ? `请改用“${next.value.name}”（代码 ${next.key}）。` : "请从表中另选。",
  ];
}
