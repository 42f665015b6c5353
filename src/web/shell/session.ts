/** 登录的人: who works here now; one query that all pages share. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import type { session } from "../../contract/access/session.ts";
import { Refused, read } from "./ask.ts";

export type Session = z.output<typeof session>;

const asked = {
  queryKey: ["session"],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await read<Session>("/session");
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 401) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
};

/** null: nobody; undefined: not known yet. */
export const useSession = () => useQuery(asked);

/** 我: on a page that only somebody who has signed in sees. */
export function useMe(): Session {
  const { data } = useQuery(asked);
  if (!data) throw new Error("nobody has signed in");
  return data;
}

export function useSignedIn(): (session: Session | null) => void {
  const client = useQueryClient();
  return (session) => {
    const before = client.getQueryData<Session | null>(["session"]);
    client.setQueryData(["session"], session);
    // another person must not see what the one before him had open
    if (session?.number !== before?.number)
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
    else client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
  };
}
