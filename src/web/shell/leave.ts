import { remove } from "./ask.ts";
import { dropDrafts } from "./draft.ts";
import { useSignedIn } from "./session.ts";
import { forgetSettings } from "./settings.ts";

/** 退出登录: nothing that was typed stays on this machine. */
export function useLeave(): () => Promise<void> {
  const signedIn = useSignedIn();
  return async () => {
    await remove("/session").catch(() => {});
    dropDrafts();
    forgetSettings();
    signedIn(null);
  };
}
