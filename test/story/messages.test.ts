import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import type { SmsGateway } from "../../src/domain/notice/sms.ts";
import { messages } from "../../src/jobs/messages.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import type { Job } from "../../src/jobs/worker.ts";
import { claimMessages } from "../../src/store/notice/outbox.ts";
import { type BackOffice, backOffice, followUpBySms } from "../world/backOffice.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;
  let back: BackOffice;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
    back = backOffice(hotline);
  });

  const count = async (table: string, where = "true") =>
    (await hotline.db.query<{ n: number }>(`select count(*)::integer as n from ${table} where ${where}`))[0]!.n;

  it("短信交给网关后死掉：再来一次，网关认得编号，手机只响一次", async () => {
    await followUpBySms(hotline);
    await story.handled("housing", await story.dispatched("housing"));
    await back.run(sweep);
    const { gateway } = back.worker;
    const dying: SmsGateway = {
      send: async (sms, at) => {
        await gateway!.send(sms, at);
        throw new Error("断电");
      },
    };
    for (const _ of [1, 2]) {
      const died = messages.run({ ...back.worker, gateway: dying }, new AbortController().signal);
      await expect(died).rejects.toThrow("断电");
    }
    expect(await count("sms", "status = 'waiting' and attempts = 1")).toBe(2);
    hotline.at("2022-10-10T09:01:00+08:00");
    await back.run(messages, messages);
    expect(await count("sms", "status = 'waiting'")).toBe(0);
    const received = await back.received();
    expect(new Set(received.map(({ text }) => text)).size).toBe(received.length);
    expect(await count("sms", "status = 'sent'")).toBe(received.length);
  });

  it("网关不通：越等越久，次数用完记发不出；没有号码的不发", async () => {
    await story.dispatched("housing");
    await story.dispatched("housing", {}, { contact: { name: "王测试", phone: null, address: null } });
    const down = backOffice(hotline, { send: () => Promise.reject(new Error("网关不通")) });
    const start = hotline.now();
    for (let minutes = 0; minutes <= 300; minutes += 1) {
      hotline.at(start + minutes * 60_000);
      await down.run(messages).catch(() => {});
    }
    const rows = await hotline.db.query("select status, reason, attempts from sms order by reason desc");
    expect(rows).toEqual([
      { status: "failed", reason: "unreachable", attempts: 8 },
      { status: "failed", reason: "noNumber", attempts: 1 },
    ]);
  });

  it("网关不通时排在后面的不算试过；通了以后各发一条", async () => {
    for (let n = 0; n < 3; n += 1) await story.dispatched("housing");
    const down = backOffice(hotline, { send: () => Promise.reject(new Error("网关不通")) });
    await down.run(messages).catch(() => {});
    const attempts = await hotline.db.query<{ attempts: number }>("select attempts from sms order by attempts desc");
    expect(attempts.map((row) => row.attempts)).toEqual([1, 0, 0]);
    hotline.at(hotline.now() + 60_000);
    await back.run(messages);
    expect(await count("simulated_sms")).toBe(3);
    expect(await count("sms", "status = 'sent' and sent_at is not null and reason is null")).toBe(3);
  });

  it("一个人的号码打不开：别人的照发；它越等越久，密钥回来了就发，次数用完记打不开", async () => {
    for (let n = 0; n < 4; n += 1) await story.dispatched("housing");
    const [first, second] = await hotline.db.query<{ id: string; contact: string }>("select * from sms order by id");
    const setKey = (contact: string, key: string) =>
      hotline.db.query("update contact set key_id = $2 where id = $1", [contact, key]);
    await setKey(first!.contact, "lost");
    await setKey(second!.contact, "lost");
    await back.run(messages);
    expect(await count("sms", "status = 'sent'")).toBe(2);
    expect(await count("sms", "status = 'waiting' and attempts = 1")).toBe(2);
    expect(back.failures).toHaveLength(2);
    await setKey(second!.contact, hotline.db.keys.current);
    const start = hotline.now();
    for (let minutes = 1; minutes <= 300; minutes += 1) {
      hotline.at(start + minutes * 60_000);
      await back.run(messages);
    }
    expect(await count("sms", "status = 'sent'")).toBe(3);
    const left = await hotline.db.query("select id, status, reason, attempts from sms where status <> 'sent'");
    expect(left).toEqual([{ id: first!.id, status: "failed", reason: "sealed", attempts: 8 }]);
  });

  it("说停就停：手头的一条发完，发出的都记下，没轮到的不算试过；发的当中也几条一记", async () => {
    for (let n = 0; n < 8; n += 1) await story.dispatched("housing");
    const stopping = new AbortController();
    let [sent, noted] = [0, 0];
    const gateway: SmsGateway = {
      send: async () => {
        sent += 1;
        if (sent === 7) {
          noted = await count("sms", "status = 'sent'");
          stopping.abort();
        }
        return "accepted";
      },
    };
    await messages.run({ ...back.worker, gateway }, stopping.signal);
    expect([sent, noted]).toEqual([7, 5]);
    expect(await count("sms", "status = 'sent'")).toBe(7);
    expect(await count("sms", "status = 'waiting' and attempts = 0")).toBe(1);
  });

  it("网关慢得别人又认领了一遍：慢的一方放回、记失败都不算，发出去的算", async () => {
    for (let n = 0; n < 3; n += 1) await story.dispatched("housing");
    const { platform } = hotline.platform;
    const outcomes = ["accepted", "refused"] as const;
    let sent = 0;
    const gateway: SmsGateway = {
      send: async () => {
        const outcome = outcomes[sent];
        if (sent === 0) {
          hotline.at(hotline.now() + 61_000);
          expect(await claimMessages(hotline.db, platform, hotline.now(), 20)).toHaveLength(3);
        }
        sent += 1;
        if (!outcome) throw new Error("网关不通");
        return outcome;
      },
    };
    await messages.run({ ...back.worker, gateway }, new AbortController().signal).catch(() => {});
    const rows = await hotline.db.query("select status, attempts from sms order by status, attempts");
    expect(rows).toEqual([
      { status: "sent", attempts: 2 },
      { status: "waiting", attempts: 2 },
      { status: "waiting", attempts: 2 },
    ]);
  });

  const without = { run: (job: Job) => job.run({ ...back.worker, gateway: null }, new AbortController().signal) };

  it("没有配置网关：短信等三天，一条不丢；再没人发就过了时候，以后有了网关也不发", async () => {
    await story.dispatched("housing");
    const start = hotline.now();
    await without.run(messages);
    hotline.at(start + 72 * 3_600_000 - 1);
    await without.run(messages);
    expect(await count("sms", "status = 'waiting' and attempts = 0")).toBe(1);
    hotline.at(start + 72 * 3_600_000);
    await without.run(messages);
    expect(await count("sms", "status = 'failed' and reason = 'expired'")).toBe(1);
    await back.run(messages);
    expect(await back.received()).toEqual([]);
  });

  it("没有配置网关：短信回访不算试过，过了窗口也不记未评价；回访台说打电话，人来登记", async () => {
    await followUpBySms(hotline);
    const order = await story.dispatched("housing");
    await story.handled("housing", order);
    await without.run(sweep);
    hotline.at("2022-10-20T09:00:00+08:00");
    await without.run(sweep);
    expect(await count("event", "kind in ('followUpAttempted', 'followUpConcluded')")).toBe(0);
    hotline.of.desk.gateway = null;
    expect((await story.people.followUp!.get(`/orders/${order}/follow-up`)).body).toMatchObject({
      mode: "phone",
      attempts: [],
    });
    expect((await hotline.nobody.get("/citizen/form")).body.sms).toBe(false);
    await story.rated(order);
    await without.run(sweep);
    expect((await story.read("dispatcher", order)).body).toMatchObject({ stage: "closed", rating: "satisfied" });
  });

  it("评价短信没有真发出去：过了窗口也不记未评价，留给人；发出去的照旧", async () => {
    await followUpBySms(hotline);
    const orders = [];
    for (const phone of ["13800001234", "0731-22223333", null]) {
      const order = await story.dispatched("housing", {}, { contact: { name: "王测试", phone, address: null } });
      await story.handled("housing", order);
      orders.push(order);
    }
    await back.run(sweep, messages);
    hotline.at(hotline.now() + 48 * 3_600_000);
    await back.run(sweep);
    const ratings = [];
    for (const order of orders) ratings.push((await story.read("dispatcher", order)).body.rating);
    expect(ratings).toEqual(["noResponse", null, null]);
  });
}, books);
