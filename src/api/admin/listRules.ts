import { rulePage, ruleQuery } from "../../contract/admin/rule.ts";
import { allInForce } from "../../domain/rule/inForce.ts";
import type { RuleRow } from "../../domain/rule/rulebook.ts";
import { ruleTitle } from "../../domain/rule/title.ts";
import { cursorUnknown } from "../cursor.ts";
import { operation } from "../operation.ts";

const says = (q: string | undefined) => (row: RuleRow) =>
  q === undefined || row.key.includes(q) || JSON.stringify(row.value).includes(q);

/** Rows of one kind are few: they are in memory already, and a page goes on after a key; null: its row has ended meanwhile. */
const after = (rows: RuleRow[], cursor: string | undefined): RuleRow[] | null => {
  if (cursor === undefined) return rows;
  const key = Buffer.from(cursor, "base64url").toString();
  const at = rows.findIndex((row) => row.key === key);
  return at < 0 ? null : rows.slice(at + 1);
};

/** 某日有效的规则 of one kind, in the order of the book. */
export const listRules = operation({
  id: "listRules",
  method: "GET",
  path: "/rules",
  summary: "某日有效的规则：单位、分类、地区、派单目录、日历、时限等",
  tag: "管理",
  permit: "signedIn",
  query: ruleQuery,
  answer: rulePage,
  async handle({ query: { kind, q, on, cursor, limit } }, { rules, at }) {
    const { rulebook, dateOf } = await rules();
    const rows = allInForce(rulebook, kind, on ?? dateOf(at)).filter(says(q));
    const rest = after(rows, cursor);
    if (rest === null) return cursorUnknown;
    const page = rest
      .slice(0, limit)
      .map((row) => ({ ...row, title: ruleTitle(row, rulebook), value: row.value as Record<string, unknown> }));
    const next = rest.length > limit ? Buffer.from(page.at(-1)!.key).toString("base64url") : null;
    return { rows: page, next, total: rows.length > 1000 ? "1 000+" : String(rows.length) };
  },
});
