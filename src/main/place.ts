import { basename, dirname, join, resolve } from "node:path";

/** 所在: where this installation keeps its things. Paths are absolute. */
export interface Place {
  /** the data folder, whose `database` is the embedded database */
  data: string;
  keyFile: string;
  /** a PostgreSQL to use instead of the embedded database */
  databaseUrl: string | null;
}

/** 定位: `--data`, then $REXIAN_DATA, then ./data; the key file lies beside the data folder unless $REXIAN_KEY names it. */
export function placeOf(data: string | null, environment: NodeJS.ProcessEnv, folder: string): Place {
  const at = resolve(folder, data ?? (environment.REXIAN_DATA || "data"));
  return {
    data: at,
    keyFile: environment.REXIAN_KEY
      ? resolve(folder, environment.REXIAN_KEY)
      : join(dirname(at), `${basename(at)}.key`),
    databaseUrl: environment.DATABASE_URL || null,
  };
}
