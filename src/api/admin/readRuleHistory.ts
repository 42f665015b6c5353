import { ruleHistory as historyAnswer, historyQuery } from "../../contract/admin/rule.ts";
import { ruleHistory } from "../../store/ruleHistory.ts";
import { ownBook } from "../../store/rules.ts";
import { operation } from "../operation.ts";
import { iso } from "../time.ts";

/** 一项规则的来历 */
export const readRuleHistory = operation({
  id: "readRuleHistory",
  method: "GET",
  path: "/rules/history",
  summary: "一项规则先后怎么说，各自的出处，谁的，何时写入",
  tag: "管理",
  permit: "signedIn",
  query: historyQuery,
  answer: historyAnswer,
  async handle({ query: { kind, key, cursor, limit } }, { db, platform }) {
    const books = [...platform.books, ownBook(platform.platform)];
    const before = cursor === undefined ? null : Number(cursor);
    const rows = await ruleHistory(db, books, { kind, key }, before, limit);
    return {
      rows: rows.map(({ ordinal: _, recordedAt, value, ...row }) => ({
        ...row,
        value: value as Record<string, unknown>,
        recordedAt: iso(recordedAt),
      })),
      next: rows.length === limit ? String(rows.at(-1)!.ordinal) : null,
    };
  },
});
