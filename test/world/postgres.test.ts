import { expect, inject, it } from "vitest";
import { openPostgres } from "../../src/store/open.ts";
import { testKeys } from "./keys.ts";

/** The one failure that says why the tests on PostgreSQL did not run. */
it("PostgreSQL 可以启动，版本不低于 15", async () => {
  const server = inject("postgres");
  if ("problem" in server) throw new Error(`PostgreSQL 无法启动：${server.problem}`);
  const db = await openPostgres(server.url, testKeys);
  const [row] = await db.query<{ version: number }>("select current_setting('server_version_num')::int as version");
  await db.close();
  expect(row!.version).toBeGreaterThanOrEqual(150_000);
});
