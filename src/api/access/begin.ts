/** 开始会话: for somebody who has shown who he is. */
import type { Account } from "../../store/access/account.ts";
import { openSession } from "../../store/access/session.ts";
import type { Signed } from "../operation.ts";
import type { Visit } from "../visit.ts";
import { unitsOf } from "./authenticate.ts";
import { describeSession, type SessionView } from "./describe.ts";
import { digestOf, newToken } from "./token.ts";

const HOUR = 3_600_000;

type Begun = Signed<SessionView> & { cookie: NonNullable<Signed<SessionView>["cookie"]> };

/** 开始会话 */
export async function beginSession(visit: Visit, account: Account): Promise<Begun> {
  const { db, platform, at, newId } = visit;
  const rules = await visit.rules();
  const token = newToken();
  const expiresAt = at + rules.threshold("sessionHours", at) * HOUR;
  const started = { token: digestOf(token), id: newId(), account: account.id, expiresAt };
  await openSession(db, platform.platform, started, at);
  const session = { ...account, ...started, seenAt: at, screenLocked: false };
  const units = unitsOf(rules, account, at);
  const answer = await describeSession(visit, { role: account.role, unit: account.unit, units, session });
  return { cookie: { token, expiresAt }, answer };
}

/** 登录的答复: a program gets the token in the answer, a browser as a cookie. */
export const begunFor = (bearer: boolean, { cookie, answer }: Begun): SessionView | Begun =>
  bearer ? { ...answer, token: cookie.token } : { cookie, answer };
