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
  /** as it stands now, whether the page shows it yet or not: what comes back from the server finds what was typed meanwhile */
  latest(): T;
  savedAt: number | null;
  set(next: T): void;
  clear(): void;
}

/** 有没有草稿: whether something typed and not sent lies here */
export const isDrafted = (of: string): boolean => kept(of) !== null;

/** 一份草稿 `of` something; `empty` is where it starts. */
export function useDraft<T>(of: string, empty: T): Draft<T> {
  const first = useRef(empty);
  const [now, show] = useState<Kept<T> | null>(() => kept<T>(of));
  const held = useRef(now);
  const hold = useCallback((next: Kept<T> | null) => {
    held.current = next;
    show(next);
  }, []);
  useEffect(() => {
    hold(kept<T>(of));
    const elsewhere = (event: StorageEvent) => {
      if (event.key === nameOf(of)) hold(kept<T>(of));
    };
    window.addEventListener("storage", elsewhere);
    return () => window.removeEventListener("storage", elsewhere);
  }, [of, hold]);
  const set = useCallback(
    (value: T) => {
      const next = { at: machineNow(), value };
      hold(next);
      try {
        localStorage.setItem(nameOf(of), JSON.stringify(next));
      } catch {
        // a full or forbidden storage: the words are still on the page
      }
    },
    [of, hold],
  );
  const clear = useCallback(() => {
    localStorage.removeItem(nameOf(of));
    hold(null);
  }, [of, hold]);
  const latest = useCallback(() => held.current?.value ?? first.current, []);
  return { value: now?.value ?? first.current, savedAt: now?.at ?? null, latest, set, clear };
}
