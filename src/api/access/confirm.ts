/** 再次核对口令 of somebody who is signed in: wrong ones count as at the door. */
import { type Refused, refuse } from "../../domain/refusal.ts";
import { passwordOf } from "../../store/access/account.ts";
import { clearAttempts, countAttempt } from "../../store/access/attempt.ts";
import { endSessions } from "../../store/access/session.ts";
import type { Visit } from "../visit.ts";
import { lockoutOf } from "./lockout.ts";
import { passwordMatches } from "./password.ts";
import { forgetAccount } from "./remembered.ts";

/** whoever signs in elsewhere has none here, and can't guess it wrong */
const noPassword = (elsewhere: boolean): Refused =>
  refuse("noPassword", "这个账号没有口令。", elsewhere ? "请重新到统一认证登录，就可以接着用。" : "请退出，重新登录。");

/** 核对口令; null: it is his. After too many wrong ones the session ends. */
export async function confirmPassword(visit: Visit, password: string): Promise<Refused | null> {
  const { db, platform, viewer, at, signOn } = visit;
  const kept = await passwordOf(db, platform.platform, viewer.account);
  if (kept === null) return noPassword(signOn !== null);
  const lockout = lockoutOf(await visit.rules(), at);
  if (!(await countAttempt(db, platform.platform, viewer.number, lockout, at))) {
    await endSessions(db, platform.platform, viewer.account, { only: viewer.session!.id });
    forgetAccount(viewer.account);
    return refuse(
      "accountLocked",
      "口令连续输错，已退出登录。",
      `请 ${lockout.minutes} 分钟后再登录，或请管理员解锁。`,
    );
  }
  if (!(await passwordMatches(kept, password)))
    return refuse("wrongPassword", "口令不对。", `连续 ${lockout.attempts} 次不对会退出登录。`);
  await clearAttempts(db, platform.platform, viewer.number);
  return null;
}
