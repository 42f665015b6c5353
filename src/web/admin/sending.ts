/** 做一件管理的事: sent again under one key while the network is down; refused means not done. */
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { act, Refused } from "../shell/ask.ts";

export interface Sending<B, A> {
  send(path: string, body: B): Promise<A | null>;
  error: unknown;
  busy: boolean;
  trying: string;
}

/** `old`: the nouns of what is read anew afterwards. */
export function useSending<B, A = unknown>(old: readonly string[]): Sending<B, A> {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [trying, setTrying] = useState(0);
  const send = async (path: string, body: B): Promise<A | null> => {
    if (busy) return null;
    setBusy(true);
    setError(null);
    try {
      const answer = await act<A>(path, body, { key: key.current }, setTrying);
      key.current = crypto.randomUUID();
      for (const noun of old) client.invalidateQueries({ queryKey: [noun] });
      return answer;
    } catch (failed) {
      if (failed instanceof Refused) key.current = crypto.randomUUID();
      setError(failed);
      return null;
    } finally {
      setBusy(false);
      setTrying(0);
    }
  };
  return { send, error, busy, trying: trying > 0 ? `没有连上服务器，填的都在，正在第 ${trying} 次重试。` : "" };
}
