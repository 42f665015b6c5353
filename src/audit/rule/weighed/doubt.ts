/**
 * 疑点: numbers of a report that may contradict each other, told by no single sign but by all the clues for and against it
 * together. What each clue weighs was learnt from reports whose contradictions are known (`test/audit/learn.ts`).
 */
import type { Finding } from "../../../domain/finding.ts";
import type { Points } from "./points.ts";

/** 线索: by name, 0 or 1, or how many of it */
export type Clues = Record<string, number>;

export interface Doubt {
  /** the number, or the words, that may be wrong: only the weightiest doubt about one is told */
  about: object;
  clues: Clues;
  /** `confidence` is of the clues together */
  told: (confidence: number) => Finding;
  /** the values that it is about, the doubtful one first, and what they would make */
  values: string[];
  right: string[];
}

/** 轻重: of a hundred doubts with these clues so many are contradictions, as a part of one */
export const likelihood = (clues: Clues, { base, clue }: Points): number => {
  const odds = Object.entries(clues).reduce((sum, [name, count]) => sum + (clue[name] ?? 0) * count, base) / 100;
  return 1 / (1 + Math.exp(-odds));
};

/** 说出来的: the weightiest doubt about each number, where it weighs enough */
export function weighed(doubts: Doubt[], points: Points): Finding[] {
  const best = new Map<object, { doubt: Doubt; likely: number }>();
  for (const doubt of doubts) {
    const likely = likelihood(doubt.clues, points);
    const before = best.get(doubt.about);
    if (likely >= points.told && (!before || before.likely < likely)) best.set(doubt.about, { doubt, likely });
  }
  return [...best.values()].map(({ doubt, likely }) => doubt.told(Math.round(likely * 100) / 100));
}
