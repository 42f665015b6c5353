import { expect, it } from "vitest";
import { imports } from "../../src/main/command/import.ts";
import { createPlatform } from "../../src/store/platform.ts";
import { record } from "../../src/store/record.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { importBooks } from "../world/importRules.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { runCommand } from "../world/runCommand.ts";

const now = Date.parse("2022-12-01T00:00:00Z");

eachDatabase((_, open) => {
  it("再导入的县级月报不写准确度：数没有变的，这里评定的还作数；数变了的要重新评定；提过的异议都在，写明又报过", async () => {
    const db = await open();
    const platform = { platform: "甲市", name: "甲市", level: "city", zone: "Asia/Shanghai", origin: "live" } as const;
    await createPlatform(db, { ...platform, books: ["national", "default"] }, migratedAt);
    const imported = async (answered: number, delivered = "2022-11-03 09:00") => {
      const io = memoryIo({ f: `县级平台,月份,上报时间,接听来电,接通来电\n东县,2022-10,${delivered},400,${answered}` });
      await runCommand(imports, "import county", { file: "f", options: { platform: "甲市" } }, { db, io, now });
    };
    await imported(390);
    const [month] = await db.query<{ id: string }>("select id from county_month");
    const text = "01840000-0000-7000-8000-00000000e001";
    const reason = "01840000-0000-7000-8000-00000000e002";
    const of = { subject: "countyMonth" as const, id: month!.id, at: now, by: "office:1" };
    const events = [
      { ...of, version: 2, kind: "dataObjectionRaised" as const, data: { no: 1, finding: null, text } },
      { ...of, version: 3, kind: "accuracyJudged" as const, data: { points: 2500, text: reason } },
    ];
    const texts = [text, reason].map((one) => ({ id: one, text: "请核对。" }));
    await record(db, "甲市", { events, contacts: [], texts }, now);
    const standing = async () =>
      (await db.query("select version, answered, accuracy, objections, verdict from county_month"))[0];
    await imported(390, "2022-11-04 09:00");
    expect(await standing()).toMatchObject({ version: 4, answered: 390, accuracy: 2500, verdict: { text: reason } });
    await imported(380, "2022-11-04 09:00");
    const row = await standing();
    expect(row).toMatchObject({ version: 5, answered: 380, accuracy: null, verdict: { text: reason } });
    expect(row).toMatchObject({ objections: [{ no: 1, correctedAt: now, settlement: null }] });
  });
}, importBooks);
