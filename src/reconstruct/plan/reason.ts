import type { FiguresFile } from "../../domain/measure/figures.ts";
import { TOO_HARD } from "./effort.ts";

/** 按路径取值: 'topCategories[0].count' of a figures file. */
function valueAt(file: FiguresFile, path: string): unknown {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  return keys.reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], file);
}

const NAME_KEYS = ["platform", "unit", "place", "category", "subcategory", "topic", "type"];

/** The name of the row that a path goes through, in brackets; '' where it goes through none that has a name. */
function rowName(file: FiguresFile, path: string): string {
  const rows = [...path.matchAll(/\[\d+\]/g)].map(({ index, 0: bracket }) => path.slice(0, index + bracket.length));
  const names = rows.flatMap((row) => {
    const entry = valueAt(file, row);
    const key = NAME_KEYS.find((one) => typeof (entry as Record<string, unknown> | undefined)?.[one] === "string");
    return key ? [(entry as Record<string, string>)[key]] : [];
  });
  return names.length > 0 ? `（${names.join("·")}）` : "";
}

const POOLED = /^countyPlatforms\.\w+Rate$/;
const PART = /^appendix2\.rows\[\d+\]\.five\.\w+\[0\]$/;

/** 合并比率: must lie between the least and the greatest of its parts; null where that isn't what the set is about. */
function pooledWords(file: FiguresFile, leaves: string[], dropped: string): string | null {
  const parts = leaves.filter((leaf) => leaf !== dropped);
  if (!POOLED.test(dropped) || parts.length === 0 || !parts.every((leaf) => PART.test(leaf))) return null;
  const rates = parts.map((leaf) => valueAt(file, leaf) as number).sort((a, b) => a - b);
  const [least, most] = [rates[0] as number, rates.at(-1) as number];
  return `合并比率不在各部分之间：由各平台的比率可得 ${least.toFixed(2)}–${most.toFixed(2)}，已公布 ${valueAt(file, dropped)}`;
}

/** 未见矛盾，也未找到整数: what is left to say where the effort didn't suffice. */
function unprovenWords(shown: string, others: string[], dropped: string): string {
  const together = others.length > 0 ? `与${others.join("、")}` : "与文件中的其余数字";
  return `${shown}：${TOO_HARD}，${together}未必矛盾，只是没有找到同时满足的记录；舍去 ${dropped}，其余保留`;
}

/** 矛盾的理由: the leaves with their values, and what ties them together. */
export function reasonFor(
  file: FiguresFile,
  { leaves, dropped, sayings }: { leaves: string[]; dropped: string; sayings: Set<string> },
): string {
  const shown = (leaf: string) => `${leaf}${rowName(file, leaf)} 为 ${String(valueAt(file, leaf))}`;
  const others = leaves.filter((leaf) => leaf !== dropped).map(shown);
  if (sayings.has(TOO_HARD)) return unprovenWords(shown(dropped), others, dropped);
  const pooled = pooledWords(file, leaves, dropped);
  const rules = pooled ? [pooled] : [...sayings].filter((saying) => saying !== "");
  const because = rules.length > 0 ? `（依据：${rules.join("；")}）` : "";
  if (others.length === 0) return `${shown(dropped)}，这样的数不可能出现${because}`;
  return `${shown(dropped)}，与${others.join("、")}不能同时成立${because}；舍去 ${dropped}，其余保留`;
}
