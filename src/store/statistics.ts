import type { Database } from "./database.ts";

/**
 * 整理统计信息: after many records came in at once, so that questions find their way by index. The embedded database never
 * does it by itself. Not inside a transaction.
 */
export const refreshStatistics = (db: Database): Promise<void> => db.script("vacuum analyze");
