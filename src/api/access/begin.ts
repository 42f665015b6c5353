/** 开始会话: for somebody who has shown who he is. */
import type { Account } from "../../store/access/account.ts";
import { openSession } from "../../store/access/session.ts";
import type { Signed } from "../operation.ts";
import type { Visit } from "../visit.ts";
import { unitsOf } from "./authenticate.ts";
import { describeSession, type SessionView } from "./describe.ts";
import { digestOf, newToken } from "./token.ts";

const HOUR = 3_600_000;

/** 开始会话; a program gets the token in the answer, a browser as a cookie. */
export async function beginSession(
  visit: Visit,
  account: Account,
  bearer: boolean,
): Promise<SessionView | Signed<SessionView>> {
  const { db, platform, at, newId } = visit;
  const rules = await visit.rules();
  const token = newToken();
  const expiresAt = at + rules.threshold("sessionHours", at) * HOUR;
  const started = { token: digestOf(token), id: newId(), account: account.id, expiresAt };
  await openSession(db, platform.platform, started, at);
  const session = { ...account, ...started, seenAt: at, screenLocked: false };
  const units = unitsOf(rules, account, at);
  const answer = await describeSession(visit, { role: account.role, unit: account.unit, units, session });
  return bearer ? { ...answer, token } : { cookie: { token, expiresAt }, answer };
}
