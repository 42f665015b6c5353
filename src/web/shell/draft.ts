/** 草稿: what is typed lies on this machine until it is sent: a reload, an expired session and a second tab lose nothing. */
import { createContext, useCallback, useContext, useEffect, useRef, useState } from "react";
import { machineNow } from "./clock.ts";

/** 谁的: by his number; nobody's on the citizen's pages. Whoever works here after him finds none of his */
export const DraftOwner = createContext("");

const EVERYBODYS = "rexian.draft.";
/** no number holds a slash */
const nameOf = (owner: string, of: string) => `${EVERYBODYS}${owner}/${of}`;
/** so long what was never sent is kept: it may hold a citizen's words */
const KEPT = 24 * 60 * 60_000;

interface Kept<T> {
  at: number;
  value: T;
}

function kept<T>(name: string): Kept<T> | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/** Throws away what lay too long, whoever left it. */
export function sweepDrafts(now: number): void {
  for (const name of Object.keys(localStorage).filter((one) => one.startsWith(EVERYBODYS))) {
    const draft = kept<unknown>(name);
    if (draft === null || now - draft.at > KEPT) localStorage.removeItem(name);
  }
}

/** Gone with whoever signs out; what others had not sent when their session ended waits for them. */
export function dropDrafts(owner: string): void {
  for (const name of Object.keys(localStorage).filter((one) => one.startsWith(nameOf(owner, ""))))
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

/** 有没有草稿: asks whether something of his, typed and not sent, lies here */
export function useDrafted(): (of: string) => boolean {
  const owner = useContext(DraftOwner);
  return (of) => kept(nameOf(owner, of)) !== null;
}

/** 一份草稿 `of` something; `empty` is where it starts. */
export function useDraft<T>(of: string, empty: T): Draft<T> {
  const name = nameOf(useContext(DraftOwner), of);
  const first = useRef(empty);
  const [now, show] = useState<Kept<T> | null>(() => kept<T>(name));
  const held = useRef(now);
  const hold = useCallback((next: Kept<T> | null) => {
    held.current = next;
    show(next);
  }, []);
  useEffect(() => {
    hold(kept<T>(name));
    const elsewhere = (event: StorageEvent) => {
      if (event.key === name) hold(kept<T>(name));
    };
    window.addEventListener("storage", elsewhere);
    return () => window.removeEventListener("storage", elsewhere);
  }, [name, hold]);
  const set = useCallback(
    (value: T) => {
      const next = { at: machineNow(), value };
      hold(next);
      try {
        localStorage.setItem(name, JSON.stringify(next));
      } catch {
        // a full or forbidden storage: the words are still on the page
      }
    },
    [name, hold],
  );
  const clear = useCallback(() => {
    localStorage.removeItem(name);
    hold(null);
  }, [name, hold]);
  const latest = useCallback(() => held.current?.value ?? first.current, []);
  return { value: now?.value ?? first.current, savedAt: now?.at ?? null, latest, set, clear };
}
