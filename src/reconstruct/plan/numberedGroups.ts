import type { FiguresFile } from "../../domain/measure/figures.ts";

type Groups = NonNullable<NonNullable<FiguresFile["appendix1"]>["groups"]>;

/** Groups without rows, and how many rows they have together. */
export interface Numbered {
  groups: string[];
  rows: number;
}
/** The number that the first row of a group bears, by whichever row prints its own; null where none does. */
function firstNumber({ rows = [] }: Groups[number]): number | null {
  const at = rows.findIndex(({ no }) => typeof no === "number");
  return at < 0 ? null : (rows[at]?.no as number) - at;
}

/** 组的代码, as printed, else by its place. */
export const groupId = (group: Groups[number], at: number) => group.id ?? `group${at + 1}`;

/** 序号所数的组: groups without rows in a row, where the next one that has some prints a running number. */
export function numberedGroups(groups: Groups): Numbered[] {
  const found: Numbered[] = [];
  let [open, rows] = [[] as string[], 0];
  for (const [at, group] of groups.entries()) {
    if (!group.rows) {
      open.push(groupId(group, at));
      continue;
    }
    const first = firstNumber(group);
    if (open.length > 0 && first !== null) {
      const between = Math.max(0, first - 1 - rows);
      found.push({ groups: open, rows: between });
      rows += between;
    }
    open = [];
    rows += group.rows.length;
  }
  return found;
}
