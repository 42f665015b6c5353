import type { Database } from "./database.ts";

/** 更新统计信息: after many records came in at once, so that questions find their way; the embedded database never does it by itself. */
export const refreshStatistics = (db: Database): Promise<void> => db.script("analyze");
