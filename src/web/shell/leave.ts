/** 退出登录: nothing that he typed stays on this machine, and nobody is let in here again before the server has ended his session. */
import { useContext, useSyncExternalStore } from "react";
import { DraftOwner, dropDrafts } from "./draft.ts";
import { useSignedIn } from "./session.ts";
import { forgetSettings } from "./settings.ts";

/** kept on this machine: a reload must not bring back whoever wanted to go */
const LEAVING = "rexian.leaving";
const watchers = new Set<() => void>();
let leaving = localStorage.getItem(LEAVING) !== null;

function set(next: boolean): void {
  leaving = next;
  for (const tell of watchers) tell();
}
// another window has gone on with it, or was told
window.addEventListener("storage", ({ key, newValue }) => {
  if (key === LEAVING) set(newValue !== null);
});

const subscribe = (tell: () => void) => {
  watchers.add(tell);
  return () => watchers.delete(tell);
};
/** 正在退出: asked for, and the server hasn't said yet that it is done */
export const useLeaving = (): boolean => useSyncExternalStore(subscribe, () => leaving);

/** 退出了 */
export function left(): void {
  localStorage.removeItem(LEAVING);
  set(false);
}

export function useLeave(): () => void {
  const signedIn = useSignedIn();
  const owner = useContext(DraftOwner);
  return () => {
    dropDrafts(owner);
    forgetSettings();
    try {
      localStorage.setItem(LEAVING, "yes");
    } catch {
      // a full or forbidden storage: this window still knows
    }
    set(true);
    signedIn(null);
  };
}
