import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { smsFailures } from "../../src/domain/notice/sms.ts";
import { messages } from "../../src/jobs/messages.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { archived, restored } from "../world/archives.ts";
import { backOffice, followUpBySms } from "../world/backOffice.ts";
import { eachDatabase, emptyDatabases } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

const empties = emptyDatabases();

/** 恢复以后的短信: what waited in the backup may have gone out since. */
eachDatabase((name, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
    await followUpBySms(hotline);
    const order = await story.dispatched("housing");
    await story.handled("housing", order);
  });

  const statuses = async (db = hotline.db) =>
    (await db.query<{ status: string }>("select distinct status from sms")).map(({ status }) => status);
  /** as if this platform had just been restored */
  const held = () => hotline.db.query("update sms set status = 'held'");
  const settle = (who: string, noun: string) =>
    story.people[who]!.post(`/held-messages/${noun}`, { reason: "核对过网关的记录" });

  it("备份时还没发出的，恢复以后扣住，一条也不发", async () => {
    expect(await statuses()).toEqual(["waiting"]);
    const other = await empties.get(name)!();
    await restored(other, await archived(hotline.db), { books });
    expect(await statuses(other)).toEqual(["held"]);
    expect(await statuses()).toEqual(["waiting"]);
  });

  it("管理员看得到扣住的，放行以后才发出去，理由留在访问日志里；别的角色不能", async () => {
    await held();
    const back = backOffice(hotline);
    await back.run(messages);
    expect(await back.received()).toEqual([]);
    const { rows, total } = (await story.people.administrator!.get("/held-messages")).body;
    expect([rows.length > 0, String(rows.length)]).toEqual([true, total]);
    expect(JSON.stringify(rows)).not.toContain("1380000");
    for (const who of ["office", "dispatcher", "housing"])
      expect((await settle(who, "release")).body.code).toBe("otherRole");
    expect((await settle("administrator", "release")).body).toEqual({ messages: rows.length });
    await back.run(messages);
    expect(await back.received()).toHaveLength(rows.length);
    const [log] = (await story.people.office!.get("/access-log?operation=releaseHeldMessages")).body.rows;
    expect(log).toMatchObject({ number: "demo-administrator", reason: "核对过网关的记录" });
  });

  it("每一种没有送到的原因，回访经过都说得出来；恢复以后作废的也是", async () => {
    const back = backOffice(hotline);
    await back.run(sweep);
    await held();
    await settle("administrator", "dropping");
    const [{ id }] = (await story.people.followUp!.get("/orders?followUp=later")).body.rows;
    const reasons = async () => (await story.people.followUp!.get(`/orders/${id}/follow-up`)).body.messages;
    expect(await reasons()).toMatchObject([{ status: "failed", reason: "dropped" }]);
    for (const reason of Object.keys(smsFailures)) {
      await hotline.db.query("update sms set reason = $1", [reason]);
      expect(await reasons()).toMatchObject([{ status: "failed", reason }]);
    }
    expect(hotline.faults).toEqual([]);
  });

  it("作废的再也不发；已经没有扣住的，放行也不发什么", async () => {
    await held();
    expect((await settle("administrator", "dropping")).body.messages).toBeGreaterThan(0);
    expect((await settle("administrator", "release")).body).toEqual({ messages: 0 });
    const back = backOffice(hotline);
    await back.run(messages);
    expect(await back.received()).toEqual([]);
    expect(await statuses()).toEqual(["failed"]);
    expect(hotline.faults).toEqual([]);
  });
}, books);
