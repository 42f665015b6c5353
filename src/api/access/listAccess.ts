import { accessLogPage, accessLogQuery } from "../../contract/access/accessLog.ts";
import { accessPage } from "../../store/access/log.ts";
import { operation } from "../operation.ts";
import { instantOf, iso } from "../time.ts";

/** 访问日志 */
export const listAccess = operation({
  id: "listAccess",
  method: "GET",
  path: "/access-log",
  summary: "访问日志：谁、何时、为什么、看了什么",
  tag: "登录",
  permit: ["administrator", "office"],
  query: accessLogQuery,
  answer: accessLogPage,
  async handle({ query: { cursor, limit, from, until, ...same } }, { db, platform }) {
    const filter = { ...same, from: instantOf(from), until: instantOf(until) };
    const before = cursor === undefined ? null : Number(cursor);
    const { rows, total } = await accessPage(db, platform.platform, filter, before, limit);
    return {
      rows: rows.map((row) => ({ ...row, at: iso(row.at) })),
      next: rows.length === limit ? String(rows.at(-1)!.no) : null,
      total,
    };
  },
});
