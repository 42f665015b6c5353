import { contactsOf } from "../../src/store/contact.ts";
import type { Database } from "../../src/store/database.ts";
import type { Tables } from "../../src/store/tables.ts";

const FOLDED = [
  "call",
  "service_request",
  "work_order",
  "assignment",
  "return_request",
  "county_month",
  "mystery_call",
  "leader_day",
  "free_text",
  "import_source",
] as const satisfies (keyof Tables)[];

/** Everything that a platform's records hold, in a fixed order, contacts opened; what differs between runs left out. */
export async function stateOf(db: Database, platform: string): Promise<Record<string, unknown[]>> {
  const state: Record<string, unknown[]> = {};
  for (const table of FOLDED) {
    const rows = await db.query<Record<string, unknown>>(`select * from ${table} where platform = $1`, [platform]);
    const plain = rows.map(({ digest, ...row }) => ({
      ...row,
      digest: digest && Buffer.from(digest as Uint8Array).toString("hex"),
    }));
    state[table] = plain.map((row) => JSON.stringify(row)).sort();
  }
  const ids = await db.kysely
    .selectFrom("contact")
    .select("id")
    .where("platform", "=", platform)
    .orderBy("id")
    .execute();
  state.contact = await contactsOf(
    db,
    platform,
    ids.map(({ id }) => id),
  ).then((all) => all.map((one) => JSON.stringify(one)).sort());
  return state;
}
