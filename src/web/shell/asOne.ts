/** 只登记一次: all that went out under one key is one matter, since any of it may have arrived before its answer was lost. */
import { act, Refused } from "./ask.ts";

/** the key, and what went out under it, the last at the end; it lies in the draft, so that a reload changes neither */
export interface Sendings<B> {
  key: string;
  bodies: readonly B[];
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** 再送一次: what is sent next goes out under the same key, corrected or not. */
export const sentNext = <B>({ key, bodies }: Sendings<B>, body: B): Sendings<B> => ({
  key,
  bodies: [...bodies.filter((one) => !isSame(one, body)), body],
});

const isReused = (error: unknown) => error instanceof Refused && error.problem.code === "keyReused";

/** 送出 the last; where the server had an earlier wording already, that one is sent again for its answer, and `isEarlier` says so. */
export async function actAsOne<T>(path: string, { key, bodies }: Sendings<unknown>) {
  let isEarlier = false;
  for (const body of [...bodies].reverse())
    try {
      return { answer: await act<T>(path, body, { key }), isEarlier };
    } catch (error) {
      if (!isReused(error) || body === bodies[0]) throw error;
      isEarlier = true;
    }
  throw new Error("nothing to send");
}
