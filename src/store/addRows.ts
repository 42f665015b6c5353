import { append } from "./append.ts";
import type { Database } from "./database.ts";
import { type Layout, toRow } from "./row.ts";

/** 追加状态 to the table that its layout names. */
export const addRows = <T>(db: Database, of: Layout<T>, platform: string, states: readonly T[]) =>
  append(
    db,
    of.table,
    ["platform", ...of.columns],
    states.map((state) => toRow(of, platform, state)),
  );
