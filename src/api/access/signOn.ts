/** 统一认证登录: to the provider, and back with a staff number that has an account here. */
import { signOnReturn } from "../../contract/access/signOn.ts";
import { refuse } from "../../domain/refusal.ts";
import { accountNumbered } from "../../store/access/account.ts";
import { endSessions } from "../../store/access/session.ts";
import { type Content, operation } from "../operation.ts";
import { beginSession } from "./begin.ts";
import { errandIn } from "./errand.ts";
import { logVisit, whoIs } from "./log.ts";
import { forgetAccount } from "./remembered.ts";

const off = refuse("signOnOff", "这里没有设置统一认证。", "请用工号和口令登录。");

const unreachable = refuse("signOnUnreachable", "连不上统一认证。", "请稍后再试，或用工号和口令登录。");

/** A page of our own leads on: a browser that comes from elsewhere doesn't show its new cookie at once. */
const onwards: Content = {
  type: "text/html; charset=utf-8",
  name: null,
  content: Buffer.from(
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>已登录</title>' +
      '<meta http-equiv="refresh" content="0;url=/"><p>已登录。<a href="/">进入</a></p></html>',
  ),
};

export const beginSignOn = operation({
  id: "beginSignOn",
  method: "GET",
  path: "/session/oidc",
  summary: "转到统一认证登录",
  tag: "登录",
  permit: "everyone",
  handle: async (_, { signOn }) => {
    if (!signOn) return off;
    const away = await signOn.begin();
    return away === null ? unreachable : { location: away.url, errand: away.errand };
  },
});

export const finishSignOn = operation({
  id: "finishSignOn",
  method: "GET",
  path: "/session/oidc/callback",
  summary: "从统一认证回来",
  tag: "登录",
  permit: "everyone",
  query: signOnReturn,
  async handle({ query }, visit) {
    const { signOn, headers, db, platform } = visit;
    const errand = errandIn(headers.cookie);
    if (!signOn) return off;
    const returned = Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined);
    const number = errand && (await signOn.finish(Object.fromEntries(returned), errand));
    if (!number) return refuse("signOnFailed", "统一认证没有通过。", "请重新登录。");
    const account = await accountNumbered(db, platform.platform, number);
    if (!account || account.disabledAt !== null)
      return refuse("accountUnknown", "统一认证的工号在这里没有账号，或者已停用。", "请联系管理员。");
    await logVisit(visit, { operation: "signIn", reason: "统一认证" }, whoIs(account));
    // he who locked his screen and has shown who he is goes on in a session of its own
    await endSessions(db, platform.platform, account.id, { locked: true });
    forgetAccount(account.id);
    const { cookie } = await beginSession(visit, account);
    return { cookie, answer: onwards };
  },
});
