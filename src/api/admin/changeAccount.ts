/** 改账号: what an administrator does to one account, each by its noun. */
import type { z } from "zod";
import { accountChange, accountParams, accountView, temporaryPassword } from "../../contract/admin/account.ts";
import { passwordFault } from "../../domain/access/password.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { type Account, setPassword } from "../../store/access/account.ts";
import { accountOf, changeAccount, otherAdministrators, setDisabled } from "../../store/access/accounts.ts";
import { clearAttempts } from "../../store/access/attempt.ts";
import { endSessions } from "../../store/access/session.ts";
import { logVisit } from "../access/log.ts";
import { passwordHash } from "../access/password.ts";
import { forgetAccount } from "../access/remembered.ts";
import { type Operation, operation } from "../operation.ts";
import type { Visit } from "../visit.ts";
import { accountNotFound, accountViews, unitFault } from "./account.ts";

type Deed<B> = (account: Account, body: B, visit: Visit) => Promise<Refused | null>;

interface Act<B extends z.ZodType> {
  id: string;
  noun: string;
  summary: string;
  body?: B;
  deed: Deed<z.output<B>>;
}

async function done<B>(id: string, deed: Deed<B>, on: string, body: B, visit: Visit) {
  const account = await accountOf(visit.db, visit.platform.platform, on);
  if (!account) return accountNotFound;
  const refused = await deed(account, body, visit);
  if (refused) return refused;
  await logVisit(visit, { operation: id, subject: ["account", on] });
  visit.told.push(() => forgetAccount(on));
  const [view] = await accountViews([(await accountOf(visit.db, visit.platform.platform, on))!], visit);
  return visit.promised(view!);
}

/** Never kept under an `Idempotency-Key`: done twice it comes to the same, and a password may be in what is sent. */
const act = <B extends z.ZodType = z.ZodUndefined>({ id, noun, summary, body, deed }: Act<B>): Operation =>
  operation({
    ...{ id, method: "POST", path: `/accounts/{id}/${noun}`, summary, tag: "管理", permit: ["administrator"] },
    params: accountParams,
    body: body as z.ZodType | undefined,
    answer: accountView,
    handle: ({ params, body: given }, visit) =>
      visit.decide((inside) => done(id, deed, params.id, given as z.output<B>, inside)),
  } as Operation<typeof accountParams, undefined, z.ZodType, typeof accountView>);

const lastAdministrator = refuse("lastAdministrator", "这是最后一个能用的管理员。", "请先有另一个管理员。");

async function leavesNone(account: Account, { db, platform }: Visit): Promise<boolean> {
  if (account.role !== "administrator" || account.disabledAt !== null) return false;
  return (await otherAdministrators(db, platform.platform, account.id)) === 0;
}

const disable = act({
  id: "disableAccount",
  noun: "disabling",
  summary: "停用账号，立即退出登录",
  async deed(account, _, visit) {
    if (await leavesNone(account, visit)) return lastAdministrator;
    if (account.disabledAt === null) await setDisabled(visit.db, visit.platform.platform, account.id, visit.at);
    await endSessions(visit.db, visit.platform.platform, account.id);
    return null;
  },
});

const enable = act({
  id: "enableAccount",
  noun: "enabling",
  summary: "重新启用账号",
  async deed(account, _, { db, platform }) {
    await setDisabled(db, platform.platform, account.id, null);
    return null;
  },
});

const unlock = act({
  id: "unlockAccount",
  noun: "unlocking",
  summary: "解除口令输错的锁定",
  async deed(account, _, { db, platform }) {
    await clearAttempts(db, platform.platform, account.number);
    return null;
  },
});

const giveTemporaryPassword = act({
  id: "giveTemporaryPassword",
  noun: "password",
  summary: "给初始口令，本人登录后要改；原来的登录失效",
  body: temporaryPassword,
  async deed(account, { password }, { db, platform }) {
    const fault = passwordFault(password, account);
    if (fault) return fault;
    await setPassword(db, platform.platform, account.id, { password: await passwordHash(password), temporary: true });
    await clearAttempts(db, platform.platform, account.number);
    await endSessions(db, platform.platform, account.id);
    return null;
  },
});

const change = act({
  id: "changeAccount",
  noun: "change",
  summary: "改姓名、角色、单位；改了角色或单位的，原来的登录失效",
  body: accountChange,
  async deed(account, to, visit) {
    const fault = unitFault(to, await visit.rules(), visit.at);
    if (fault) return fault;
    const moved = to.role !== account.role || to.unit !== account.unit;
    if (to.role !== "administrator" && (await leavesNone(account, visit))) return lastAdministrator;
    await changeAccount(visit.db, visit.platform.platform, account.id, to);
    if (moved) await endSessions(visit.db, visit.platform.platform, account.id);
    return null;
  },
});

/** 对一个账号的操作 */
export const accountActs: readonly Operation[] = [change, giveTemporaryPassword, unlock, disable, enable];
