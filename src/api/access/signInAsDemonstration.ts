import { demonstrationBody, session } from "../../contract/access/session.ts";
import { refuse } from "../../domain/refusal.ts";
import { accountNumbered } from "../../store/access/account.ts";
import { operation } from "../operation.ts";
import type { Visit } from "../visit.ts";
import { beginSession, begunFor } from "./begin.ts";
import { demonstrationNumber, ensureDemonstrationAccounts } from "./demonstrationAccounts.ts";
import { logVisit, whoIs } from "./log.ts";

async function demonstrationAccount({ db, platform, rules, at }: Visit, number: string) {
  const known = await accountNumbered(db, platform.platform, number);
  if (known) return known;
  await ensureDemonstrationAccounts(db, platform.platform, await rules(), at);
  return accountNumbered(db, platform.platform, number);
}

/** 一键登录: in a demonstration, on the machine that it runs on. */
export const signInAsDemonstration = operation({
  id: "signInAsDemonstration",
  method: "POST",
  path: "/session/demonstration",
  summary: "在演示里以某个角色登录",
  tag: "登录",
  permit: "everyone",
  body: demonstrationBody,
  answer: session,
  async handle({ body: { role, unit, bearer } }, visit) {
    if (!visit.demonstration) return refuse("otherRole", "这里不是演示。", "请用工号和口令登录。");
    if (!visit.local) return refuse("otherRole", "一键登录只能在运行演示的机器上用。", "请在那台机器上打开。");
    if (role === "liaison" ? unit === undefined : role !== "county" && unit !== undefined)
      return refuse("invalid", "联络员要说明单位，县级平台可以说明，其他角色没有单位。", "请改正。");
    const account = await demonstrationAccount(visit, demonstrationNumber(role, unit ?? null));
    if (account === null)
      return refuse("unknownUnit", `没有代码为“${unit}”的承办单位，或者它没有县级平台。`, "请从单位表里选。");
    await logVisit(visit, { operation: "signIn" }, whoIs(account));
    return begunFor(bearer, await beginSession(visit, account));
  },
});
