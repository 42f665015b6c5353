/** 记入访问日志 what this visitor does. */
import type { LoggedKind } from "../../domain/access/logged.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Account } from "../../store/access/account.ts";
import { logAccess } from "../../store/access/log.ts";
import type { Database } from "../../store/database.ts";
import type { Visit } from "../visit.ts";

interface Deed {
  operation: string;
  /** ['request', id] */
  subject?: readonly [kind: LoggedKind, id: string];
  reason?: string;
  /** 查了什么 */
  filter?: string;
  /** 查到多少 */
  found?: number;
}

/** 还没有登录的人 whose account is known already. */
export const whoIs = ({ id, number, role }: Account): Who => ({ account: id, number, role });

type Who = { account: string | null; number: string; role: Role };

/** 市民: without an account */
export const aCitizen: Who = { account: null, number: "", role: "citizen" };

/** 记一笔; `who` where nobody is signed in yet, `db` inside a transaction of the operation's own. */
export const logVisit = (
  { db, platform, viewer, at, address }: Visit,
  { operation, subject, reason = "", filter, found }: Deed,
  who: Who = viewer,
  within: Database = db,
): Promise<unknown> =>
  logAccess(
    within,
    platform.platform,
    {
      ...{ account: who.account, number: who.number, role: who.role, operation, address },
      ...{ subjectKind: subject?.[0] ?? null, subjectId: subject?.[1] ?? null, reason: reason || null },
      ...{ filter: filter ?? null, found: found ?? null },
    },
    at,
  );
