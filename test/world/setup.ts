/**
 * 开跑之前: a PostgreSQL for this run of the tests and the databases they get copies of. When the server cannot be started, the
 * reason is handed to the tests, of which one fails by it.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { books } from "../../rulebook/books.ts";
import type { ReleaseBook } from "../../src/store/migrate.ts";
import { startPostgres } from "./postgres.ts";
import { embeddedTemplate, postgresTemplate, type Templates } from "./templates.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgres: { url: string } | { problem: string };
  }
}

const sets: Record<"bare" | "full", ReleaseBook[]> = { bare: [], full: books };

const started = () =>
  startPostgres().catch((error: Error) => ({ problem: error.message, stop: () => Promise.resolve() }));

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "rexian-templates-"));
  const server = await started();
  const made = async (name: "bare" | "full"): Promise<Templates> => {
    const dump = join(folder, name);
    writeFileSync(dump, Buffer.from(await (await embeddedTemplate(sets[name])).arrayBuffer()));
    if (!("url" in server)) return { dump, database: null };
    await postgresTemplate(server.url, `template_${name}`, sets[name]);
    return { dump, database: `template_${name}` };
  };
  const end = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    project.provide("templates", { bare: await made("bare"), full: await made("full") });
  } catch (error) {
    await end();
    throw error;
  }
  project.provide("postgres", "url" in server ? { url: server.url } : { problem: server.problem });
  return end;
}
