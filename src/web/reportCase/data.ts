/** 案例的数据: as the wire has it. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { caseMonth, caseRow, caseView } from "../../contract/report/case.ts";
import { read } from "../shell/ask.ts";

export type Month = z.output<typeof caseMonth>;
export type Proposed = Month["proposed"][number];
export type CaseRow = z.output<typeof caseRow>;
export type Case = z.output<typeof caseView>;

/** what is old once a case was taken up, written anew or chosen */
export const CASES = ["reportCase"];

export const useMonth = (month: string) =>
  useQuery({ queryKey: ["reportCase", "month", month], queryFn: () => read<Month>("/report-cases", { month }) });

export const useCase = (id: string) =>
  useQuery({ queryKey: ["reportCase", id], queryFn: () => read<Case>(`/report-cases/${id}`) });
