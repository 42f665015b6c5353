/**
 * 先后: batches of a file are under way side by side, and are committed in the file's order. Who waits for the one before waits in
 * the database: where that one waits for a row of his, the database sees it and ends one of them.
 */
import type { Database } from "../database.ts";

const key = "hashtextextended($1, $2)";

/** 占位 of a batch, until its transaction ends. */
export const holdPlace = (tx: Database, file: string, no: number): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(${key})`, [file, no]);

/** 等 the transaction that holds that place to end. */
export const awaitPlace = (tx: Database, file: string, no: number): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock_shared(${key})`, [file, no]);
