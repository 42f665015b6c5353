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

/** which queries an event makes old, where it matters of what it tells: each query's key begins with the noun it is about */
const touched: Record<string, string[]> = {
  change: ["order", "request", "orders", "requests", "counts", "present", "leaderDay"],
  "change countyMonth": ["countyReport", "countyReports"],
  "change mysteryCall": ["mysteryCall", "mysteryCalls"],
  notice: ["notices"],
  call: ["calls", "ongoing", "present", "leaderDay"],
  writing: ["writers"],
};
const events = [...new Set(Object.keys(touched).map((key) => key.split(" ")[0]!))];
const touchedBy = (event: string, data: string): string[] =>
  touched[`${event} ${(JSON.parse(data) as { subject?: string }).subject}`] ?? touched[event]!;

/** News come in bursts: reading again once for each would be a storm. The first of a burst waits this long, in milliseconds. */
const GATHERED = 300;
/** so long after one reading the next at the earliest; to count all queues costs more than to read one page */
const apart: Record<string, number> = { counts: 5_000 };

/** what one window tells the others: the nouns that are old, all of them (null), or how the stream stands */
type Told = { nouns: string[] | null } | { connection: Connection };

function hear(client: QueryClient, told: Told): void {
  if ("connection" in told) set(told.connection);
  else if (told.nouns === null) client.invalidateQueries();
  else for (const noun of told.nouns) client.invalidateQueries({ queryKey: [noun] });
}

/** 攒着: what is noted is told once in a while. */
function gather(tell: () => void, gap: number) {
  let [timer, told]: [number | null, number] = [null, Number.NEGATIVE_INFINITY];
  const flush = () => {
    timer = null;
    told = performance.now();
    tell();
  };
  return {
    note: () => {
      timer ??= window.setTimeout(flush, Math.max(GATHERED, told + gap - performance.now()));
    },
    stop: () => void (timer !== null && clearTimeout(timer)),
  };
}

/** A refusal, or a proxy whose server is away, ends a stream for good; so long after it another one is opened, in milliseconds. */
const REOPENED = 5_000;

/** Follows the stream and tells what is old, each noun at most once in a while; `isInherited`: another window's ended before it. */
function follow(tell: (told: Told) => void, isInherited: boolean): () => void {
  const gatherers = new Map(
    Object.values(touched)
      .flat()
      .map((noun) => [noun, gather(() => tell({ nouns: [noun] }), apart[noun] ?? GATHERED)]),
  );
  let timer: number | null = null;
  const open = (isLater: boolean): EventSource => {
    const stream = new EventSource("/api/v1/live");
    // only the browser's own trying again tells the server where it broke off
    if (isLater) stream.addEventListener("open", () => tell({ nouns: null }), { once: true });
    for (const event of events)
      stream.addEventListener(event, ({ data }) => {
        for (const noun of touchedBy(event, data)) gatherers.get(noun)!.note();
      });
    stream.addEventListener("reload", () => tell({ nouns: null }));
    stream.addEventListener("open", () => tell({ connection: "on" }));
    stream.addEventListener("error", () => {
      tell({ connection: "off" });
      if (stream.readyState === EventSource.CLOSED) timer = window.setTimeout(reopen, REOPENED);
    });
    return stream;
  };
  let source = open(isInherited);
  const reopen = () => {
    source = open(true);
  };
  return () => {
    source.close();
    if (timer !== null) clearTimeout(timer);
    for (const { stop } of gatherers.values()) stop();
  };
}

/** 看着, as this person: of several windows one holds the stream, since a browser opens few connections; the rest hear it from him. */
function watch(client: QueryClient, as: string): () => void {
  const name = `rexian.live.${as}`;
  const others = new BroadcastChannel(name);
  others.onmessage = ({ data }) => hear(client, data);
  const leaving = new AbortController();
  let stop = () => {};
  const held = (isInherited: boolean) =>
    new Promise<void>((resolve) => {
      const end = follow((told) => {
        hear(client, told);
        others.postMessage(told);
      }, isInherited);
      stop = () => {
        end();
        resolve();
      };
    });
  const hold = async () => {
    const { held: before = [] } = await navigator.locks.query();
    const isInherited = before.some((one) => one.name === name);
    await navigator.locks.request(name, { signal: leaving.signal }, () => held(isInherited));
  };
  hold().catch(() => {});
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
