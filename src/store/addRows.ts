import { put } from "./append.ts";
import { appendEach } from "./appendEach.ts";
import type { Database } from "./database.ts";
import { type Layout, toRow } from "./row.ts";

/** 改写状态: few, each by the key of its table. */
export const putRows = <T>(
  db: Database,
  of: Layout<T>,
  key: readonly string[],
  platform: string,
  states: readonly T[],
) =>
  put(
    db,
    of.table,
    ["platform", ...of.columns],
    key,
    states.map((state) => toRow(of, platform, state)),
  );

/** 追加状态 to the table that its layout names. */
export const addRows = <T>(db: Database, of: Layout<T>, platform: string, states: readonly T[]) =>
  appendEach(db, of.table, ["platform", ...of.columns], states, (state) => toRow(of, platform, state));
