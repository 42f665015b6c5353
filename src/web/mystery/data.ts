/** 拨测的数据: as the wire has it. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { mysteryMonth, mysteryView } from "../../contract/county/mystery.ts";
import type { Role } from "../../domain/access/role.ts";
import { heardKeys, type RatedKey, ratedKeys } from "../../domain/county/mysterySheet.ts";
import { printHundredths } from "../../domain/measure/exact.ts";
import { read } from "../shell/ask.ts";
import { type Entry, numberIn, type Range } from "../ui/entry.ts";

export type Month = z.output<typeof mysteryMonth>;
export type Row = Month["rows"][number];
export type Call = z.output<typeof mysteryView>;
export type Sheet = NonNullable<Row["sheet"]>;

/** what is old once something was said */
export const MYSTERY = ["mysteryCall", "mysteryCalls"];

export const useMonth = (month: string) =>
  useQuery({ queryKey: ["mysteryCalls", month], queryFn: () => read<Month>("/mystery-calls", { month }) });

export const useCall = (id: string) =>
  useQuery({ queryKey: ["mysteryCall", id], queryFn: () => read<Call>(`/mystery-calls/${id}`) });

export const mayPlan = (role: Role): boolean => role === "inspector" || role === "office";

export const points = (hundredths: number): string => printHundredths(hundredths);

/** '9 秒接通' */
export const secondsWords = (seconds: number | null): string => (seconds === null ? "没有接通" : `${seconds} 秒接通`);

/** 正在填的评分 */
export interface Typed extends Record<RatedKey, Entry> {
  answered: boolean;
  seconds: Entry;
}

export const nothingTyped: Typed = {
  ...{ answered: true, seconds: null, voiceMenu: null, etiquette: null, knowledge: null, followUp: null },
};

/** nobody lets it ring for an hour */
export const secondsRange: Range = { kind: "count", most: 3600 };
export const rangeOf = (full: Call["full"], key: RatedKey): Range => ({ kind: "points", most: full[key] });

/** as it is sent, what wasn't heard with nothing; null: something is still missing, or can't be taken */
export function ratingOf({ answered, seconds, ...typed }: Typed, full: Call["full"]) {
  const heard = heardKeys(answered);
  const given = ratedKeys.map(
    (key) => [key, heard.includes(key) ? numberIn(typed[key], rangeOf(full, key)) : 0] as const,
  );
  const secondsToAnswer = answered ? numberIn(seconds, secondsRange) : null;
  if (given.some(([, value]) => value === null) || (answered && secondsToAnswer === null)) return null;
  return { secondsToAnswer, ...(Object.fromEntries(given) as Record<RatedKey, number>) };
}
