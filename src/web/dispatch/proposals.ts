/** 派发建议 of the requests that are looked at: those that are asked for at once are asked for together. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { proposals } from "../../contract/request/proposal.ts";
import { read } from "../shell/ask.ts";

export type Proposal = z.output<typeof proposals>[number];

/** the interface answers no more at once */
const MOST = 50;

type Waiting = { id: string; settle(answer: Proposal | null): void; fail(error: unknown): void };
let waiting: Waiting[] = [];

async function ask(batch: Waiting[]): Promise<void> {
  try {
    const answers = await read<Proposal[]>("/dispatch-proposals", { requests: batch.map(({ id }) => id).join() });
    const known = new Map(answers.map((one) => [one.request, one]));
    for (const { id, settle } of batch) settle(known.get(id) ?? null);
  } catch (error) {
    for (const { fail } of batch) fail(error);
  }
}

function flush(): void {
  const all = waiting;
  waiting = [];
  for (let at = 0; at < all.length; at += MOST) ask(all.slice(at, at + MOST));
}

export const proposalFor = (id: string): Promise<Proposal | null> =>
  new Promise((settle, fail) => {
    if (waiting.length === 0) setTimeout(flush);
    waiting.push({ id, settle, fail });
  });

const AGAIN = 60_000;

/** null: the request isn't there any more; its key begins with no noun, since others' changes hardly alter it */
export const useProposal = (id: string | null) =>
  useQuery({
    queryKey: ["proposal", id],
    queryFn: () => proposalFor(id!),
    enabled: id !== null,
    staleTime: AGAIN,
  });
