import { setScreenLocked } from "../../store/access/session.ts";
import { operation } from "../operation.ts";
import { forgetAccount } from "./remembered.ts";

/** 锁屏: nothing but unlocking and signing out until the password is given. */
export const lockScreen = operation({
  id: "lockScreen",
  method: "POST",
  path: "/session/lock",
  summary: "锁定屏幕",
  tag: "登录",
  permit: "signedIn",
  despite: ["screenLocked"],
  async handle(_, { db, platform, viewer }) {
    await setScreenLocked(db, platform.platform, { account: viewer.account, session: viewer.session!.id }, true);
    forgetAccount(viewer.account);
    return undefined;
  },
});
