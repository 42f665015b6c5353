/** 谁正在改: others are told that this paragraph is open here, and this page what others have open. */
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { z } from "zod";
import type { draftWriters } from "../../../contract/report/draft.ts";
import { mention, read } from "../../shell/ask.ts";

type Writers = z.output<typeof draftWriters>;
export type Writer = Writers["rows"][number];

/** the bell rings within one server; what another one knows is asked this often */
const ASKED = 5_000;
/** well within what it lasts */
const SAID_AGAIN = 20_000;

const keyOf = (period: string) => ["writers", period];
const NOBODY: Writer[] = [];

/** 别人正在改的 in this draft */
export const useWriters = (period: string): Writer[] =>
  useQuery({
    queryKey: keyOf(period),
    queryFn: () => read<Writers>(`/report-drafts/${period}/writers`),
    refetchInterval: ASKED,
  }).data?.rows ?? NOBODY;

/** Says it, and says it again, until `over`. What isn't heard is said again soon, or ends by itself. */
function saying(client: QueryClient, period: string, paragraph: string): () => void {
  const say = (open: boolean) =>
    mention<Writers>(`/report-drafts/${period}/writers`, { paragraph, open })
      .then((writers) => client.setQueryData(keyOf(period), writers))
      .catch(() => {});
  let last = say(true);
  const begin = () => {
    last = say(true);
  };
  const leave = () => void say(false);
  const timer = setInterval(begin, SAID_AGAIN);
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", begin);
  return () => {
    clearInterval(timer);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", begin);
    // what was said first arrives first
    last.finally(leave);
  };
}

/** 说一声: for as long as this paragraph is open here */
export function useSayWriting(period: string, paragraph: string): void {
  const client = useQueryClient();
  useEffect(() => saying(client, period, paragraph), [client, period, paragraph]);
}
