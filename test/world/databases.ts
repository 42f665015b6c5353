/** Both databases for a test file: a fresh migrated copy for every `open`. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, inject, onTestFinished, TestRunner } from "vitest";
import { books as releaseBooks } from "../../rulebook/books.ts";
import { overEmbedded, startEmbedded } from "../../src/store/connection/embedded.ts";
import type { Database } from "../../src/store/database.ts";
import type { ReleaseBook } from "../../src/store/migrate.ts";
import { openPostgres } from "../../src/store/open.ts";
import { testKeys } from "./keys.ts";
import { administer, at, embeddedTemplate, migratedAt, postgresTemplate, type Templates } from "./templates.ts";

export { migratedAt, testKeys };

/** the name of the first database in the titles of the tests */
export const EMBEDDED = "内嵌数据库";

export type Open = () => Promise<Database>;

interface Source {
  prepare(books: ReleaseBook[]): Promise<void>;
  open: Open;
  /** one with nothing in it */
  empty: Open;
  end(): Promise<void>;
}

/** what the whole run has ready; books that one file alone has are loaded by it */
const readyFor = (books: ReleaseBook[]): Templates | null => {
  if (books.length === 0) return inject("templates").bare;
  return books === releaseBooks ? inject("templates").full : null;
};

function embedded(): Source {
  let dump: Blob;
  return {
    prepare: async (books) => {
      const ready = readyFor(books);
      dump = ready ? new Blob([readFileSync(ready.dump)]) : await embeddedTemplate(books);
    },
    open: async () => overEmbedded(await startEmbedded(undefined, dump), testKeys),
    empty: async () => overEmbedded(await startEmbedded(), testKeys),
    end: async () => {},
  };
}

function postgres(url: string): Source {
  const names: string[] = [];
  const own = `t${randomUUID().replaceAll("-", "")}`;
  let template: string;
  const create = async (from: string) => {
    const name = `${own}_${names.length}`;
    await administer(url, `create database ${name} template ${from}`);
    names.push(name);
    return openPostgres(at(url, name), testKeys);
  };
  return {
    prepare: async (books) => {
      const ready = readyFor(books)?.database;
      template = ready ?? own;
      if (ready) return;
      await postgresTemplate(url, own, books);
      names.push(own);
    },
    open: () => create(template),
    empty: () => create("template0"),
    end: async () => {
      for (const name of names) await administer(url, `drop database ${name} with (force)`);
    },
  };
}

/** Opens until the test ends, or the file where no test runs: an embedded one takes a quarter of a gigabyte. */
function keeping(): { kept(open: Open): Open; close(): Promise<void> } {
  const opened: Database[] = [];
  const kept = (open: Open) => async () => {
    const db = await open();
    if (TestRunner.getCurrentTest()) onTestFinished(() => db.close());
    else opened.push(db);
    return db;
  };
  const close = async () => {
    for (const db of opened) await db.close();
  };
  return { kept, close };
}

function suite(name: string, source: Source, books: ReleaseBook[], tests: (name: string, open: Open) => void): void {
  const { kept, close } = keeping();
  describe(name, () => {
    beforeAll(() => source.prepare(books));
    afterAll(async () => {
      await close();
      await source.end();
    });
    tests(name, kept(source.open));
  });
}

/** 空库: of each kind, with nothing in them, closed when the test ends, or the file where no test runs. */
export function emptyDatabases(): Map<string, Open> {
  const { kept, close } = keeping();
  const server = inject("postgres");
  const sources = new Map([
    [EMBEDDED, embedded()],
    ...("url" in server ? [["PostgreSQL", postgres(server.url)] as const] : []),
  ]);
  afterAll(async () => {
    await close();
    for (const source of sources.values()) await source.end();
  });
  return new Map([...sources].map(([name, source]) => [name, kept(source.empty)]));
}

/**
 * The same tests on the embedded database and on a real PostgreSQL. `open` gives a fresh migrated database (with `books`
 * loaded), closed when the test ends. Where no PostgreSQL could be started, test/world/postgres.test.ts is the one failure.
 */
export function eachDatabase(tests: (name: string, open: Open) => void, books: ReleaseBook[] = []): void {
  suite(EMBEDDED, embedded(), books, tests);
  const server = inject("postgres");
  if ("url" in server) suite("PostgreSQL", postgres(server.url), books, tests);
}

/**
 * One of them, a server where there is one: for pages in a browser, which don't know what keeps their records. That both keep them
 * alike is what the stories through the interface show, and one day at the hotline in the browser.
 */
export function oneDatabase(tests: (open: Open) => void, books: ReleaseBook[] = []): void {
  const server = inject("postgres");
  const [name, source] =
    "url" in server ? (["PostgreSQL", postgres(server.url)] as const) : ([EMBEDDED, embedded()] as const);
  suite(name, source, books, (_, open) => tests(open));
}
