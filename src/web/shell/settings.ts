/** 我的设置: kept with the account; until they are known, and before anybody has signed in, what this machine had last holds. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import type { z } from "zod";
import type { ownSettings } from "../../contract/access/settings.ts";
import { keepScheme, keptScheme, type Scheme, systemScheme, wear } from "../ui/tokens.ts";
import { read } from "./ask.ts";
import { wearKeys } from "./ownKeys.ts";
import { useSend } from "./send.ts";

export type Settings = z.output<typeof ownSettings>;

const KEPT = "rexian.settings";
const usual: Pick<Settings, "textSize" | "keys"> = { textSize: "usual", keys: {} };

function here(): Settings {
  const scheme = keptScheme() ?? "system";
  try {
    return { ...usual, ...JSON.parse(localStorage.getItem(KEPT) ?? "{}"), scheme };
  } catch {
    return { ...usual, scheme };
  }
}

let current = here();
const watchers = new Set<() => void>();
const subscribe = (tell: () => void) => {
  watchers.add(tell);
  return () => watchers.delete(tell);
};

const dark = matchMedia("(prefers-color-scheme: dark)");
export const schemeNow = (): Scheme => (current.scheme === "system" ? systemScheme() : current.scheme);

/** 穿上: the whole page looks so at once. */
function put(next: Settings): void {
  current = next;
  keepScheme(next.scheme === "system" ? null : next.scheme);
  localStorage.setItem(KEPT, JSON.stringify({ textSize: next.textSize, keys: next.keys }));
  dress();
}

function dress(): void {
  wear(schemeNow());
  document.documentElement.dataset.text = current.textSize;
  wearKeys(current.keys);
  for (const tell of watchers) tell();
}

/** 开门时: what this machine had last, and what its system says from then on. */
export function dressAtOnce(): void {
  dress();
  dark.addEventListener("change", dress);
}

/** 走了: the next person begins with his own keys and text; light or dark stays with the machine. */
export const forgetSettings = (): void => put({ ...usual, scheme: current.scheme });

export const useScheme = (): Scheme => useSyncExternalStore(subscribe, schemeNow);
export const useSettings = (): Settings => useSyncExternalStore(subscribe, () => current);

const KEY = ["settings"];

/** 取来: what the account has, once it is known. */
export function useOwnSettings(): void {
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => read<Settings | null>("/session/settings", {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (data) put(data);
  }, [data]);
}

/** 改: seen at once, kept with the account after it; what was refused is as before. */
export function useChoose() {
  const client = useQueryClient();
  const { send, error, busy } = useSend<Settings>([]);
  const choose = async (change: Partial<Settings>): Promise<boolean> => {
    const before = current;
    put({ ...before, ...change });
    const kept = await send({ path: "/session/settings", body: current });
    if (kept) client.setQueryData(KEY, kept);
    else put(before);
    return kept !== null;
  };
  return { choose, error, busy };
}
