/** 质检评分表: items with their levels, the best first; data that an operator edits. Points in hundredths. */

export interface SheetLevel {
  points: number;
  /** what earns it: 规范 */
  words: string;
}

export interface SheetItem {
  key: string;
  name: string;
  /** what is looked at */
  words: string;
  /** chosen by a digit: 1 is the best */
  levels: SheetLevel[];
}

export interface ScoreSheet {
  name: string;
  items: SheetItem[];
}

/** 一项得分 as it was given: with the words of its day, whatever the sheet says later */
export interface ItemScore {
  key: string;
  name: string;
  level: string;
  points: number;
  full: number;
}

/** digits choose them */
export const MOST_LEVELS = 9;

const full = ({ levels }: SheetItem) => levels[0]!.points;

/** 评分表的毛病: what can't be meant; null: none. */
export function sheetFault({ items }: ScoreSheet): string | null {
  if (new Set(items.map(({ key }) => key)).size < items.length) return "有重复的项目。";
  const falling = ({ levels }: SheetItem) =>
    levels.every(({ points }, at) => at === 0 || points < levels[at - 1]!.points);
  const unsorted = items.find((item) => !falling(item));
  if (unsorted) return `“${unsorted.name}”的各档要从高分写到低分。`;
  return items.reduce((sum, item) => sum + full(item), 0) === 10_000 ? null : "各项满分加起来不是100分。";
}

/** 给分: the chosen level of each item, counted from 1; null: some item has none that the sheet knows. */
export function scoresOf(sheet: ScoreSheet, chosen: Readonly<Record<string, number>>): ItemScore[] | null {
  const scores = sheet.items.flatMap((item): ItemScore[] => {
    const level = item.levels[(chosen[item.key] ?? 0) - 1];
    return level
      ? [{ key: item.key, name: item.name, level: level.words, points: level.points, full: full(item) }]
      : [];
  });
  return scores.length === sheet.items.length ? scores : null;
}

/** 合计 of what is added up in points */
export const totalOf = (scores: readonly ItemScore[], of: "points" | "full"): number =>
  scores.reduce((sum, one) => sum + one[of], 0);
