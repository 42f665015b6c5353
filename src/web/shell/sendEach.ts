/** 逐件发: many things, each done by itself as it was seen and under a key of its own, with what came of each. */
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { sentenceOf } from "../ui/sentence.ts";
import { act, Refused } from "./ask.ts";

interface One {
  /** what it is done to: each is sent once a run */
  id: string;
  path: string;
  body: unknown;
  /** whatever somebody else has changed meanwhile is refused */
  version: number;
}

/** why: null for what was done */
export type Outcomes = ReadonlyMap<string, { done: boolean; why: string | null }>;

/** so many are under way at once */
const ABREAST = 4;

/** Each of many, a few at a time; the answers in their order. */
export async function each<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  const waiting = [...all.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) answers[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: ABREAST }, worker));
  return answers;
}

/** `nouns`: what is old once they are done. */
export function useSendEach(nouns: readonly string[]) {
  const client = useQueryClient();
  /** what may have been done already is sent again as it was: under its key, for the version that was seen then */
  const sendings = useRef(new Map<string, { version: number; key: string }>());
  const [outcomes, setOutcomes] = useState<Outcomes>(new Map());
  const [busy, setBusy] = useState(false);
  const send = async ({ id, path, body, version }: One) => {
    const sending = sendings.current.get(id) ?? { version, key: crypto.randomUUID() };
    sendings.current.set(id, sending);
    try {
      await act(path, body, sending);
      return { done: true, why: null };
    } catch (error) {
      // refused means not done: what is sent next is another sending
      if (error instanceof Refused) sendings.current.delete(id);
      return { done: false, why: sentenceOf(error).sentence };
    }
  };
  const run = async (all: readonly One[]): Promise<Outcomes> => {
    setBusy(true);
    const came = await each(all, async (one) => {
      const outcome = await send(one);
      setOutcomes((before) => new Map(before).set(one.id, outcome));
      return [one.id, outcome] as const;
    });
    for (const noun of nouns) client.invalidateQueries({ queryKey: [noun] });
    setBusy(false);
    return new Map(came);
  };
  const done = [...outcomes.values()].filter((one) => one.done).length;
  return { run, outcomes, done, failed: outcomes.size - done, busy };
}
