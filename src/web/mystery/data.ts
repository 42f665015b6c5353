/** 拨测的数据: as the wire has it. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { mysteryMonth, mysteryView } from "../../contract/county/mystery.ts";
import type { Role } from "../../domain/access/role.ts";
import { localTime } from "../../domain/calendar/zone.ts";
import type { RatedKey } from "../../domain/county/mysterySheet.ts";
import { printHundredths } from "../../domain/measure/exact.ts";
import { read } from "../shell/ask.ts";
import { serverNow } from "../shell/clock.ts";

export type Month = z.output<typeof mysteryMonth>;
export type Row = Month["rows"][number];
export type Call = z.output<typeof mysteryView>;
export type Sheet = NonNullable<Row["sheet"]>;
export type Allowance = Call["allowed"][number];

/** what is old once something was said */
export const MYSTERY = ["mysteryCall", "mysteryCalls"];

export const useMonth = (month: string) =>
  useQuery({ queryKey: ["mysteryCalls", month], queryFn: () => read<Month>("/mystery-calls", { month }) });

export const useCall = (id: string) =>
  useQuery({ queryKey: ["mysteryCall", id], queryFn: () => read<Call>(`/mystery-calls/${id}`) });

export const allowanceOf = ({ allowed }: Call, action: Allowance["action"]): Allowance =>
  allowed.find((one) => one.action === action)!;

export const mayPlan = (role: Role): boolean => role === "inspector" || role === "office";

export const thisMonth = (zone: string): string => localTime(serverNow(), zone).slice(0, 7);

export const points = (hundredths: number): string => printHundredths(hundredths);

/** '9 秒接通' */
export const secondsWords = (seconds: number | null): string => (seconds === null ? "没有接通" : `${seconds} 秒接通`);

/** 正在填的评分: points as one types them */
export interface Typed extends Record<RatedKey, number | null> {
  answered: boolean;
  seconds: number | null;
}

export const nothingTyped: Typed = {
  ...{ answered: true, seconds: null, voiceMenu: null, etiquette: null, knowledge: null, followUp: null },
};

/** as it is sent; null: something is still missing */
export function ratingOf({ answered, seconds, ...typed }: Typed) {
  const given = Object.entries(typed).map(([key, value]) => [key, value === null ? null : Math.round(value * 100)]);
  if (given.some(([, value]) => value === null) || (answered && seconds === null)) return null;
  return { secondsToAnswer: answered ? seconds : null, ...(Object.fromEntries(given) as Record<RatedKey, number>) };
}
