import { accountView, newAccount } from "../../contract/admin/account.ts";
import { refuse } from "../../domain/refusal.ts";
import { addAccounts } from "../../store/access/account.ts";
import { accountOf } from "../../store/access/accounts.ts";
import { logVisit } from "../access/log.ts";
import { operation } from "../operation.ts";
import { accountViews, unitFault } from "./account.ts";

/** 新增账号, without a password yet: it can't sign in before one is given. */
export const createAccount = operation({
  id: "createAccount",
  method: "POST",
  path: "/accounts",
  summary: "新增账号（再给一个初始口令才能登录）",
  tag: "管理",
  permit: ["administrator"],
  body: newAccount,
  answer: accountView,
  writes: true,
  async handle({ body }, visit) {
    const { db, platform, at } = visit;
    const fault = unitFault(body, await visit.rules(), at);
    if (fault) return fault;
    const id = visit.newId();
    if ((await addAccounts(db, platform.platform, [{ id, ...body, password: null, temporary: false }], at)) === 0)
      return refuse("numberTaken", `工号“${body.number}”已有账号。`, "请换一个工号。");
    await logVisit(visit, { operation: "createAccount", subject: ["account", id] });
    const [view] = await accountViews([(await accountOf(db, platform.platform, id))!], visit);
    return view!;
  },
});
