import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { imports } from "../../src/main/command/import.ts";
import { withNewKey } from "../../src/main/keyFile.ts";
import type { Database } from "../../src/store/database.ts";
import { createPlatform } from "../../src/store/platform.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { stateOf } from "../world/importedState.ts";
import { importBooks } from "../world/importRules.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { runCommand } from "../world/runCommand.ts";

const now = Date.parse("2022-12-01T00:00:00Z");
const HEAD = "诉求编号,受理时间,诉求类型,诉求小类,办理方式,姓名,电话,诉求内容";

const two = (value: number) => String(value).padStart(2, "0");
const line = (at: number, text = `第${at}件𠮷`) =>
  `A${at},2022-11-${two((at % 28) + 1)} 09:${two(at % 60)},${at % 3 ? "咨询" : "投诉"},市容环境,在线办结,李${at},0${13800000000 + at},${text}`;

class Broken extends Error {}

/** A file that breaks off when that many bytes are through. */
async function* breakingOff(text: string, after: number) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < after; at += 50_000) yield bytes.subarray(at, Math.min(at + 50_000, after));
  throw new Broken("the line went dead");
}

eachDatabase((_, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    const platform = { level: "city", zone: "Asia/Shanghai", origin: "live", books: ["national", "default"] } as const;
    for (const name of ["甲市", "乙市"])
      await createPlatform(db, { ...platform, platform: name, name, books: [...platform.books] }, migratedAt);
  });

  const importing = async (platform: string, text: string | (() => AsyncIterable<Uint8Array>)) => {
    const io = memoryIo({ f: text });
    await runCommand(imports, "import requests", { file: "f", options: { platform } }, { db, io, now });
    return io.printed.out;
  };
  const eventCount = async (platform: string) =>
    (await db.query<{ n: number }>("select count(*) as n from event where platform = $1", [platform]))[0]!.n;

  it("导入中断后重新开始，与一次导完状态相同", async () => {
    const text = `${HEAD}\n${Array.from({ length: 9000 }, (_, at) => line(at)).join("\n")}\n`;
    await importing("甲市", text);
    const broken = importing("乙市", () => breakingOff(text, 700_000));
    await expect(broken).rejects.toThrow(Broken);
    const part = await eventCount("乙市");
    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(9000);
    expect(await importing("乙市", text)).toContain(`新增 ${9000 - part}，更新 0，未变 ${part}，退回 0`);
    const plain = async (platform: string) => {
      const { import_source, contact, free_text, service_request } = await stateOf(db, platform);
      const length = { sources: import_source!.length, contacts: contact!.length, texts: free_text!.length };
      return { length, rows: service_request!.map((row) => JSON.parse(row as string).number).sort() };
    };
    expect(await plain("乙市")).toEqual(await plain("甲市"));
  });

  it("同一文件再导入什么也不变，编号也不变；改过的行留下新的一版", async () => {
    const text = `${HEAD}\n${line(1)}\n${line(2)}\n`;
    const importOnce = (content: string) => importing("甲市", content);
    await importOnce(text);
    const before = await stateOf(db, "甲市");
    const events = await eventCount("甲市");
    expect(await importOnce(text)).toContain("新增 0，更新 0，未变 2，退回 0");
    expect(await stateOf(db, "甲市")).toEqual(before);
    expect(await eventCount("甲市")).toBe(events);
    expect(await importOnce(`${HEAD}\n${line(1, "改了")}\n${line(2)}\n`)).toContain("新增 0，更新 1，未变 1，退回 0");
    expect(await eventCount("甲市")).toBe(events + 1);
    const [row] = await db.query<{ version: number; text: string }>(
      `select version, free_text.text from service_request join free_text on free_text.id = service_request.text
       where service_request.platform = $1 and number = 'A1'`,
      ["甲市"],
    );
    expect(row).toEqual({ version: 2, text: "改了" });
  });

  it("两次导入同一文件，后开始的先导完：先开始的看到行行已在", async () => {
    const text = `${HEAD}\n${Array.from({ length: 3000 }, (_, at) => line(at)).join("\n")}\n`;
    const bytes = Buffer.from(text);
    let told = "";
    async function* overtaken() {
      yield bytes.subarray(0, 100_000);
      told = await importing("超车市", text);
      yield bytes.subarray(100_000);
    }
    await importing("超车市", `${HEAD.replace("诉求编号", "编号")}\n`);
    expect(await importing("超车市", overtaken)).toContain("新增 0，更新 0，未变 3000，退回 0");
    expect(told).toContain("新增 3000，更新 0，未变 0，退回 0");
  });

  it("更换密钥以后再导入同一文件，行行未变；从此旧密钥不在手里也认得", async () => {
    const platform = "换钥市";
    const text = `${HEAD}\n${line(1)}\n${line(2)}\n`;
    await importing(platform, text);
    const before = { ...db.keys };
    Object.assign(db.keys, withNewKey(before));
    expect(await importing(platform, text)).toContain("新增 0，更新 0，未变 2，退回 0");
    Object.assign(db.keys, { keys: db.keys.keys.filter(({ id }) => id === db.keys.current) });
    expect(await importing(platform, text)).toContain("新增 0，更新 0，未变 2，退回 0");
    expect(await importing(platform, `${HEAD}\n${line(1, "改了")}\n${line(2)}\n`)).toContain("更新 1，未变 1");
    Object.assign(db.keys, before);
  });

  it("一批用到前一批的行，与一批里的结果相同：并单、同一接听日；退回的行仍按文件顺序", async () => {
    const head = `${HEAD},并入诉求编号,领导接听日,接听日单位`;
    const lines = Array.from({ length: 4500 }, (_, at) => `${line(at)},,2022-11-03,城管局`);
    const merges = (at: number, into: number) => `${line(at).replace("在线办结", "并单")},A${into},2022-11-03,城管局`;
    for (const [at, into] of [
      [2100, 1900],
      [2101, 99_999],
      [4100, 3900],
    ] as const)
      lines[at] = merges(at, into);
    lines[1500] = lines[1500]!.replace("市容环境", "没有的小类");
    lines[4300] = lines[4300]!.replace("市容环境", "没有的小类");
    const io = memoryIo({ f: `${head}\n${lines.join("\n")}\n` });
    await runCommand(imports, "import requests", { file: "f", options: { platform: "并单市" } }, { db, io, now });
    expect(io.printed.out).toContain("共 4500 行，新增 4497，更新 0，未变 0，退回 3");
    const told = [
      ...io.files
        .get("f.rejects.csv")!
        .toString()
        .matchAll(/^(\d+),/gm),
    ].map(([, at]) => Number(at));
    expect(told).toEqual([1502, 2103, 4302]);
    const merged = await db.query<{ number: string; target: string }>(
      `select one.number, target.number as target from service_request one
       join service_request target on target.platform = one.platform and target.id = one.merged_into
       join platform on platform.platform = one.platform where platform.name = '并单市' order by 1`,
    );
    expect(merged).toEqual([
      { number: "A2100", target: "A1900" },
      { number: "A4100", target: "A3900" },
    ]);
    const days = await db.query("select from leader_day join platform using (platform) where name = '并单市'");
    expect(days).toHaveLength(1);
  });

  it("试运行：并入的诉求在后一批才出现，与导入一样退回", async () => {
    const lines = Array.from({ length: 4000 }, (_, at) => `${line(at)},`);
    lines[100] = `${line(100).replace("在线办结", "并单")},A3900`;
    const io = memoryIo({ f: `${HEAD},并入诉求编号\n${lines.join("\n")}\n` });
    const options = { platform: "试运行市", "dry-run": true as const };
    await runCommand(imports, "import requests", { file: "f", options }, { db, io, now });
    expect(io.printed.out).toContain("共 4000 行，新增 3999，更新 0，未变 0，退回 1");
    expect(io.printed.err).toContain("第 102 行：“并入诉求编号”列，“A3900”尚未导入");
  });

  it("把一个文件切成任意几段、任意重复地导入，结果与导入一次相同", async () => {
    let round = 0;
    const pieces = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 20 })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        round += 1;
        const platform = `丙市${round}`;
        const lines = Array.from({ length: 20 }, (_, at) => line(at));
        for (const [from, length] of parts)
          await importing(platform, `${HEAD}\n${lines.slice(from, from + length).join("\n")}\n`);
        await importing(platform, `${HEAD}\n${lines.join("\n")}\n`);
        const [made] = await db.kysely.selectFrom("platform").select("platform").where("name", "=", platform).execute();
        expect(await eventCount(made!.platform)).toBe(20);
      }),
      { numRuns: 8 },
    );
  });
}, importBooks);
