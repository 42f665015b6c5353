/** 一个一个地登记: whoever enters words, and whoever forgets whose they are, one after the other on a platform. */
import type { Database } from "../database.ts";

/** 独占 until the transaction ends: words that were read before a name was masked in them are not entered after. */
export const enterAlone = (tx: Database, platform: string): Promise<unknown> =>
  tx.query("select pg_advisory_xact_lock(hashtextextended($1, 2))", [platform]);
