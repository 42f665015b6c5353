/** 实时: what others do shows without asking; lists wait until they are asked for, the open page reads itself again. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";

export type Connection = "on" | "off";
let connection: Connection = "on";
const watchers = new Set<() => void>();
function set(next: Connection): void {
  connection = next;
  for (const tell of watchers) tell();
}
const subscribe = (tell: () => void) => {
  watchers.add(tell);
  return () => watchers.delete(tell);
};
/** 连着没有 */
export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => connection);

/** which queries an event makes old: each query's key begins with the noun it is about */
const touched: Record<string, string[]> = {
  change: ["order", "request", "orders", "requests", "counts", "present"],
  notice: ["notices"],
  call: ["calls", "ongoing", "present"],
};

/** News come in bursts: reading again once for each would be a storm. */
const GATHERED = 300;

/** what one window tells the others: the nouns that are old, all of them (null), or how the stream stands */
type Told = { nouns: string[] | null } | { connection: Connection };

function hear(client: QueryClient, told: Told): void {
  if ("connection" in told) set(told.connection);
  else if (told.nouns === null) client.invalidateQueries();
  else for (const noun of told.nouns) client.invalidateQueries({ queryKey: [noun] });
}

/** Follows the stream and tells what is old, at most once in a while. */
function follow(tell: (told: Told) => void): () => void {
  const source = new EventSource("/api/v1/live");
  const waiting = new Set<string>();
  let timer: number | null = null;
  const flush = () => {
    timer = null;
    tell({ nouns: [...waiting] });
    waiting.clear();
  };
  const note = (nouns: string[]) => {
    for (const noun of nouns) waiting.add(noun);
    timer ??= window.setTimeout(flush, GATHERED);
  };
  for (const [event, nouns] of Object.entries(touched)) source.addEventListener(event, () => note(nouns));
  source.addEventListener("reload", () => tell({ nouns: null }));
  source.addEventListener("open", () => tell({ connection: "on" }));
  source.addEventListener("error", () => tell({ connection: "off" }));
  return () => {
    source.close();
    if (timer !== null) clearTimeout(timer);
  };
}

/** 看着, as this person: of several windows one holds the stream, since a browser opens few connections; the rest hear it from him. */
function watch(client: QueryClient, as: string): () => void {
  const name = `rexian.live.${as}`;
  const others = new BroadcastChannel(name);
  others.onmessage = ({ data }) => hear(client, data);
  const leaving = new AbortController();
  let stop = () => {};
  const held = () =>
    new Promise<void>((resolve) => {
      const end = follow((told) => {
        hear(client, told);
        others.postMessage(told);
      });
      stop = () => {
        end();
        resolve();
      };
    });
  navigator.locks.request(name, { signal: leaving.signal }, held).catch(() => {});
  return () => {
    leaving.abort();
    stop();
    others.close();
  };
}

/** 看着: for as long as this person is signed in. */
export function useLive(as: string): void {
  const client = useQueryClient();
  useEffect(() => watch(client, as), [client, as]);
}
