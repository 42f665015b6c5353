/** 存回访: once, as it was seen; then the next one. */
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Order } from "../order/data.ts";
import { act, Refused } from "../shell/ask.ts";
import type { Said } from "./data.ts";

const SUGGESTED = "建议重办：";

const bodyOf = ({ rating, solved, text, suggests }: Said) => ({
  ...{ channel: "phone", rating, solved: rating === "noResponse" ? null : solved },
  text: text.trim() === "" ? null : `${suggests ? SUGGESTED : ""}${text.trim()}`,
});

export function useSaving({ id, version }: Order, done: (words: string) => void) {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async (noun: string, body: unknown, words: string, clear = () => {}) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await act(`/orders/${id}/${noun}`, body, { version, key: key.current });
      clear();
      for (const noun of ["order", "orders", "counts"]) client.invalidateQueries({ queryKey: [noun] });
      done(words);
    } catch (failed) {
      if (failed instanceof Refused) key.current = crypto.randomUUID();
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return {
    error,
    busy,
    newest: () => client.invalidateQueries({ queryKey: ["order", id] }).then(() => setError(null)),
    save: (said: Said, clear: () => void) =>
      send("follow-up", bodyOf(said), said.suggests ? "已登记，建议重办已交派单员。" : "回访已登记。", clear),
    notReached: () => send("follow-up-attempt", { channel: "phone" }, "已登记未接通。"),
  };
}
