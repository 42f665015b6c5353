/** 存回访: once, as it was seen; then the next one. */
import { useQueryClient } from "@tanstack/react-query";
import type { Order } from "../order/data.ts";
import { useSend } from "../shell/send.ts";
import type { Said } from "./data.ts";

const SUGGESTED = "建议重办：";

const bodyOf = ({ rating, solved, text, suggests }: Said) => ({
  ...{ channel: "phone", rating, solved: rating === "noResponse" ? null : solved },
  text: text.trim() === "" ? null : `${suggests ? SUGGESTED : ""}${text.trim()}`,
});

export function useSaving({ id, version }: Order, done: (words: string) => void) {
  const client = useQueryClient();
  const { send, error, busy, forget } = useSend<Order>(["order", "orders", "counts"]);
  const post = async (noun: string, body: unknown, words: string, clear = () => {}) => {
    if ((await send({ path: `/orders/${id}/${noun}`, body, version })) === null) return;
    clear();
    done(words);
  };
  return {
    ...{ error, busy },
    newest: () => client.invalidateQueries({ queryKey: ["order", id] }).then(forget),
    save: (said: Said, clear: () => void) =>
      post("follow-up", bodyOf(said), said.suggests ? "已登记，建议重办已交派单员。" : "回访已登记。", clear),
    notReached: () => post("follow-up-attempt", { channel: "phone" }, "已登记未接通。"),
  };
}
