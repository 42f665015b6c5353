/** 交出去: registers what was given, then takes the step that ends it; whichever was done is not done again. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { act, Refused } from "../shell/ask.ts";
import { actAsOne, sentNext } from "../shell/asOne.ts";
import type { Made } from "./data.ts";
import { type Given, type Outcome, outcomes, requestOf, stepOf } from "./given.ts";
import type { Change } from "./Matter.tsx";

interface HandingIn {
  given: Given;
  change: Change;
  call: string | null;
  registered(sentence: string): void;
}

export function useHandIn({ given, change, call, registered }: HandingIn) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  /** null: what is registered isn't as it stands here now, so that how it ends is to be asked again */
  const register = async (): Promise<Made | null> => {
    const sent = sentNext(given.sent ?? { key: given.key, bodies: [] }, requestOf(given, call));
    change({ sent });
    const { answer: made, isEarlier } = await actAsOne<Made>("/requests", sent);
    change({ made, isEarlier });
    return isEarlier ? null : made;
  };
  const step = async (outcome: Outcome, { id, version }: Made) => {
    const { noun } = outcomes[outcome];
    if (noun === null) return;
    const sending = { version, key: `${given.key}.${noun}` };
    try {
      await act(`/requests/${id}/${noun}`, stepOf[outcome](given), sending);
    } catch (failed) {
      // refused means not done: what is sent next is another sending
      if (failed instanceof Refused) change({ key: crypto.randomUUID() });
      throw failed;
    }
  };
  const send = async (outcome: Outcome) => {
    setBusy(true);
    setError(null);
    try {
      const made = given.made ?? (await register());
      if (made === null) return;
      await step(outcome, made);
      registered(
        `${outcomes[outcome].done}：${made.number}${given.into && outcome === "merge" ? ` → ${given.into.number}` : ""}。`,
      );
    } catch (failed) {
      setError(failed);
    } finally {
      for (const noun of ["requests", "suggestions"]) client.invalidateQueries({ queryKey: [noun] });
      setBusy(false);
    }
  };
  return { send, error, busy };
}
