import type { Database } from "../store/database.ts";
import { isDemonstration, type Platform } from "../store/platform.ts";

/** 是否演示: synthetic records are a demonstration wherever they are. */
export const isDemonstrationOf = async (db: Database, { origin }: Platform): Promise<boolean> =>
  origin === "reconstructed" || (await isDemonstration(db)) === true;
