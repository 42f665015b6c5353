import { unlockBody } from "../../contract/access/session.ts";
import { passwordOf } from "../../store/access/account.ts";
import { setScreenLocked } from "../../store/access/session.ts";
import { operation } from "../operation.ts";
import type { Visit } from "../visit.ts";
import { confirmPassword } from "./confirm.ts";
import { forgetAccount } from "./remembered.ts";

/** Whoever came in by one click has no password, and goes on by one click on the same machine. */
const hasNone = async ({ db, platform, viewer, demonstration, local }: Visit): Promise<boolean> =>
  demonstration && local && (await passwordOf(db, platform.platform, viewer.account)) === null;

/** 解锁 */
export const unlockScreen = operation({
  id: "unlockScreen",
  method: "POST",
  path: "/session/unlock",
  summary: "用口令解锁屏幕",
  tag: "登录",
  permit: "signedIn",
  despite: ["screenLocked", "passwordTemporary"],
  body: unlockBody,
  async handle({ body: { password = "" } }, visit) {
    const { db, platform, viewer } = visit;
    const refused = (await hasNone(visit)) ? null : await confirmPassword(visit, password);
    if (refused) return refused;
    await setScreenLocked(db, platform.platform, { account: viewer.account, session: viewer.session!.id }, false);
    forgetAccount(viewer.account);
    return undefined;
  },
});
