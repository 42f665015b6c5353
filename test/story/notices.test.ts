import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { messages } from "../../src/jobs/messages.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { readAs } from "../../src/store/access/door.ts";
import { backOffice, followUpBySms } from "../world/backOffice.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { matter, Story } from "../world/matter.ts";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  const notices = async (who: string, query = "") => (await story.people[who]!.get(`/notices${query}`)).body;
  const sentences = async (who: string) =>
    (await notices(who)).rows.map(({ sentence }: { sentence: string }) => sentence.replace(/\d{6,}/, "N"));

  it("派发告诉主办和协办单位，退单告诉派单员，驳回告诉单位；别的单位听不到", async () => {
    const order = await story.dispatched("housing", { assisting: ["streets"] });
    await story.say("housing", order, "acknowledgement");
    await story.say("housing", order, "return-request", { reason: "不归本单位", text: "不归本单位管。" });
    await story.say("dispatcher", order, "return-rejection", { text: "职能在贵单位。" });
    expect(await sentences("housing")).toEqual(
      expect.arrayContaining([
        "工单 N 已派给本单位主办，请签收。",
        "工单 N 的退单已驳回，请继续办理；办理期限没有停过。",
      ]),
    );
    expect(await sentences("streets")).toEqual(["工单 N 已派给本单位协办，请签收。"]);
    expect(await sentences("dispatcher")).toEqual(["工单 N 申请退单，请裁定。"]);
    expect(await sentences("west")).toEqual([]);
    expect(hotline.faults).toEqual([]);
  });

  it("被拒绝的操作不留下通知，也不留下短信", async () => {
    const order = await story.dispatched("housing");
    const before = await hotline.db.query("select count(*) from notice");
    const refused = await story.tries("housing", order, "resolution", {
      solved: true,
      publicText: "好了。",
      internalText: null,
    });
    expect(refused.status).toBe(409);
    expect(await hotline.db.query("select count(*) from notice")).toEqual(before);
  });

  it("未读的在前，新的在前，一页一页翻完不重不漏；读过的记下谁先读的", async () => {
    for (let minute = 0; minute < 7; minute += 1) {
      hotline.at(`2022-10-10T09:0${minute}:00+08:00`);
      await story.dispatched("housing");
    }
    const all = await notices("housing", "?limit=100");
    expect([all.rows.length, all.unread, all.next]).toEqual([7, "7", null]);
    const [newest, second] = all.rows;
    const read = await story.people.housing!.post(`/notices/${newest.id}/read`);
    expect(read.body).toMatchObject({ id: newest.id, readBy: expect.any(String) });
    hotline.at("2022-10-10T10:00:00+08:00");
    expect((await story.people.housing!.post(`/notices/${newest.id}/read`)).body.readAt).toBe(read.body.readAt);
    const seen: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const page: { rows: { id: string }[]; next: string | null; unread: string } = await notices(
        "housing",
        `?limit=2${next && `&cursor=${next}`}`,
      );
      expect(page.unread).toBe("6");
      seen.push(...page.rows.map(({ id }) => id));
      next = page.next;
    }
    expect(seen.length).toBe(7);
    expect(new Set(seen).size).toBe(7);
    expect([seen[0], seen[6]]).toEqual([second.id, newest.id]);
  });

  it("读不到、也标不了别人的通知；不登录什么也看不到", async () => {
    await story.dispatched("housing");
    const [{ id }] = (await notices("housing")).rows;
    for (const who of ["west", "dispatcher", "administrator"])
      expect((await story.people[who]!.post(`/notices/${id}/read`)).body.code).toBe("notFound");
    expect((await hotline.nobody.get("/notices")).status).toBe(401);
    const west = { platform: hotline.platform.platform, units: ["west"] };
    expect(await readAs(hotline.db, west, (db) => db.query("select * from notice"))).toEqual([]);
    for (const table of ["sms", "survey", "simulated_sms", "ongoing_call", "order_clock"])
      await expect(readAs(hotline.db, west, (db) => db.query(`select * from ${table}`))).rejects.toThrow(/permission/);
  });

  it("并单：重复反映的人也有答复，各一条；同一个人打两次只答一次；请评价的只是先反映的人", async () => {
    await followUpBySms(hotline);
    const order = await story.dispatched("housing");
    const { request } = (await story.read("dispatcher", order)).body;
    for (const phone of ["13900005678", "138 0000 1234"]) {
      const again = await story.accepted({ ...matter, contact: { ...matter.contact, phone } });
      await story.change("agent", `/requests/${again}`, "merge", { into: request });
    }
    await story.handled("housing", order);
    const back = backOffice(hotline);
    await back.run(sweep, messages);
    // each is told the number under which he can look up what he himself reported
    const numbers = (await story.people.agent!.get("/requests")).body.rows.map(
      ({ number }: { number: string }) => number,
    );
    for (const { text } of await back.received()) expect(numbers).toContain(/\d{10,}/.exec(text)?.[0]);
    const received = (await back.received()).map(
      ({ to, text }) => `${to} ${text.replace(/\d{10,}/, "N").split(" ")[0]}`,
    );
    expect(received.sort()).toEqual(
      [
        "138****1234 【云岭市】您的诉求已转有关单位办理，编号",
        "138****1234 【云岭市】您的诉求（编号",
        "139****5678 【云岭市】您反映的事项（编号",
      ].sort(),
    );
    expect(back.failures).toEqual([]);
  });

  it("翻页位置是乱写的：拒绝，不出错", async () => {
    for (const cursor of ["x", "u", "u!!!", "r".repeat(400)])
      expect((await story.people.housing!.get(`/notices?cursor=${cursor}`)).status).toBe(400);
    expect(hotline.faults).toEqual([]);
  });
}, books);
