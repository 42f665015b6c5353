/** 草稿: what is typed lies on this machine until it is sent: a reload, an expired session and a second tab lose nothing. */
import { useCallback, useEffect, useRef, useState } from "react";
import { machineNow } from "./clock.ts";

const nameOf = (of: string) => `rexian.draft.${of}`;
/** so long what was never sent is kept: it may hold a citizen's words */
const KEPT = 24 * 60 * 60_000;

interface Kept<T> {
  at: number;
  value: T;
}

function kept<T>(of: string): Kept<T> | null {
  try {
    return JSON.parse(localStorage.getItem(nameOf(of)) ?? "null");
  } catch {
    return null;
  }
}

/** Throws away what lay too long, whoever left it. */
export function sweepDrafts(now: number): void {
  for (const name of Object.keys(localStorage).filter((one) => one.startsWith(nameOf("")))) {
    const draft = kept<unknown>(name.slice(nameOf("").length));
    if (draft === null || now - draft.at > KEPT) localStorage.removeItem(name);
  }
}

/** Gone with whoever signs out: the next person at this desk reads nothing. */
export function dropDrafts(): void {
  for (const name of Object.keys(localStorage).filter((one) => one.startsWith(nameOf(""))))
    localStorage.removeItem(name);
}

export interface Draft<T> {
  value: T;
  savedAt: number | null;
  set(next: T): void;
  clear(): void;
}

/** 一份草稿 `of` something; `empty` is where it starts. */
export function useDraft<T>(of: string, empty: T): Draft<T> {
  const first = useRef(empty);
  const [now, setNow] = useState<Kept<T> | null>(() => kept<T>(of));
  useEffect(() => {
    setNow(kept<T>(of));
    const elsewhere = (event: StorageEvent) => {
      if (event.key === nameOf(of)) setNow(kept<T>(of));
    };
    window.addEventListener("storage", elsewhere);
    return () => window.removeEventListener("storage", elsewhere);
  }, [of]);
  const set = useCallback(
    (value: T) => {
      const next = { at: machineNow(), value };
      setNow(next);
      try {
        localStorage.setItem(nameOf(of), JSON.stringify(next));
      } catch {
        // a full or forbidden storage: the words are still on the page
      }
    },
    [of],
  );
  const clear = useCallback(() => {
    localStorage.removeItem(nameOf(of));
    setNow(null);
  }, [of]);
  return { value: now?.value ?? first.current, savedAt: now?.at ?? null, set, clear };
}
