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
  const key = useRef(crypto.randomUUID());
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async ({ path, body, version }: Sent): Promise<T | null> => {
    if (busy) return null;
    setBusy(true);
    setError(null);
    try {
      const sending = { key: key.current, ...(version === undefined ? {} : { version }) };
      const answer = await act<T>(path, body, sending);
      key.current = crypto.randomUUID();
      for (const noun of nouns) client.invalidateQueries({ queryKey: [noun] });
      done(answer);
      return answer;
    } catch (failed) {
      // refused means not done: what is sent next is another sending
      if (failed instanceof Refused) key.current = crypto.randomUUID();
      setError(failed);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { send, error, busy, forget: () => setError(null) };
}
