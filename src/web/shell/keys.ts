/**
 * 快捷键: one handler for the page. It does nothing while an input method composes; in a text field only F-keys, Ctrl+Enter,
 * Alt+letter and Esc act, elsewhere single letters do too. Letters are told by their place (`code`), since a full-width or Chinese mode
 * gives another `key`.
 */
import { useEffect, useId, useRef, useSyncExternalStore } from "react";
import { originalOf } from "./ownKeys.ts";

export interface Key {
  /** 'F2', 'Ctrl+Enter', 'Alt+A', 'J', '/' */
  press: string;
  /** 中文, for the list of all keys */
  does: string;
  act(): void;
}

const bound = new Map<string, Key[]>();
let all: Key[] = [];
const watchers = new Set<() => void>();

function changed(): void {
  all = [...bound.values()].flat();
  for (const tell of watchers) tell();
}

const TYPED: Record<string, string> = { Slash: "/", ArrowUp: "↑", ArrowDown: "↓" };

/** 按下的键, as the tables write it. */
export function pressOf(event: KeyboardEvent): string {
  const { code, key } = event;
  const own = /^Key[A-Z]$/.test(code) ? code.slice(3) : (TYPED[code] ?? (key === "Escape" ? "Esc" : key));
  const held = [event.ctrlKey || event.metaKey ? "Ctrl" : "", event.altKey ? "Alt" : "", event.shiftKey ? "Shift" : ""];
  return [...held.filter(Boolean), own].join("+");
}

/** 输入法正在选字: both signs are needed, since some browsers send only one of them. */
export const composing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

function inText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !["button", "checkbox", "radio", "submit"].includes(target.type);
}

const inFields = /^(Shift\+)?(F\d+|Esc)$|^Ctrl\+(Shift\+)?Enter$|^Alt\+[A-Z]$|^Ctrl\+K$/;
const plain = /^(Shift\+)?([A-Z/↑↓]|Enter)$/;
const PRESSED = new Set(["BUTTON", "A", "INPUT", "SUMMARY"]);

function handle(event: KeyboardEvent): void {
  const press = pressOf(event);
  // a list to choose from takes every Enter for itself, with Ctrl too
  if ((event.defaultPrevented && press !== "Ctrl+Enter") || composing(event)) return;
  // the tables name it as it comes; whoever changed it presses another
  const named = originalOf(press);
  const key = named === null ? undefined : all.findLast((one) => one.press === named);
  if (!key) return;
  if (inText(event.target) && !inFields.test(press)) return;
  if (plain.test(press) && !mayBePlain()) return;
  if (press === "Enter" && event.target instanceof HTMLElement && PRESSED.has(event.target.tagName)) return;
  event.preventDefault();
  if (!event.repeat || plain.test(press)) key.act();
}

const OFF = "rexian.plainKeys";
/** 单键: can be switched off, for who speaks to his machine or rests a hand on it. */
export const mayBePlain = (): boolean => localStorage.getItem(OFF) !== "off";
export const keepPlain = (on: boolean): void => localStorage.setItem(OFF, on ? "on" : "off");

export function listenToKeys(): () => void {
  window.addEventListener("keydown", handle);
  return () => window.removeEventListener("keydown", handle);
}

/** 本页的键: bound while the part of the page that names them is there; the latest wins. */
export function useKeys(keys: (Key | null | false)[]): void {
  const id = useId();
  const latest = useRef<Key[]>([]);
  latest.current = keys.filter((key): key is Key => Boolean(key));
  const shape = latest.current.map(({ press, does }) => `${press} ${does}`).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: bound anew when the table changes, not with every act
  useEffect(() => {
    const own = latest.current.map((key, index) => ({ ...key, act: () => latest.current[index]?.act() }));
    bound.set(id, own);
    changed();
    return () => {
      bound.delete(id);
      changed();
    };
  }, [id, shape]);
}

const subscribe = (tell: () => void) => {
  watchers.add(tell);
  return () => watchers.delete(tell);
};
export const useAllKeys = (): Key[] => useSyncExternalStore(subscribe, () => all);
