/** 提交: what is sent goes under one key until it is done or refused, so that it is done once however often it is sent. */
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { act, Refused } from "./ask.ts";

export interface Sent {
  /** true: it is done */
  send(path: string, body: unknown, version?: number): Promise<boolean>;
  error: unknown;
  forget(): void;
  busy: boolean;
  /** 没有连上: the how manieth time it is tried */
  trying: number;
}

/** `nouns`: which queries are old afterwards. */
export function useSend<T>(nouns: readonly string[], done: (answer: T) => void): Sent {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [trying, setTrying] = useState(0);
  const send = async (path: string, body: unknown, version?: number) => {
    if (busy) return false;
    setBusy(true);
    setError(null);
    try {
      const sending = { key: key.current, ...(version === undefined ? {} : { version }) };
      const answer = await act<T>(path, body, sending, setTrying);
      key.current = crypto.randomUUID();
      for (const noun of nouns) client.invalidateQueries({ queryKey: [noun] });
      done(answer);
      return true;
    } catch (failed) {
      // refused means not done: what is sent next is another sending
      if (failed instanceof Refused) key.current = crypto.randomUUID();
      setError(failed);
      return false;
    } finally {
      setBusy(false);
      setTrying(0);
    }
  };
  return { send, error, forget: () => setError(null), busy, trying };
}
