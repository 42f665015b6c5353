import type { RuleRow } from "../src/domain/rule/rulebook.ts";
import { assumed } from "./row.ts";

/** 涉企诉求 → 规则行: what businesses turn to a hotline for; no published list says which subcategory belongs. */
export const businessRows = (table: [group: string, codes: string[]][]): RuleRow<"business">[] =>
  table.flatMap(([group, codes], at) =>
    codes.map((code) =>
      assumed("business", code, { group, order: at + 1 }, "未见公布的涉企诉求分类，按小类名称假定；由热线办增减"),
    ),
  );
