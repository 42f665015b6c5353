import { expect, it } from "vitest";
import { limits } from "../../rulebook/national/limits.ts";
import { migrate } from "../../src/main/command/migrate.ts";
import type { Database } from "../../src/store/database.ts";
import { addRules } from "../../src/store/rules.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { runCommand } from "../world/runCommand.ts";

/** 升级说什么: what was added and what was left alone, in the words of whoever runs it. */
eachDatabase((_, open) => {
  const said = async (db: Database): Promise<string> => {
    const io = memoryIo();
    expect(await runCommand([migrate], "migrate", { options: {} }, { db, io, now: migratedAt })).toBe(0);
    return io.printed.out;
  };

  it("增加的和没有动的规则，按种类的中文名称列出，没有英文代号", async () => {
    const db = await open();
    const resolve = limits.find(({ key }) => key === "resolve")!;
    const own = { ...resolve, value: { ...resolve.value, amount: 9 }, source: "本单位的决定" };
    await addRules(db, "national", [own], "operator", migratedAt);
    const lines = (await said(db)).split("\n").filter((line) => line.includes("规则 "));
    expect(lines).toContainEqual(expect.stringMatching(/^已增加规则 national 时限 acknowledge（\S+ 起）$/));
    expect(lines).toContain(`未改动规则 national 时限 resolve（${own.from} 起）：本单位自己的规定优先`);
    const english = lines.filter((line) => !/规则 [a-z-]+ [\u4e00-\u9fff]+ /.test(line));
    expect(english).toEqual([]);
    expect(await said(db)).toContain("都已是最新");
  });
});
