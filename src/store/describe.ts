import type { Database } from "./database.ts";
import { question } from "./question/ask.ts";

const ask = question<{ statement: string }>("../describe.sql");

/** 数据库结构 as the statements that would make it: what `schema.sql` must equal. */
export const describeSchema = async (db: Database): Promise<string> =>
  (await ask(db, {})).map(({ statement }) => statement).join("\n");
