import { session, signInBody } from "../../contract/access/session.ts";
import { refuse } from "../../domain/refusal.ts";
import { accountNumbered, passwordOf } from "../../store/access/account.ts";
import { clearAttempts, countAttempt } from "../../store/access/attempt.ts";
import { atMost } from "../often.ts";
import { operation } from "../operation.ts";
import { beginSession, begunFor } from "./begin.ts";
import { lockoutOf } from "./lockout.ts";
import { logVisit, whoIs } from "./log.ts";
import { isPlain } from "./origin.ts";
import { passwordMatches } from "./password.ts";

/** Looking at a password is slow on purpose; a whole shift behind one proxy still gets in within its minute. */
const tooOften = atMost(300);

/** 登录: the same no, after the same time, whether the number is unknown, disabled or the password wrong. */
export const signIn = operation({
  id: "signIn",
  method: "POST",
  path: "/session",
  summary: "登录",
  tag: "登录",
  permit: "everyone",
  body: signInBody,
  answer: session,
  // no transaction of its own: a wrong password is counted although it is refused
  async handle({ body: { number, password, bearer } }, visit) {
    const { db, platform, at } = visit;
    if (!bearer && isPlain(visit.headers.origin))
      return refuse("plainHttp", "这个地址没有加密，不能登录。", "请用 https:// 的地址打开；没有的请管理员设置。");
    const often = tooOften(platform, visit.address, at);
    if (often) return often;
    const lockout = lockoutOf(await visit.rules(), at);
    const { attempts, minutes } = lockout;
    if (!(await countAttempt(db, platform.platform, number, lockout, at)))
      return refuse("accountLocked", "口令连续输错，这个工号已锁定。", `请 ${minutes} 分钟后再试，或请管理员解锁。`);
    const account = await accountNumbered(db, platform.platform, number);
    const kept = account && account.disabledAt === null ? await passwordOf(db, platform.platform, account.id) : null;
    const right = await passwordMatches(kept, password);
    if (account) await logVisit(visit, { operation: right ? "signIn" : "signInRefused" }, whoIs(account));
    if (!right || account === null)
      return refuse("wrongPassword", "工号或口令不对。", `连续 ${attempts} 次不对会锁定 ${minutes} 分钟。`);
    await clearAttempts(db, platform.platform, number);
    return begunFor(bearer, await beginSession(visit, account));
  },
});
