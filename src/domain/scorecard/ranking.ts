/** 名次与分档: how scores are set beside each other, and how sure that is. Which of them is shown is a rule. */

/** 排名办法 (a rule): places, grades, or neither */
export interface Ranking {
  show: "ranks" | "grades" | "off";
  /** 各档, the best first, each from so many hundredths of a point; the last from 0 */
  grades: { name: string; from: number }[];
  /** z of the interval around a rate, in hundredths: 196 = 1.96, that is 95 % */
  z: number;
  words: string;
}

/** 一个得分, and where it would lie at either end of what its rates may be; null = no value */
export interface Span {
  total: number | null;
  low: number | null;
  high: number | null;
}

/** 名次, with the best and the worst that few ratings leave possible; a grade, likewise. */
export interface Standing {
  rank: number | null;
  ranks: [best: number, worst: number] | null;
  grade: string | null;
  grades: [best: string, worst: string] | null;
}

const NOWHERE: Standing = { rank: null, ranks: null, grade: null, grades: null };

/** 所在的档 */
export const gradeOf = (grades: Ranking["grades"], points: number): string | null =>
  grades.find(({ from }) => points >= from)?.name ?? null;

/** 得分由高到低; equal ones in the order they came in, those without a value last. */
export const byTotal = <T extends { total: number | null }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (b.total ?? -1) - (a.total ?? -1));

function place(row: Span, at: number, among: readonly Span[]): Standing {
  const better = among.filter((other) => other !== row && other.low! > row.high!).length;
  const worse = among.filter((other) => other !== row && other.high! < row.low!).length;
  return { ...NOWHERE, rank: at + 1, ranks: [better + 1, among.length - worse] };
}

function graded({ grades }: Ranking, { total, low, high }: Span): Standing {
  const [grade, best, worst] = [total, high, low].map((points) => gradeOf(grades, points!)!);
  return { ...NOWHERE, grade: grade!, grades: [best!, worst!] };
}

/** 各得分的名次或所在的档, by the rule; what has no score has neither. */
export function standings<T extends Span>(ranking: Ranking | null, rows: readonly T[]): Map<T, Standing> {
  const scored = byTotal(rows.filter(({ total }) => total !== null));
  const standing = (row: T): Standing => {
    if (ranking === null || ranking.show === "off" || row.total === null) return NOWHERE;
    return ranking.show === "grades" ? graded(ranking, row) : place(row, scored.indexOf(row), scored);
  };
  return new Map(rows.map((row) => [row, standing(row)]));
}
