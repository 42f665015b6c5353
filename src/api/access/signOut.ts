import { endSessions } from "../../store/access/session.ts";
import { operation } from "../operation.ts";
import { forgetAccount } from "./remembered.ts";

/** 退出 */
export const signOut = operation({
  id: "signOut",
  method: "DELETE",
  path: "/session",
  summary: "退出登录",
  tag: "登录",
  permit: "signedIn",
  despite: ["screenLocked", "passwordTemporary"],
  async handle(_, { db, platform, viewer }) {
    await endSessions(db, platform.platform, viewer.account, { only: viewer.session!.id });
    forgetAccount(viewer.account);
    return { cookie: null, answer: undefined };
  },
});
