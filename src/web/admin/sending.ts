/** 做一件管理的事: what is sent never has a version, and what comes of it is the answer. */
import { useSend } from "../shell/send.ts";

export interface Sending<B, A> {
  send(path: string, body: B): Promise<A | null>;
  error: unknown;
  busy: boolean;
  trying: string;
}

/** `old`: the nouns of what is read anew afterwards. */
export function useSending<B, A = unknown>(old: readonly string[]): Sending<B, A> {
  const { send, error, busy, trying } = useSend<A>(old);
  return {
    send: (path, body) => send({ path, body }),
    ...{ error, busy },
    trying: trying > 0 ? `没有连上服务器，填的都在，正在第 ${trying} 次重试。` : "",
  };
}
