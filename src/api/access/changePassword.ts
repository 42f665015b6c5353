import { changePasswordBody } from "../../contract/access/session.ts";
import { passwordFault } from "../../domain/access/password.ts";
import { refuse } from "../../domain/refusal.ts";
import { setPassword } from "../../store/access/account.ts";
import { endSessions } from "../../store/access/session.ts";
import { operation } from "../operation.ts";
import { confirmPassword } from "./confirm.ts";
import { passwordHash } from "./password.ts";
import { forgetAccount } from "./remembered.ts";

/** 改自己的口令: every other session of his ends. */
export const changePassword = operation({
  id: "changePassword",
  method: "POST",
  path: "/session/password",
  summary: "改自己的口令",
  tag: "登录",
  permit: "signedIn",
  despite: ["passwordTemporary"],
  body: changePasswordBody,
  async handle({ body }, visit) {
    const { db, platform, viewer } = visit;
    const wrong = await confirmPassword(visit, body.old);
    if (wrong) return wrong;
    const fault = passwordFault(body.new, viewer.session!);
    if (fault) return fault;
    if (body.new === body.old) return refuse("weakPassword", "新口令和旧口令一样。", "请换一个。");
    const kept = { password: await passwordHash(body.new), temporary: false };
    await db.transaction(async (tx) => {
      await setPassword(tx, platform.platform, viewer.account, kept);
      await endSessions(tx, platform.platform, viewer.account, { except: viewer.session!.id });
    });
    forgetAccount(viewer.account);
    return undefined;
  },
});
