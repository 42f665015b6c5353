import { afterEach, beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { watching } from "../../src/api/live/hub.ts";
import type { Role } from "../../src/domain/access/role.ts";
import { callbacks } from "../../src/jobs/callbacks.ts";
import { changesAfter } from "../../src/store/live/changes.ts";
import { record } from "../../src/store/record.ts";
import { backOffice } from "../world/backOffice.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { ledger } from "../world/ledger.ts";
import { type LiveClient, type LiveEvent, openLive } from "../world/liveClient.ts";
import { Story } from "../world/matter.ts";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;
  let url: string;
  let clients: LiveClient[];

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
    url = await hotline.app.listen({ host: "127.0.0.1", port: 0 });
    clients = [];
  });

  afterEach(async () => {
    await hotline.app.close();
    for (const one of clients) await one.ended;
    expect(hotline.faults).toEqual([]);
  });

  const tokenOf = async (role: Role, unit?: string): Promise<string> =>
    (await hotline.nobody.post("/session/demonstration", { role, unit, bearer: true })).body.token;
  const watch = async (token: string, after?: string | null) => {
    const headers = { authorization: `Bearer ${token}`, ...(after ? { "last-event-id": after } : {}) };
    const client = await openLive(`${url}/api/v1/live`, headers);
    clients.push(client);
    return client;
  };
  const as = async (role: Role, unit?: string) => watch(await tokenOf(role, unit));
  const kind = (name: string) => (one: LiveEvent) => one.data.kind === name;
  const kinds = ({ events }: LiveClient) => events.flatMap(({ data }) => data.kind ?? []);

  it("没有回拨的来电：通知不随哪个事件而来，前台和督办员的屏幕上也马上有", async () => {
    const [agent, supervisor, housing] = [await as("agent"), await as("supervisor"), await as("liaison", "housing")];
    const missed = ledger();
    const call = missed.call(hotline.now(), { answeredAt: null });
    await record(hotline.db, hotline.platform.platform, missed, hotline.now());
    const back = backOffice(hotline);
    await back.run(callbacks);
    hotline.at("2022-10-12T00:00:00+08:00");
    await back.run(callbacks, callbacks);
    const notices = ({ events }: LiveClient) =>
      events.filter(({ event }) => event === "notice").map(({ data }) => data);
    await supervisor.until(({ event }) => event === "notice");
    await agent.until(({ event }) => event === "notice");
    expect(notices(supervisor)).toMatchObject([{ subject: "call", subjectId: call }]);
    expect(notices(agent)).toMatchObject([{ subject: "call", subjectId: call }]);
    const { rows } = (await story.people.supervisor!.get("/notices")).body;
    expect(rows[0].id).toBe(notices(supervisor)[0].id);
    expect(notices(housing)).toEqual([]);
    // however late the stream comes to the end of the call, it doesn't say it again
    const { db, platform } = hotline;
    const told = async () => {
      const changes = await changesAfter(db, platform.platform, { xact: "0", position: 0 }, 100);
      return changes.filter(({ subject }) => subject === "call");
    };
    // what is settled waits for every open transaction of the server, those of other tests too
    await expect.poll(told, { timeout: 30_000 }).toMatchObject([{ id: call, notices: [] }]);
    expect(back.failures).toEqual([]);
  });

  it("给单位的通知：收件的单位屏幕上马上有，别的单位没有", async () => {
    const [housing, west] = [await as("liaison", "housing"), await as("liaison", "west")];
    const { body } = await story.people.office!.post("/announcements", {
      units: ["housing"],
      text: "今晚停水，请值守。",
    });
    // whatever came to the other unit first would have come before this
    await story.people.office!.post("/announcements", { units: ["west"], text: "下周一开会。" });
    const notice = ({ event }: LiveEvent) => event === "notice";
    expect((await housing.until(notice)).data).toMatchObject({ subject: "announcement", subjectId: body.id });
    expect((await west.until(notice)).data.sentence).toContain("下周一开会");
    const { rows } = (await story.people.housing!.get("/notices")).body;
    expect(rows[0].sentence).toBe(housing.events.find(notice)!.data.sentence);
  });

  it("派发一件：派单员和承办单位马上看到，单位同时收到通知；别的单位什么也收不到", async () => {
    const [desk, housing, west, county] = [
      await as("dispatcher"),
      await as("liaison", "housing"),
      await as("liaison", "west"),
      await as("county"),
    ];
    const order = await story.dispatched("housing");
    const seen = await housing.until(kind("orderDispatched"));
    expect(seen.data).toEqual({
      subject: "order",
      id: order,
      version: 1,
      kind: "orderDispatched",
      at: "2022-10-10T01:00:00.000Z",
    });
    expect(seen.id).toMatch(/^\d+$/);
    const notice = await housing.until(({ event }) => event === "notice");
    expect(notice.data).toMatchObject({
      subject: "order",
      subjectId: order,
      sentence: expect.stringContaining("请签收"),
    });
    await desk.until(kind("orderDispatched"));
    expect(kinds(desk)).toEqual(["requestAccepted", "requestDispatched", "orderDispatched"]);
    await story.dispatched("west");
    await west.until(kind("orderDispatched"));
    expect(west.events.every(({ data }) => ![data.id, data.subjectId].includes(order))).toBe(true);
    expect(county.events).toEqual([]);
  });

  it("移交之后的事，原单位看不到，移交本身看得到；转给下级的，上级和下级都看得到", async () => {
    const order = await story.dispatched("east");
    const [east, street, bus] = [
      await as("liaison", "east"),
      await as("liaison", "east-osmanthus"),
      await as("liaison", "bus"),
    ];
    await story.say("east", order, "hand-on", { unit: "east-osmanthus" });
    await Promise.all([east, street].map((one) => one.until(kind("assignmentHandedOn"))));
    hotline.at("2022-10-10T11:00:00+08:00");
    await story.say("dispatcher", order, "redispatch", { unit: "bus", basis: null, text: null });
    await bus.until(kind("orderDispatched"));
    await east.until(kind("assignmentTakenBack"));
    hotline.at("2022-10-10T12:00:00+08:00");
    await story.say("bus", order, "acknowledgement");
    await bus.until(kind("orderAcknowledged"));
    const other = await story.dispatched("east");
    await east.until(({ data }) => data.id === other);
    expect(kinds(east)).not.toContain("orderAcknowledged");
    expect(kinds(street)).not.toContain("orderAcknowledged");
  });

  it("断线以后凭最后的编号接着收，不漏；离开太久、编号不认得的，叫他重新读", async () => {
    const token = await tokenOf("dispatcher");
    const first = await watch(token);
    const order = await story.dispatched("housing");
    const last = await first.until(kind("orderDispatched"));
    first.leave();
    await first.ended;
    await story.say("housing", order, "acknowledgement");
    await story.say("housing", order, "early-contact", { text: null });
    const again = await watch(token, last.id);
    await again.until(kind("citizenContacted"));
    expect(kinds(again)).toEqual(["orderAcknowledged", "citizenContacted"]);
    const unknown = await watch(token, "999999");
    await unknown.until(({ event }) => event === "reload");
    const many = ledger(5000);
    for (let n = 0; n < 600; n += 1) many.call(hotline.now());
    await record(hotline.db, hotline.platform.platform, many, hotline.now());
    const late = await watch(token, last.id);
    expect(await late.until(() => true)).toMatchObject({ event: "reload", id: null });
    // a bulk load isn't told piece by piece to those who were there either
    await again.until(({ event }) => event === "reload");
    expect(kinds(again)).not.toContain("callEnded");
  });

  it("没有登录的看不到；看的人走了，什么也不留下", async () => {
    expect((await openLive(`${url}/api/v1/live`, {})).status).toBe(401);
    const one = await as("office");
    expect(watching(hotline.platform)).toBe(1);
    one.leave();
    await one.ended;
    const other = await as("office");
    await story.dispatched("housing");
    await other.until(kind("orderDispatched"));
    expect(watching(hotline.platform)).toBe(1);
  });

  it("二百二十个人同时看：各看各的，一件不落", async () => {
    const units = ["housing", "streets", "east", "west", "bus"];
    const tokens = await Promise.all([
      ...units.map((unit) => tokenOf("liaison", unit)),
      ...(["dispatcher", "office", "supervisor", "agent", "leader", "analyst"] as const).map((role) => tokenOf(role)),
    ]);
    const all = await Promise.all(Array.from({ length: 220 }, (_, n) => watch(tokens[n % tokens.length]!)));
    expect(watching(hotline.platform)).toBe(220);
    const orders: string[] = [];
    for (const unit of [...units, ...units]) orders.push(await story.dispatched(unit));
    await Promise.all(
      all.map(async (one, n) => {
        const own = orders.filter(
          (_, at) => n % tokens.length >= units.length || at % units.length === n % tokens.length,
        );
        for (const order of own) await one.until(({ event, data }) => event === "change" && data.id === order);
        const changed = one.events.filter(({ data }) => data.kind === "orderDispatched").map(({ data }) => data.id);
        expect(changed).toEqual(own);
      }),
    );
    for (const one of all) one.leave();
    await Promise.all(all.map(({ ended }) => ended));
  });
}, books);
