/** 名次的话 */
import type { ScoreRow, ScoreTable } from "./data.ts";

type Standing = Pick<ScoreRow, "rank" | "ranks" | "grade" | "grades">;

const between = (from: string | number, to: string | number, unit: string) =>
  from === to ? null : `可能在${from}${unit}到${to}${unit}之间`;

/** what few ratings leave open; null: nothing */
export function unsure({ ranks, grades }: Standing): string | null {
  if (ranks) return between(`第 ${ranks[0]} `, `第 ${ranks[1]} `, "名");
  return grades ? between(`“${grades[1]}”`, `“${grades[0]}”`, "") : null;
}

/** 名次的变动 */
export function moved({ rank, grade }: Pick<ScoreRow, "rank" | "grade">, before: ScoreRow["before"]): string | null {
  if (!before) return null;
  if (rank !== null && before.rank !== null)
    return rank === before.rank ? "名次不变" : `由第 ${before.rank} 名到第 ${rank} 名`;
  return grade !== null && before.grade !== null && grade !== before.grade ? `由“${before.grade}”到“${grade}”` : null;
}

export const standingHead = ({ ranking }: ScoreTable): string | null =>
  ranking?.show === "ranks" ? "名次" : ranking?.show === "grades" ? "分档" : null;
