/** 依据的说法: why a unit is proposed, in one sentence; the same for whoever asks. */
import { dateWords } from "../../domain/calendar/civil.ts";
import type { Ground } from "../../domain/directory/propose.ts";

interface Row {
  placeName: string | null;
  basis: string;
  from: string;
}

export function groundWords(ground: Ground | null, row: Row | null): string {
  if (ground === "directory")
    return `派单目录：${row!.placeName === null ? "" : `限${row!.placeName}，`}${row!.basis}，自${dateWords(row!.from)}起。`;
  const silent = row === null ? "派单目录没有这一类。" : "派单目录上的单位已停用。";
  if (ground === "precedent") return `${silent}按同类同地的先例。`;
  if (ground === "place") return `${silent}没有先例，按属地。`;
  return `${silent}也没有先例和属地单位。`;
}
