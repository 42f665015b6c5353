import type { FiguresFile } from "../../domain/measure/figures.ts";

/** 按路径取值: 'topCategories[0].count' of a figures file. */
function valueAt(file: FiguresFile, path: string): unknown {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  return keys.reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], file);
}

/** 矛盾的理由: the leaves with their values, and what ties them together. */
export function reasonFor(
  file: FiguresFile,
  { leaves, dropped, sayings }: { leaves: string[]; dropped: string; sayings: Set<string> },
): string {
  const shown = (leaf: string) => `${leaf} 为 ${String(valueAt(file, leaf))}`;
  const others = leaves.filter((leaf) => leaf !== dropped).map(shown);
  const rules = [...sayings].filter((saying) => saying !== "");
  const because = rules.length > 0 ? `（依据：${rules.join("；")}）` : "";
  if (others.length === 0) return `${shown(dropped)}，这样的数不可能出现${because}`;
  return `${shown(dropped)}，与${others.join("、")}不能同时成立${because}；舍去 ${dropped}，其余保留`;
}
