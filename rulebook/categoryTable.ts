import type { RuleRow } from "../src/domain/rule/rulebook.ts";

/** 大类在前、小类在后的一行; a leading * marks an assumed name, ~ a printed name under an assumed parent. */
export type CategoryTable = string[][];

const bare = (name: string) => name.replace(/^[*~]/, "");
const two = (value: number) => String(value).padStart(2, "0");

/** 分类表 → 规则行: a category's code is its two-digit position (01), a subcategory's that and its own (0103). */
export function categoryRows(
  table: CategoryTable,
  { from, printed, assumed }: { from: string; printed: string; assumed: string },
): RuleRow<"category">[] {
  const row = (name: string, parent: string | null, key: string): RuleRow<"category"> => ({
    kind: "category",
    key,
    from,
    until: null,
    value: { name: bare(name), parent, order: Number(key.padEnd(4, "0")) },
    source: bare(name) === name ? printed : assumed,
    assumption: bare(name) !== name,
  });
  return table.flatMap((names, at) =>
    names.map((name, sub) =>
      row(name, sub === 0 ? null : two(at + 1), sub === 0 ? two(at + 1) : two(at + 1) + two(sub)),
    ),
  );
}
