/** 质检的数据: as the wire has it. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { callView } from "../../contract/call/call.ts";
import type { drawView, resultView, sampleRow, sampleView } from "../../contract/inspection/inspection.ts";
import type { Role } from "../../domain/access/role.ts";
import { read } from "../shell/ask.ts";

export type SampleRow = z.output<typeof sampleRow>;
export type Sample = z.output<typeof sampleView>;
export type Draw = z.output<typeof drawView>;
export type Results = z.output<typeof resultView>;
export type Call = z.output<typeof callView>;

/** what is old once something was said */
export const INSPECTION = ["sample", "samples", "draws", "results", "counts"];

export const useSample = (id: string) =>
  useQuery({ queryKey: ["sample", id], queryFn: () => read<Sample>(`/inspection-samples/${id}`) });

export const useCall = (id: string) => useQuery({ queryKey: ["calls", id], queryFn: () => read<Call>(`/calls/${id}`) });

export const useResults = (query: { from: string; until: string; of: string }) =>
  useQuery({ queryKey: ["results", query], queryFn: () => read<Results>("/inspection-results", query) });

/** 被评的: he sees his own */
export const isJudged = (role: Role): boolean => role === "agent" || role === "liaison";
export const mayDraw = (role: Role): boolean => role === "inspector" || role === "office";

/** '90' or '92.50': hundredths as points */
export const points = (value: number): string => (value % 100 === 0 ? String(value / 100) : (value / 100).toFixed(2));
export const percentOf = (value: number): string => `${(value / 100).toFixed(2)}%`;
