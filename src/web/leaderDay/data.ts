/** 领导接听日的数据: as the wire has it. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { leaderDayMonth, leaderDayRow, leaderDayView } from "../../contract/leaderDay/leaderDay.ts";
import { read } from "../shell/ask.ts";

export type Month = z.output<typeof leaderDayMonth>;
export type DayRow = z.output<typeof leaderDayRow>;
export type Day = z.output<typeof leaderDayView>;
export type Heard = Day["heard"][number];

/** what is old once a day was planned or begun, or something was heard on it */
export const DAYS = ["leaderDay"];

export const useMonth = (month: string) =>
  useQuery({ queryKey: ["leaderDay", "month", month], queryFn: () => read<Month>("/leader-days", { month }) });

export const useDay = (id: string) =>
  useQuery({ queryKey: ["leaderDay", id], queryFn: () => read<Day>(`/leader-days/${id}`) });

/** 看哪些 of what was heard */
export const parts = { calls: "来电", settledOnTheSpot: "当场答复", dispatched: "交办" } as const;
export type Part = keyof typeof parts;

const belongs: Record<Part, (one: Heard) => boolean> = {
  calls: ({ call }) => call !== null,
  settledOnTheSpot: ({ outcome }) => outcome === "firstContact",
  dispatched: ({ order }) => order !== null,
};

export const isPart = (text: string | undefined): text is Part => text !== undefined && text in parts;

/** 一个数背后的几行: a call with two requests is one call. */
export function shownOf(heard: readonly Heard[], only: string | undefined): Heard[] {
  if (!isPart(only)) return [...heard];
  const fit = heard.filter(belongs[only]);
  return only === "calls" ? fit.filter(({ call }, at) => fit.findIndex((one) => one.call === call) === at) : fit;
}
