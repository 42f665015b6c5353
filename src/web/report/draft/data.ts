/** 底稿的数据: as the wire has it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import type {
  draftChecks,
  draftFigureOrigin,
  draftFigureOtherwise,
  draftFigures,
  draftView,
} from "../../../contract/report/draft.ts";
import type { Template } from "../../../domain/report/template.ts";
import { read } from "../../shell/ask.ts";
import { draftAsked } from "./asked.ts";

export type DraftView = z.output<typeof draftView>;
export type Block = DraftView["blocks"][number];
/** what can be changed of it */
export type Text = Extract<Block, { parts: unknown }>;
export type Line = DraftView["contents"]["lines"][number];
export type Part = Text["parts"][number];
export type PaperFigure = Exclude<Part, string>;
export type Figures = z.output<typeof draftFigures>;

/** how soon one sees what a colleague wrote */
const AGAIN = 20_000;
/** how long the page may take to be fetched before it asks once more what was asked ahead of it */
const AHEAD = 3_000;

const keyOf = (period: string) => draftAsked(period).queryKey;
export const useDraftOf = (period: string) =>
  useQuery({
    queryKey: keyOf(period),
    queryFn: () => read<DraftView>(draftAsked(period).path),
    refetchInterval: AGAIN,
    staleTime: AHEAD,
  });

/** what a change answers is the draft as it now stands */
export function useDraftChanged(period: string): (draft: DraftView) => Promise<void> {
  const client = useQueryClient();
  return async (draft) => {
    // an answer still under way was given before the change
    await client.cancelQueries({ queryKey: keyOf(period), exact: true });
    client.setQueryData(keyOf(period), draft);
    client.invalidateQueries({ queryKey: [...keyOf(period), "checks"] });
  };
}

export const useFigures = (period: string, q: string) =>
  useQuery({
    queryKey: [...keyOf(period), "figures", q],
    queryFn: () => read<Figures>(`/report-drafts/${period}/figures`, { q }),
    placeholderData: (before) => before,
  });

export type Origin = z.output<typeof draftFigureOrigin>;
export const useOrigin = (period: string, figure: string) =>
  useQuery({
    queryKey: [...keyOf(period), "figure", figure],
    queryFn: () => read<Origin>(`/report-drafts/${period}/figure`, { figure }),
  });

export type Otherwise = z.output<typeof draftFigureOtherwise>;
export const useOtherwise = (period: string, figure: string) =>
  useQuery({
    queryKey: [...keyOf(period), "otherwise", figure],
    queryFn: () => read<Otherwise>(`/report-drafts/${period}/figure-otherwise`, { figure }),
  });

export type Checks = z.output<typeof draftChecks>;
export const useChecks = (period: string) =>
  useQuery({ queryKey: [...keyOf(period), "checks"], queryFn: () => read<Checks>(`/report-drafts/${period}/checks`) });

/** 不改不能定稿的有几处 */
export const mustIn = ({ rows }: Checks): number => rows.filter(({ must }) => must).length;

/** as a person begins to change it: figures as they stand now */
export const templateOf = (parts: readonly Part[]): Template =>
  parts.map((part) =>
    typeof part === "string" ? part : { figure: part.figure, form: part.form, was: part.now ?? part.was },
  );

/** 没存的文字 lies on this machine under this name */
export const writingOf = (period: string, paragraph: string): string => `report.${period}.${paragraph}`;
