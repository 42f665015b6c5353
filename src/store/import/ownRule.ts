import type { Database } from "../database.ts";
import { ownBook } from "../rules.ts";

const keyOfRow = ({ kind, key, from }: { kind: string; key: string; from: string }) => `${kind}\0${key}\0${from}`;

/** 本单位的规定: tells whether the platform's operator has a row of that kind, key and first day already. */
export async function operatorRows(db: Database, platform: string) {
  const rows = await db.kysely
    .selectFrom("rule_row")
    .select(["kind", "key", "valid_from as from"])
    .where("book", "=", ownBook(platform))
    .where("origin", "=", "operator")
    .execute();
  const known = new Set(rows.map(keyOfRow));
  return (row: { kind: string; key: string; from: string }): boolean => known.has(keyOfRow(row));
}
