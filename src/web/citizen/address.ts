/** 地址: which page it is stands in the address, so that 后退 leads to the page before with everything still on it. */
import { useSyncExternalStore } from "react";

const watchers = new Set<() => void>();

function subscribe(tell: () => void): () => void {
  watchers.add(tell);
  window.addEventListener("popstate", tell);
  return () => {
    watchers.delete(tell);
    window.removeEventListener("popstate", tell);
  };
}

/** '/citizen/report?page=2' */
export const useAddress = (): URL =>
  new URL(
    useSyncExternalStore(subscribe, () => location.pathname + location.search),
    location.origin,
  );

export function go(to: string, instead = false): void {
  history[instead ? "replaceState" : "pushState"](null, "", to);
  window.scrollTo(0, 0);
  for (const tell of watchers) tell();
}
