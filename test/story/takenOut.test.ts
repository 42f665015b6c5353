import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { exports } from "../../src/main/command/export.ts";
import { addContacts, findContactsByPhone } from "../../src/store/contact.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { matter, Story } from "../world/matter.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { runCommand } from "../world/runCommand.ts";

/** 查来电人和导出: who asked for what, when, and how much came of it. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  const logged = async (operation: string) =>
    (await story.people.office!.get(`/access-log?operation=${encodeURIComponent(operation)}`)).body.rows.reverse();
  const call = (who: string) => story.people[who]!.get("/callers?phone=138-0000-1234");

  it("按电话查来电人：记下谁、何时、查的哪个号码（遮去中间）、查到几件；没查到的也记", async () => {
    await story.accepted(matter);
    await story.accepted(matter);
    expect((await call("agent")).body.requests).toHaveLength(2);
    await story.people.dispatcher!.get("/callers?phone=13999990000");
    const [found, nobody] = await logged("readCaller");
    expect(found).toMatchObject({
      ...{ number: "demo-agent", role: "agent", filter: "电话 138****1234", found: 2, subjectKind: "contact" },
      at: new Date(hotline.now()).toISOString(),
    });
    expect(nobody).toMatchObject({ number: "demo-dispatcher", filter: "电话 139****0000", found: 0, subjectId: null });
    expect(JSON.stringify([found, nobody])).not.toContain("0000-1234");
    expect(hotline.faults).toEqual([]);
  });

  it("一个账号一分钟最多查三十次，不连累别人；过了一分钟又可以", async () => {
    for (let time = 0; time < 30; time += 1) expect((await call("agent")).status).toBe(200);
    expect((await call("agent")).body.code).toBe("tooMany");
    expect((await call("dispatcher")).status).toBe(200);
    hotline.at(hotline.now() + 60_000);
    expect((await call("agent")).status).toBe(200);
    expect(await logged("readCaller")).toHaveLength(20);
  });

  it("天天打来的人，只取最近的五十条，早的在前", async () => {
    const { platform } = hotline.platform;
    const contacts = Array.from({ length: 60 }, (_one, at) => ({
      id: `01840000-0000-7000-8000-${String(at).padStart(12, "0")}`,
      ...{ name: `张${at}`, phone: "13700000000", address: null, identityNumber: null },
    }));
    await addContacts(hotline.db, platform, contacts);
    const found = await findContactsByPhone(hotline.db, platform, "13700000000");
    expect(found.map(({ name }) => name)).toEqual(contacts.slice(10).map(({ name }) => name));
  });

  it("导出清单：先记下要导出什么，导完记下多少行；检索的文字只记几个字", async () => {
    for (let time = 0; time < 3; time += 1) await story.dispatched("housing");
    const query = `?q=${encodeURIComponent("欧阳测试13800001234")}&urgent=false`;
    await story.people.analyst!.get(`/exports/requests.csv${query}`);
    await story.people.analyst!.get("/exports/requests.csv");
    await story.people.housing!.get("/exports/orders.xlsx");
    expect(await logged("exportRequests")).toMatchObject([
      { number: "demo-analyst", filter: "csv urgent=false q=15字", found: null },
      { filter: "csv urgent=false q=15字", found: 0 },
      { filter: "csv", found: null },
      { filter: "csv", found: 3 },
    ]);
    expect(await logged("exportOrders")).toMatchObject([
      { number: "demo-housing", role: "liaison", filter: "xlsx", found: null },
      { filter: "xlsx", found: 3 },
    ]);
  });

  it("命令行导出也记；连同个人信息的要说明理由，文件只有属主能读", async () => {
    await story.accepted(matter);
    const readers: unknown[] = [];
    const run = (options: Record<string, string | true>) => {
      const io = memoryIo();
      const write: typeof io.write = async (path, content, who) => {
        readers.push(who);
        return io.write(path, content);
      };
      const given = { options: { month: "2022-10", out: "诉求.csv", ...options } };
      return runCommand(exports, "export requests", given, {
        db: hotline.db,
        io: { ...io, write },
        now: hotline.now(),
      });
    };
    await run({});
    await expect(run({ personal: true })).rejects.toMatchObject({ refused: { refused: "reasonMissing" } });
    await run({ personal: true, reason: "移交新的平台" });
    expect(readers).toEqual(["others", "owner"]);
    expect(await logged("export requests")).toMatchObject([
      { address: "命令行", filter: "month=2022-10", reason: null, found: null },
      { filter: "month=2022-10", found: 1 },
      { filter: "month=2022-10 personal=true", reason: "移交新的平台", found: null },
      { filter: "month=2022-10 personal=true", reason: "移交新的平台", found: 1 },
    ]);
  });
}, books);
