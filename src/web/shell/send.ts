/** 发出: one thing done once, with what came of it; sent again under the same key while the network is down. */
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { act, Refused } from "./ask.ts";

interface Sent {
  path: string;
  body: unknown;
  version?: number;
}

/** `nouns`: what is old once it is done. `send` answers null for what was not done. */
export function useSend<T>(nouns: readonly string[], done: (answer: T) => void = () => {}) {
  const client = useQueryClient();
  /** what may have been done already is sent again as it was: under its key, for the version that was seen then */
  const sending = useRef<{ key: string; version?: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async ({ path, body, version }: Sent): Promise<T | null> => {
    if (busy) return null;
    setBusy(true);
    setError(null);
    try {
      sending.current ??= { key: crypto.randomUUID(), ...(version === undefined ? {} : { version }) };
      const answer = await act<T>(path, body, sending.current);
      sending.current = null;
      for (const noun of nouns) client.invalidateQueries({ queryKey: [noun] });
      done(answer);
      return answer;
    } catch (failed) {
      // refused means not done: what is sent next is another sending
      if (failed instanceof Refused) sending.current = null;
      setError(failed);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { send, error, busy, forget: () => setError(null) };
}
