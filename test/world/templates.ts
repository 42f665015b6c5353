/** 样本库: migrated databases of which the tests get copies; made once for a run, since making one takes longer than most tests. */
import pg from "pg";
import { overEmbedded, startEmbedded } from "../../src/store/connection/embedded.ts";
import { migrate, type ReleaseBook } from "../../src/store/migrate.ts";
import { openPostgres } from "../../src/store/open.ts";
import { testKeys } from "./keys.ts";

export const migratedAt = Date.parse("2022-01-01T00:00:00Z");

/** of one set of books: the embedded one as a file, and the name of the server's; null: there is no server */
export interface Templates {
  dump: string;
  database: string | null;
}

declare module "vitest" {
  interface ProvidedContext {
    /** without books, and with the release's */
    templates: Record<"bare" | "full", Templates>;
  }
}

/** its own templates are of no use to a copy, and half of its files */
const SHED = [
  "update pg_database set datistemplate = false",
  "drop database template0",
  "drop database template1",
  "checkpoint",
];

/** 内嵌样本库, as what an embedded database starts from. */
export async function embeddedTemplate(books: ReleaseBook[]): Promise<Blob> {
  const lite = await startEmbedded();
  await migrate(overEmbedded(lite, testKeys), books, migratedAt);
  for (const statement of SHED) await lite.exec(statement);
  const dump = await lite.dumpDataDir("none");
  await lite.close();
  return dump;
}

export const at = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;

export async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** 服务器上的样本库 of that name; closed, so that it can be copied. */
export async function postgresTemplate(url: string, name: string, books: ReleaseBook[]): Promise<void> {
  await administer(url, `create database ${name} template template0`);
  const db = await openPostgres(at(url, name), testKeys);
  await migrate(db, books, migratedAt);
  await db.close();
}
