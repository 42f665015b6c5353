import { expect, test } from "vitest";
import { overEmbedded, startEmbedded } from "./connection/embedded.ts";
import type { Database } from "./database.ts";
import { tryFeatures } from "./features.ts";

test("内嵌数据库有全部要用的功能，试过之后什么也不留下", async () => {
  const db = overEmbedded(await startEmbedded(), { current: "", keys: [] });
  const tried = await tryFeatures(db);
  expect(tried.filter(({ failure }) => failure !== null)).toEqual([]);
  expect(tried.map(({ feature }) => feature)).toContain("COPY");
  expect(await db.query("select to_regclass('doctor_probe') as left")).toEqual([{ left: null }]);
  await db.close();
});

test("缺一样功能，就指名道姓地说缺哪一样", async () => {
  const db = overEmbedded(await startEmbedded(), { current: "", keys: [] });
  const withoutCopy: Database = {
    ...db,
    transaction: (work) =>
      db.transaction((tx) => work({ ...tx, copy: () => Promise.reject(new Error("COPY is not supported")) })),
  };
  expect((await tryFeatures(withoutCopy)).filter(({ failure }) => failure !== null)).toEqual([
    { feature: "COPY", failure: "COPY is not supported" },
  ]);
  await db.close();
});
