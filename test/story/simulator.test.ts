import { afterEach, beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { callbacks } from "../../src/jobs/callbacks.ts";
import { calls } from "../../src/jobs/calls.ts";
import { messages } from "../../src/jobs/messages.ts";
import { findContactsByPhone } from "../../src/store/contact.ts";
import { type BackOffice, backOffice } from "../world/backOffice.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, MONDAY, openHotline } from "../world/hotline.ts";
import { openLive } from "../world/liveClient.ts";
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
  afterEach(async () => {
    await hotline.app.close();
    expect([hotline.faults, back.failures]).toEqual([[], []]);
  });

  const script = { seed: 7, caller: "19900001111", menuSeconds: 5, patienceSeconds: 30, talkSeconds: 120 };
  const start = async (given: object = script) => (await story.people.agent!.post("/simulator/calls", given)).body;
  const after = async (seconds: number) => {
    hotline.at(MONDAY + seconds * 1000);
    await back.run(calls);
  };
  const ongoing = async () => (await story.people.supervisor!.get("/ongoing-calls")).body.rows;
  const press = async (what: string, id: string, who = "agent") => story.people[who]!.post(`/calls/${id}/${what}`);

  it("来电、排队、振铃、接听、挂断：每一步都看得到，结束后记入来电", async () => {
    const { id, step } = await start();
    expect(step).toBe("offered");
    await after(4);
    expect((await ongoing())[0]).toMatchObject({ id, step: "offered", phone: null });
    await after(5);
    expect((await ongoing())[0]).toMatchObject({ id, step: "ringing", stepName: "振铃" });
    hotline.at(MONDAY + 12_000);
    const answered = await press("answer", id);
    expect(answered.body).toMatchObject({ step: "answered", phone: "19900001111", agent: "demo-agent" });
    expect((await ongoing())[0].phone).toBe(null);
    hotline.at(MONDAY + 60_000);
    expect((await press("end", id)).body).toMatchObject({ step: "ended", phone: null });
    expect(await ongoing()).toEqual([]);
    expect((await story.people.agent!.get(`/calls/${id}`)).body).toMatchObject({
      offeredAt: "2022-10-10T01:00:00.000Z",
      queuedAt: "2022-10-10T01:00:05.000Z",
      answeredAt: "2022-10-10T01:00:12.000Z",
      endedAt: "2022-10-10T01:01:00.000Z",
      agent: "demo-agent",
      owesCallback: false,
    });
    const [contact] = await findContactsByPhone(hotline.db, hotline.platform.platform, "199 0000 1111");
    const [row] = await hotline.db.query<{ contact: string }>("select contact from call");
    expect(row!.contact).toBe(contact!.id);
  });

  it("话务员挂断后按键评价：评的是这次通话；自己挂断的、不按键的没有评价", async () => {
    const rated = async (given: object, hangsUp: boolean) => {
      hotline.at(MONDAY);
      const { id } = await start({ ...script, ...given });
      hotline.at(MONDAY + 12_000);
      await press("answer", id);
      if (hangsUp) await press("end", id);
      await after(300);
      const { rating, version } = (await story.people.agent!.get(`/calls/${id}`)).body;
      return [rating, version];
    };
    expect(await rated({ rates: "dissatisfied" }, true)).toEqual(["dissatisfied", 2]);
    expect(await rated({ rates: "satisfied" }, false)).toEqual([null, 1]);
    expect(await rated({ rates: null }, true)).toEqual([null, 1]);
    const [event] = await hotline.db.query("select by, data from event where kind = 'callRated'");
    expect(event).toEqual({ by: "citizen", data: { rating: "dissatisfied" } });
  });

  it("没人接：到他不肯等的那一刻记为未接，前台收到回拨通知", async () => {
    const { id } = await start();
    await after(300);
    const { body } = await story.people.agent!.get(`/calls/${id}`);
    expect(body).toMatchObject({
      answeredAt: null,
      agent: null,
      endedAt: "2022-10-10T01:00:35.000Z",
      owesCallback: true,
    });
    await back.run(callbacks);
    expect((await story.people.agent!.get("/notices")).body.rows[0]).toMatchObject({ subject: "call", subjectId: id });
  });

  it("晚了一步：他已挂断，接不到；还没振铃，也接不了；别的角色不接电话", async () => {
    const first = (await start()).id;
    expect((await press("answer", first)).body.code).toBe("notRinging");
    expect((await press("answer", first, "dispatcher")).status).toBe(403);
    hotline.at(MONDAY + 36_000);
    expect((await press("answer", first)).body.code).toBe("notRinging");
    await back.run(calls);
    expect((await press("answer", first)).body.code).toBe("notFound");
    const second = (await start({ ...script, agent: "demo-other" })).id;
    await after(45);
    expect((await press("answer", second)).body.code).toBe("otherAgent");
  });

  it("两个话务员同时接：一人接到，一人得知已被接走", async () => {
    const { id } = await start();
    await after(6);
    const both = await Promise.all([press("answer", id), press("answer", id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("铃响在话务员的屏幕上，不在承办单位的；说完自己挂断也看得到", async () => {
    const url = await hotline.app.listen({ host: "127.0.0.1", port: 0 });
    const tokenOf = async (given: object) =>
      (await hotline.nobody.post("/session/demonstration", { ...given, bearer: true })).body.token;
    const screen = async (given: object) =>
      openLive(`${url}/api/v1/live`, { authorization: `Bearer ${await tokenOf(given)}` });
    const [agent, unit] = [await screen({ role: "agent" }), await screen({ role: "liaison", unit: "housing" })];
    const { id } = await start();
    await after(5);
    const ringing = await agent.until(({ event }) => event === "call");
    expect(ringing).toMatchObject({ id: null, data: { id, step: "ringing", agent: null } });
    await press("answer", id);
    await after(126);
    await agent.until(({ data }) => data.kind === "callEnded");
    expect(agent.events.filter(({ event }) => event === "call").map(({ data }) => data.step)).toEqual([
      "ringing",
      "answered",
      "ended",
    ]);
    expect(unit.events).toEqual([]);
    agent.leave();
    unit.leave();
  });

  it("同一个种子、同一个时刻，同一个来电；重启不丢进行中的", async () => {
    const [one, two] = [await start({ seed: 42 }), await start({ seed: 42 })];
    const scripts = await hotline.db.query<{ script: unknown }>("select script from ongoing_call");
    expect(scripts[0]).toEqual(scripts[1]);
    expect(JSON.stringify(scripts)).not.toContain("199");
    await after(1000);
    const [first, second] = await Promise.all(
      [one, two].map(async ({ id }) => (await story.people.agent!.get(`/calls/${id}`)).body),
    );
    expect({ ...first, id: 0 }).toEqual({ ...second, id: 0 });
  });

  it("模拟的诉求从网上来，等着派；重发不再来一次，同一个种子同样的话", async () => {
    const write = (body: object, key: string) =>
      story.people.dispatcher!.post("/simulator/requests", body, { "idempotency-key": key });
    expect(await write({ count: 3, seed: 7 }, "a")).toMatchObject({ status: 200, body: { made: 3 } });
    await write({ count: 3, seed: 7 }, "a");
    await write({ count: 1, seed: 7 }, "b");
    const { rows } = (await story.people.dispatcher!.get("/requests?outcome=pending")).body;
    expect(rows).toHaveLength(4);
    const texts = await Promise.all(
      rows.map(async ({ id }: { id: string }) => (await story.people.dispatcher!.get(`/requests/${id}`)).body.text),
    );
    expect(new Set(texts).size).toBe(3);
    expect(new Set(rows.map(({ channel }: { channel: string }) => channel))).toEqual(new Set(["web"]));
    expect(await write({ count: 21 }, "c")).toMatchObject({ status: 400 });
    expect((await story.people.agent!.post("/simulator/requests", { count: 1 })).status).toBe(403);
  });

  it("不是演示环境：没有模拟器，也看不到模拟短信", async () => {
    Object.assign(hotline.of.desk, { demonstration: false });
    expect(await start()).toMatchObject({ status: 409, code: "notDemonstration" });
    expect((await story.people.agent!.get("/simulator/messages")).body.code).toBe("notDemonstration");
    expect((await story.people.dispatcher!.post("/simulator/requests", { count: 1 })).body.code).toBe(
      "notDemonstration",
    );
    expect(await ongoing()).toEqual([]);
  });

  it("模拟短信一页一页看得完，号码中间几位隐去", async () => {
    for (const unit of ["housing", "west", "bus"]) await story.dispatched(unit);
    await back.run(messages);
    const seen: string[] = [];
    for (let next = ""; next !== null; ) {
      const { body } = await story.people.agent!.get(`/simulator/messages?limit=2${next && `&cursor=${next}`}`);
      seen.push(...body.rows.map(({ to }: { to: string }) => to));
      next = body.next;
    }
    expect(seen).toEqual(["138****1234", "138****1234", "138****1234"]);
  });
}, books);
