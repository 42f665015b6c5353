/** 接听台的数据: as the wire has it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { z } from "zod";
import type { fullContact } from "../../contract/access/contact.ts";
import type { callPage, callView } from "../../contract/call/call.ts";
import type { made } from "../../contract/request/request.ts";
import type { ongoingView } from "../../contract/simulator/call.ts";
import type { Caller } from "../request/data.ts";
import { act, read } from "../shell/ask.ts";
import { serverNow } from "../shell/clock.ts";
import { useConnection } from "../shell/live.ts";
import { useMe } from "../shell/session.ts";

export type Ongoing = z.output<typeof ongoingView>;
export type Call = z.output<typeof callView>;
export type Made = z.output<typeof made>;
export type FullContact = z.output<typeof fullContact>;

interface OngoingCalls {
  rows: Ongoing[];
}

/** the stream tells of every ring; while it is down, one looks */
const LOOK = 3_000;

export function useOngoing() {
  const connection = useConnection();
  return useQuery({
    queryKey: ["ongoing"],
    queryFn: () => read<OngoingCalls>("/ongoing-calls"),
    refetchInterval: connection === "off" ? LOOK : false,
  });
}

/** 我在接的 */
export function useMine(): Ongoing | null {
  const { number } = useMe();
  const { data } = useOngoing();
  return data?.rows.find(({ step, agent }) => step === "answered" && agent === number) ?? null;
}

/** 来电的一步: what comes back is known at once, the rest is read again. */
export function useCallStep() {
  const client = useQueryClient();
  return async (id: string, noun: "answer" | "end"): Promise<Ongoing> => {
    try {
      const call = await act<Ongoing>(`/calls/${id}/${noun}`, {});
      client.setQueryData<OngoingCalls>(["ongoing"], (before) => ({
        rows: [...(before?.rows ?? []).filter((one) => one.id !== id), ...(call.endedAt === null ? [call] : [])],
      }));
      return call;
    } finally {
      for (const noun of ["ongoing", "calls"]) client.invalidateQueries({ queryKey: [noun] });
    }
  };
}

/** 通话记录, once there is one */
export const useCall = (id: string | null) =>
  useQuery({ queryKey: ["calls", id], queryFn: () => read<Call>(`/calls/${id}`), enabled: id !== null, retry: false });

export const useLatestCalls = () =>
  useQuery({ queryKey: ["calls", "latest"], queryFn: () => read<z.output<typeof callPage>>("/calls", { limit: 12 }) });

const NUMBER = /^\+?[0-9][0-9 -]{4,24}$/;
export const isNumber = (phone: string): boolean => NUMBER.test(phone.trim());

export const useCaller = (phone: string, place: string | null) =>
  useQuery({
    queryKey: ["requests", "caller", phone, place],
    queryFn: ({ signal }) => read<Caller>("/callers", { phone, place }, signal),
    enabled: isNumber(phone),
    // who calls is asked for only so often in a minute
    staleTime: 60_000,
    placeholderData: (before, query) => (query?.queryKey[2] === phone ? before : undefined),
  });

/** 停一停: the value once it rests, and never while `held`, as an input method holds it. */
export function useRested(value: string, held: boolean, ms = 350): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, held, ms]);
  return rested;
}

/** 服务器的时刻, every second */
export function useSeconds(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
