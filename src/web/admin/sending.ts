/** 做一件管理的事: what is sent never has a version, and what comes of it is the answer. */
import { useSend } from "../shell/send.ts";

export interface Sending<B, A> {
  send(path: string, body: B): Promise<A | null>;
  error: unknown;
  busy: boolean;
}

/** `old`: the nouns of what is read anew afterwards. */
export function useAdminSend<B, A = unknown>(old: readonly string[]): Sending<B, A> {
  const { send, error, busy } = useSend<A>(old);
  return { send: (path, body) => send({ path, body }), error, busy };
}
