/** 驾驶舱的数据: as the wire has it. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { figure, monthInBrief, present } from "../../contract/cockpit/cockpit.ts";
import { read } from "../shell/ask.ts";

export type Figure = z.output<typeof figure>;
export type Present = z.output<typeof present>;
export type Month = z.output<typeof monthInBrief>;

/** seconds pass without any news */
const EACH = 10_000;
/** the server counts a month again once a minute */
const MINUTE = 60_000;

export const usePresent = () =>
  useQuery({
    queryKey: ["present"],
    queryFn: () => read<Present>("/cockpit/present"),
    refetchInterval: EACH,
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
export const useMonth = (month: string | undefined) =>
  useQuery({
    queryKey: ["month", month],
    queryFn: () => read<Month>("/cockpit/month", { month }),
    refetchInterval: MINUTE,
    refetchIntervalInBackground: true,
  });

/** '10月' of '2026-10' */
export const monthName = (month: string): string => `${Number(month.slice(5))}月`;
export const yearAndMonth = (month: string): string => `${month.slice(0, 4)}年${monthName(month)}`;
