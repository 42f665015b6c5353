import { useContext } from "react";
import { remove } from "./ask.ts";
import { DraftOwner, dropDrafts } from "./draft.ts";
import { useSignedIn } from "./session.ts";
import { forgetSettings } from "./settings.ts";

/** 退出登录: nothing that he typed stays on this machine. */
export function useLeave(): () => Promise<void> {
  const signedIn = useSignedIn();
  const owner = useContext(DraftOwner);
  return async () => {
    await remove("/session").catch(() => {});
    dropDrafts(owner);
    forgetSettings();
    signedIn(null);
  };
}
