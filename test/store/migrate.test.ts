import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { inForce } from "../../src/domain/rule/inForce.ts";
import type { RuleRow } from "../../src/domain/rule/rulebook.ts";
import { describeSchema } from "../../src/store/describe.ts";
import { migrate, pendingMigrations, refuseNewerSchema } from "../../src/store/migrate.ts";
import { createPlatform } from "../../src/store/platform.ts";
import { addRules, ownBook, rulebookOf } from "../../src/store/rules.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";

const threshold = (from: string, value: number, until: string | null = null): RuleRow<"threshold"> => {
  return {
    kind: "threshold",
    key: "enoughRatings",
    from,
    until,
    value: { value, words: "门槛" },
    source: "测试",
    assumption: false,
  };
};
const book = (...rows: RuleRow[]) => [{ id: "national", rows }];
const refused = (code: string) => expect.objectContaining({ refused: expect.objectContaining({ refused: code }) });

eachDatabase((_, open) => {
  it("schema.sql 与迁移后的结构一致", async () => {
    const committed = readFileSync(new URL("../../src/store/schema.sql", import.meta.url), "utf8");
    expect(await describeSchema(await open())).toBe(committed);
  });

  it("再次升级什么都不做", async () => {
    const db = await open();
    const rows = book(threshold("2022-01-01", 10));
    await migrate(db, rows, migratedAt);
    expect(await pendingMigrations(db)).toEqual([]);
    expect(await migrate(db, rows, migratedAt)).toEqual({ applied: [], rules: { added: [], conflicts: [] } });
  });

  it("比程序新的结构、改动过的迁移：拒绝", async () => {
    const db = await open();
    await db.query("update migration set digest = 'x'");
    await expect(refuseNewerSchema(db)).rejects.toEqual(refused("schemaDiffers"));
    await db.query("insert into migration values ('9999-01-01T00-00-later.sql', 'x', '2022-01-01T00:00:00Z')");
    await db.query("delete from migration where name < '9999'");
    await expect(migrate(db, [], migratedAt)).rejects.toEqual(refused("schemaNewer"));
  });

  it("发布只添加行：操作员的行和旧的发布行不动，冲突列出；试运行不写入", async () => {
    const db = await open();
    const row = threshold("2022-01-01", 10);
    await migrate(db, book(row), migratedAt);
    await addRules(db, "national", [threshold("2023-01-01", 20)], "operator", migratedAt);
    const next = book(
      threshold("2022-01-01", 11),
      threshold("2022-06-01", 12, "2022-12-01"),
      threshold("2023-06-01", 30),
    );
    const named = (from: string) => ({ book: "national", kind: "threshold", key: "enoughRatings", from });
    const rules = {
      added: [named("2022-06-01")],
      conflicts: [
        { ...named("2022-01-01"), with: "operator" },
        { ...named("2023-06-01"), with: "operator" },
      ],
    };
    expect(await migrate(db, next, migratedAt, true)).toEqual({ applied: [], rules });
    expect(await migrate(db, next, migratedAt, true)).toEqual({ applied: [], rules });
    expect(await migrate(db, next, migratedAt)).toEqual({ applied: [], rules });
    expect(await migrate(db, book(threshold("2022-06-01", 13, "2022-12-01")), migratedAt)).toMatchObject({
      rules: { added: [], conflicts: [{ ...named("2022-06-01"), with: "release" }] },
    });
  });

  it("平台的规则：通用的、自己的依次覆盖，操作员的决定高于发布", async () => {
    const db = await open();
    const platform = { platform: "p", name: "甲市", level: "city", zone: "Asia/Shanghai", origin: "live" } as const;
    await createPlatform(db, { ...platform, books: ["national", "jia"] }, migratedAt);
    await addRules(db, "national", [threshold("2022-01-01", 1)], "release", migratedAt);
    await addRules(db, "other", [threshold("2022-01-01", 9)], "release", migratedAt);
    const value = async () =>
      inForce(await rulebookOf(db, "p"), "threshold", "enoughRatings", "2022-11-01")?.value.value;
    expect(await value()).toBe(1);
    await addRules(db, "jia", [threshold("2022-01-01", 2)], "operator", migratedAt);
    await addRules(db, "jia", [threshold("2022-02-01", 3)], "release", migratedAt);
    expect(await value()).toBe(2);
    await addRules(db, ownBook("p"), [threshold("2022-01-01", 4)], "reconstructed", migratedAt);
    expect(await value()).toBe(4);
  });

  it("没有出处的规则进不了数据库", async () => {
    const db = await open();
    await expect(
      addRules(db, "x", [{ ...threshold("2022-01-01", 1), source: "" }], "release", migratedAt),
    ).rejects.toThrow();
  });
});
