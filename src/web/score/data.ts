/** 考核的数据: as the wire has it. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { monthScores, scorecardTried, scoreMove, scoreRow, scoreWhatIf } from "../../contract/score/score.ts";
import { printHundredths } from "../../domain/measure/exact.ts";
import { Refused, read } from "../shell/ask.ts";
import type { MonthAndDay } from "../ui/OtherDay.tsx";

export type Scores = z.output<typeof monthScores>;
export type ScoreTable = Scores["counties"];
export type ScoreRow = z.output<typeof scoreRow>;
export type Move = z.output<typeof scoreMove>;
export type WhatIf = z.output<typeof scoreWhatIf>;
export type Tried = z.output<typeof scorecardTried>;

export const useScores = (month: string) =>
  useQuery({ queryKey: ["scores", month], queryFn: () => read<Scores>("/scores", { month }) });

export const useScoreWhatIf = (asked: MonthAndDay | null) =>
  useQuery({
    queryKey: ["scores", "what-if", asked],
    queryFn: () => read<WhatIf>("/score-what-ifs", asked ? { month: asked.month, scorecardOf: asked.day } : {}),
    enabled: asked !== null,
  });

/** 分 of hundredths; '—' where there is no value */
export const points = (hundredths: number | null): string => (hundredths === null ? "—" : printHundredths(hundredths));

/** '+0.35', '−1.20', '持平' */
export const change = (hundredths: number | null): string => {
  if (hundredths === null) return "—";
  if (hundredths === 0) return "持平";
  return hundredths > 0 ? `+${printHundredths(hundredths)}` : printHundredths(hundredths).replace("-", "−");
};

/** nothing wrong: there is nothing to be scored */
export const isNothing = (error: unknown): error is Refused =>
  error instanceof Refused && (error.problem.code === "emptyMonth" || error.problem.code === "noScorecard");
