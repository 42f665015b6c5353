/** 改了的快捷键: the tables name keys as they come; what a person presses, and what is printed on a button, is his own. */
import { useSyncExternalStore } from "react";
import type { OwnKeys } from "../../domain/access/deskKeys.ts";

let own: OwnKeys = {};
let original: ReadonlyMap<string, string> = new Map();
const watchers = new Set<() => void>();

/** 换上 */
export function wearKeys(keys: OwnKeys): void {
  own = keys;
  original = new Map(Object.entries(keys).map(([from, to]) => [to, from]));
  for (const tell of watchers) tell();
}

/** 按的 → 表里的; what was changed away does nothing any more: null */
export const originalOf = (press: string): string | null =>
  original.get(press) ?? (Object.hasOwn(own, press) ? null : press);

/** 表里的 → 他的 */
export const ownOf = (press: string): string => own[press] ?? press;

/** 印在按钮上的: 'Alt A' */
export const capOf = (press: string): string => ownOf(press).replace("+", " ");

/** 话里的键 as he has them: '按 F8' where he changed it says his own */
export const inOwnKeys = (sentence: string): string =>
  sentence.replace(/(?<![A-Za-z0-9])((?:Alt|Shift) [A-Z]\d*|F\d{1,2}|[JKX])(?![A-Za-z0-9])/g, (said) =>
    capOf(said.replace(" ", "+")),
  );

const subscribe = (tell: () => void) => {
  watchers.add(tell);
  return () => watchers.delete(tell);
};
/** whoever prints a key is drawn again when it is changed */
export const useOwnKeys = (): OwnKeys => useSyncExternalStore(subscribe, () => own);
