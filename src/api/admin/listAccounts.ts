import { accountQuery, accountPage as pageSchema } from "../../contract/admin/account.ts";
import { accountPage } from "../../store/access/accounts.ts";
import { operation } from "../operation.ts";
import { accountViews } from "./account.ts";

/** 账号清单 by number; the cursor is the last number, as base64url. */
export const listAccounts = operation({
  id: "listAccounts",
  method: "GET",
  path: "/accounts",
  summary: "账号清单",
  tag: "管理",
  permit: ["administrator"],
  query: accountQuery,
  answer: pageSchema,
  async handle({ query: { cursor, limit, ...filter } }, visit) {
    const after = cursor === undefined ? null : Buffer.from(cursor, "base64url").toString().replaceAll("\0", "");
    const { rows, total } = await accountPage(visit.db, visit.platform.platform, filter, after, limit);
    const next = rows.length === limit ? Buffer.from(rows.at(-1)!.number).toString("base64url") : null;
    return { rows: await accountViews(rows, visit), next, total };
  },
});
