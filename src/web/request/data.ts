/** 诉求旁边的数据: who told it, what repeats it; the same for whoever takes it down and whoever sends it out. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { caller, callerOfRequest } from "../../contract/call/call.ts";
import type { requestRow } from "../../contract/request/request.ts";
import type { suggestions } from "../../contract/suggestion/suggestion.ts";
import { act, read } from "../shell/ask.ts";

export type Caller = z.output<typeof caller>;
export type RequestRow = z.output<typeof requestRow>;
export type Suggestions = z.output<typeof suggestions>;
export type Repeat = Suggestions["repeats"]["rows"][number];

/** 并入哪一件 */
export interface Into {
  id: string;
  number: string;
  title: string;
  leadName: string | null;
}

export const intoOf = ({ request, title, leadName }: Repeat): Into => ({
  ...{ id: request.id, number: request.number, title, leadName },
});

interface Asking {
  text: string;
  category: string | null;
  place: string | null;
  urgent: boolean;
  /** registered already */
  self?: string;
}

export function useSuggestions(asking: Asking) {
  const enabled = asking.text.trim() !== "" || asking.category !== null || asking.place !== null;
  return useQuery({
    queryKey: ["suggestions", asking],
    queryFn: () => act<Suggestions>("/suggestions", asking),
    enabled,
    staleTime: 30_000,
    // an empty sheet must not offer what was meant for the one before it
    placeholderData: (before, query) =>
      enabled && (query?.queryKey[1] as Asking | undefined)?.self === asking.self ? before : undefined,
  });
}

/** 这件诉求的来电人; others' changes don't ask for him again, since each look is written down */
export const useRequestCaller = (id: string) =>
  useQuery({
    queryKey: ["requestCaller", id],
    queryFn: () => read<z.output<typeof callerOfRequest>>(`/requests/${id}/caller`),
    staleTime: 60_000,
  });
