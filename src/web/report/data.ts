/** 月报的数据: as the wire has it. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { changes, editionRow, editionView, printedChanges, whatIf } from "../../contract/report/edition.ts";
import type { Role } from "../../domain/access/role.ts";
import { periodKinds, periodName, periodOf } from "../../domain/calendar/period.ts";
import type { Findings } from "../audit/data.ts";
import { read } from "../shell/ask.ts";
import type { MonthAndDay } from "../ui/OtherDay.tsx";

export type EditionRow = z.output<typeof editionRow>;
export type Edition = z.output<typeof editionView>;
export type Changes = z.output<typeof changes>;
export type TextChanges = z.output<typeof printedChanges>;

/** what is old once an edition was made or settled */
export const REPORTS = ["edition", "editions"];

export const useEdition = (id: string) =>
  useQuery({ queryKey: ["edition", id], queryFn: () => read<Edition>(`/report-editions/${id}`) });

export const useRecomputation = (id: string, asked: boolean) =>
  useQuery({
    queryKey: ["edition", id, "recomputation"],
    queryFn: () => read<Changes>(`/report-editions/${id}/recomputation`),
    enabled: asked,
  });

/** what was kept doesn't change, and neither does what it contradicts itself in */
export const useFindings = (id: string) =>
  useQuery({
    queryKey: ["findings", id],
    queryFn: () => read<Findings>(`/report-editions/${id}/findings`),
    staleTime: Number.POSITIVE_INFINITY,
  });

export type WhatIf = z.output<typeof whatIf>;
export const useWhatIf = (asked: MonthAndDay | null) =>
  useQuery({
    queryKey: ["what-if", asked],
    queryFn: () => read<WhatIf>("/report-what-ifs", asked ? { month: asked.month, formulasOf: asked.day } : {}),
    enabled: asked !== null,
  });

export const mayFreeze = (role: Role): boolean => role === "office" || role === "analyst";
export const mayIssue = (role: Role): boolean => role === "office";

/** '2022年11月月报' */
export const reportWords = (key: string): string => `${periodName(key)}${periodKinds[periodOf(key).kind]}`;
