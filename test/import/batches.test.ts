import { expect, it } from "vitest";
import { imports } from "../../src/main/command/import.ts";
import type { Database } from "../../src/store/database.ts";
import { mismatches } from "../../src/store/refold.ts";
import { eachDatabase } from "../world/databases.ts";
import { importBooks } from "../world/importRules.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { runCommand } from "../world/runCommand.ts";

const now = Date.parse("2022-12-01T00:00:00Z");
const HEAD = "诉求编号,受理时间,诉求类型,诉求小类,办理方式,并入诉求编号,电话";
/** rows of one transaction */
const BATCH = 2000;

const two = (n: number) => String(n).padStart(2, "0");
const line = (n: number, into: string | null) =>
  `A${n},2022-11-${two((n % 28) + 1)} 09:${two(n % 60)},咨询,市容环境,${into ? "并单" : "在线办结"},${into ?? ""},${13800000000 + n}`;
const file = (rows: number, into: (n: number) => string | null) =>
  [HEAD, ...Array.from({ length: rows }, (_, n) => line(n, into(n))), ""].join("\n");

/** 前后相接: the first batch looks up what its rows lean on when the next one is there already. */
function overlapping(db: Database): Database {
  let [begun, isFirst] = [0, true];
  let next = () => {};
  const isFollowed = async (no: number) => {
    while (begun === no)
      await new Promise<void>((resolve) => {
        next = resolve;
      });
  };
  const late = (tx: Database, no: number): Database => ({
    ...tx,
    query: async (sql, values) => {
      if (isFirst && sql.includes("wanted.number")) {
        isFirst = false;
        await isFollowed(no);
      }
      return tx.query(sql, values);
    },
  });
  return {
    ...db,
    transaction: (work) => {
      begun += 1;
      next();
      const no = begun;
      return db.transaction((tx) => work(late(tx, no)));
    },
  };
}

eachDatabase((_, open) => {
  const importing = async (text: string, options: object = {}) => {
    const db = await open();
    const run = async (more: object, on = db) => {
      const io = memoryIo({ f: text });
      await runCommand(
        imports,
        "import requests",
        { file: "f", options: { platform: "甲市", ...options, ...more } },
        { db: on, io, now },
      );
      return /新增.*?退回 \d+/.exec(io.printed.out)?.[0];
    };
    return { db, run };
  };

  it("并入的诉求在后面一批里：试导和导入一样退回它，前面一批里的照常", async () => {
    const text = file(2 * BATCH + 10, (n) => (n === 5 ? `A${BATCH + 1000}` : n === 2 * BATCH + 7 ? "A9" : null));
    const { db, run } = await importing(text);
    const told = `新增 ${2 * BATCH + 9}，更新 0，未变 0，退回 1`;
    expect(await run({ "dry-run": true })).toBe(told);
    expect(await run({}, overlapping(db))).toBe(told);
  }, 120_000);

  it("与别人反复相遇：数据库两次叫它重来，第三次照样导完", async () => {
    const { db, run } = await importing(file(10, () => null));
    let tried = 0;
    const meeting: Database = {
      ...db,
      transaction: (work) =>
        db.transaction(async (tx) => {
          const result = await work(tx);
          const [added] = await tx.query<{ n: number }>("select count(*)::integer as n from service_request");
          if (added!.n > 0 && ++tried <= 2) throw Object.assign(new Error("deadlock detected"), { code: "40P01" });
          return result;
        }),
    };
    expect(await run({}, meeting)).toBe("新增 10，更新 0，未变 0，退回 0");
    expect(tried).toBeGreaterThan(2);
  });

  it("每一批都并入同几件诉求，次序各不相同，还有要退回的：批次并行也不互相卡死，一件不少", async () => {
    const rows = 4 * BATCH;
    const into = (n: number): string | null => {
      if (n === 3) return `A${rows - 1}`;
      if (n < BATCH || n % 2 > 0) return null;
      const target = n % BATCH;
      return `A${Math.floor(n / BATCH) % 2 === 0 ? target : BATCH - 1 - target}`;
    };
    const { db, run } = await importing(file(rows, into));
    // the one that leans on what comes last, and those that lean on it
    const refused = 1 + Array.from({ length: rows }, (_, n) => into(n)).filter((to) => to === "A3").length;
    expect(await run({})).toBe(`新增 ${rows - refused}，更新 0，未变 0，退回 ${refused}`);
    const [made] = await db.query<{ platform: string }>("select platform from platform where name = '甲市'");
    expect(await mismatches(db, made!.platform)).toEqual([]);
  }, 240_000);
}, importBooks);
