import { beforeAll, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { assumed } from "../../rulebook/row.ts";
import { exports } from "../../src/main/command/export.ts";
import { imports } from "../../src/main/command/import.ts";
import type { Database } from "../../src/store/database.ts";
import { platformNamed } from "../../src/store/platform.ts";
import { record } from "../../src/store/record.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { eachDatabase } from "../world/databases.ts";
import { ledger } from "../world/ledger.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { runCommand } from "../world/runCommand.ts";

const now = Date.parse("2022-12-01T00:00:00Z");
const RULES = "规则种类,规则键,生效日期,失效日期,规则内容,依据";
const UNITS = "单位代码,单位名称,分组代码,分组名称,生效日期";

const rule = (kind: string, key: string, value: object, from = "2023-01-01") =>
  `${kind},${key},${from},,"${JSON.stringify(value).replaceAll('"', '""')}",测试`;
const unit = { group: "bureau", order: 1, shortNames: [], listedWhenIdle: false };
const place = (name: string, parent: string | null) => ({ name, parent, order: 1, level: "district" });

/** 从文件来的规则: checked as those that are typed in. */
eachDatabase((_, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  const importing = async (kind: string, platform: string, lines: string[]) => {
    const io = memoryIo({ f: `${lines.join("\n")}\n` });
    await runCommand(imports, `import ${kind}`, { file: "f", options: { platform } }, { db, io, now });
    const rejects = (io.files.get("f.rejects.csv")?.toString("utf8") ?? "").trimEnd().split("\r\n").slice(1);
    return { out: io.printed.out, err: io.printed.err, rejects };
  };
  const kept = async (platform: string) => {
    const { platform: id } = (await platformNamed(db, platform))!;
    const rows = await db.query<{ kind: string; key: string; value: Record<string, unknown> }>(
      "select kind, key, value from rule_row where book = $1 order by ordinal",
      [ownBook(id)],
    );
    return new Map(rows.map(({ kind, key, value }) => [`${kind} ${key}`, value]));
  };

  it("写错的、引用没有的、成圈的、程序用不到的：逐行退回，说明为什么；好的照收，次序不拘", async () => {
    const { rejects, out } = await importing("rules", "甲市", [
      RULES,
      rule("limit", "resolve", { amount: "5", in: "workingDays", words: "五天" }),
      rule("limit", "resolve", { amount: 5, in: "weeks", words: "五周" }),
      rule("limit", "resolved", { amount: 5, in: "workingDays", words: "五天" }),
      rule("unit", "x1", { ...unit, name: "甲局", group: "nowhere" }),
      rule("place", "p1", place("东区", "p2")),
      rule("place", "p2", place("西区", "p1")),
      rule("place", "p3", place("东街", "p4")),
      rule("place", "p4", place("北区", null)),
      rule("retention", "accessLog", { months: 3, words: "三个月" }),
      rule("limit", "resolve", { amount: 4, in: "workingDays", words: "四个工作日" }),
    ]);
    const told = [
      ["2", "规则内容不对：“amount”"],
      ["3", "规则内容不对：“in”"],
      ["4", "没有哪一处用到“resolved”这一项"],
      ["5", "没有代码为“nowhere”的单位分组"],
      ["6", "没有代码为“p2”的上级"],
      ["7", "没有代码为“p1”的上级"],
      ["10", "访问日志至少保存6个月"],
    ];
    expect(rejects.map((line) => line.split(",")[0])).toEqual(told.map(([line]) => line));
    for (const [at, [, reason]] of told.entries()) expect(rejects[at]).toContain(reason);
    expect(out).toContain("共 10 行，新增 3，更新 0，未变 0，退回 7");
    expect([...(await kept("甲市")).keys()]).toEqual(["place p3", "place p4", "limit resolve"]);
  });

  it("单位文件没有上级、停用两列：照旧；有就照文件；上级成圈、接替的不在用：退回", async () => {
    await importing("units", "乙市", [
      `${UNITS},上级单位代码,停用,接替单位代码`,
      "b1,城东局,bureau,市直单位,2022-01-01,,,",
      "b2,城东所,bureau,市直单位,2022-01-01,b1,,",
      "b3,旧所,bureau,市直单位,2022-01-01,,是,b1",
    ]);
    expect((await kept("乙市")).get("unit b3")).toMatchObject({ retired: { successor: "b1" } });
    const again = await importing("units", "乙市", [
      UNITS,
      "b2,城东二所,bureau,市直单位,2023-01-01",
      "b3,旧所改名,bureau,市直单位,2023-01-01",
    ]);
    expect(again.rejects).toEqual([]);
    const after = await kept("乙市");
    expect(after.get("unit b2")).toMatchObject({ name: "城东二所", parent: "b1" });
    expect(after.get("unit b3")).toMatchObject({ name: "旧所改名", retired: { successor: "b1" } });
    const { rejects } = await importing("units", "乙市", [
      `${UNITS},上级单位代码,停用,接替单位代码`,
      "b1,城东局,bureau,市直单位,2023-02-01,b2,,",
      "b2,城东二所,bureau,市直单位,2023-03-01,b1,是,b3",
      "b3,旧所改名,bureau,市直单位,2023-02-01,,,",
    ]);
    expect(rejects.map((line) => line.split(",").slice(0, 3).join())).toEqual([
      expect.stringMatching(/^2,,上级“b2”又在“b1”之下，成了一个圈$/),
    ]);
    expect((await kept("乙市")).get("unit b3")).not.toHaveProperty("retired");
  });

  it("已有记录以后导入过去的规则：照收，说明以前的数字会重新算；还没有记录时不说", async () => {
    const place1 = rule("place", "q1", place("南区", null), "2022-01-01");
    expect((await importing("rules", "丙市", [RULES, place1])).err).toBe("");
    const { platform } = (await platformNamed(db, "丙市"))!;
    const book = ledger();
    book.call(now - 1);
    await record(db, platform, book, now);
    const place2 = rule("place", "q2", place("北区", null), "2022-01-01");
    expect((await importing("rules", "丙市", [RULES, place1, place2])).err).toBe(
      "有 1 行自过去的日期起生效，以前的数字会因此重新算。\n",
    );
  });

  it("整本规则导出再导入到另一个平台：一行也不退，重建时排在最前最后的也是", async () => {
    await importing("rules", "丁市", [RULES, rule("place", "z1", place("南区", null))]);
    const { platform } = (await platformNamed(db, "丁市"))!;
    const invented = (key: string, order: number) =>
      assumed("unit", key, { ...unit, group: "department", name: `其他承办单位${key}`, order }, "由月度数字文件推得");
    const rebuilt = [invented("位1", -1_000_000), invented("位2", 1_000_001)];
    await addRules(db, ownBook(platform), rebuilt, "reconstructed", now);
    const io = memoryIo();
    const options = { platform: "丁市", out: "f.csv" };
    await runCommand(exports, "export rules", { options }, { db, io, now });
    const again = memoryIo({ f: io.files.get("f.csv")! });
    await runCommand(imports, "import rules", { file: "f", options: { platform: "戊市" } }, { db, io: again, now });
    expect(again.printed.err).toBe("");
    expect(again.printed.out).toMatch(/新增 3，更新 0，未变 \d{3,}，退回 0/);
  });
}, books);
