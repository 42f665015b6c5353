import type { RuleRow } from "../src/domain/rule/rulebook.ts";
import { assumed } from "./row.ts";

/** 指标一行: group, item, then the codes of the subcategories counted under it. */
export type CivilizedTable = [group: string, item: string, codes: string[]][];

/** 文明创建映射 → 规则行: the names may be printed somewhere, which subcategory counts where is a choice. */
export const civilizedRows = (table: CivilizedTable, source: string): RuleRow<"civilized">[] =>
  table.flatMap(([group, item, codes], at) =>
    codes.map((code) => assumed("civilized", code, { group, item, order: at + 1 }, source)),
  );
