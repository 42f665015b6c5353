/** 裸 COPY: the rows of a platform as COPY text, and putting them into an empty database, one transaction, nothing else. */

import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { from, to } from "pg-copy-streams";

/** `position` is counted anew. */
const EVENT = "event (platform, subject, subject_id, version, kind, at, recorded_at, by, data, link, hash)";
const TABLES = [
  ...[EVENT, "contact", "free_text", "call", "service_request", "work_order", "assignment", "return_request"],
  ...["county_month", "mystery_call", "leader_day"],
];

export type CopyText = { table: string; text: Buffer }[];

/** 一个会话 on a database of this server */
export async function session<T>(url: string, name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const connectionString = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const client = new pg.Client({ connectionString, options: "-c timezone=UTC -c jit=off" });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** 取出 every row of a database's records. */
export const copyOut = (url: string, name: string): Promise<CopyText> =>
  session(url, name, async (client) => {
    const texts: CopyText = [];
    for (const table of TABLES) texts.push({ table, text: await buffer(client.query(to(`copy ${table} to stdout`))) });
    return texts;
  });

/** 放入 PostgreSQL */
export const copyIn = (url: string, name: string, texts: CopyText): Promise<void> =>
  session(url, name, async (client) => {
    await client.query("begin");
    for (const { table, text } of texts)
      await pipeline(Readable.from([text]), client.query(from(`copy ${table} from stdin`)));
    await client.query("commit");
  });

/** 放入内嵌数据库 */
export const copyInto = (lite: PGlite, texts: CopyText) =>
  lite.transaction(async (tx) => {
    for (const { table, text } of texts)
      await tx.query(`copy ${table} from '/dev/blob'`, [], { blob: new Blob([new Uint8Array(text)]) });
  });
