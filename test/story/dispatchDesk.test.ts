import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
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

  const proposal = async (...requests: string[]) =>
    (await story.people.dispatcher!.get(`/dispatch-proposals?requests=${requests.join()}`)).body;
  const returned = async (unit: string, order: string) => {
    await story.say(unit, order, "acknowledgement");
    await story.say(unit, order, "return-request", { reason: "不归本单位", text: "职能在别处。" });
    await story.say("dispatcher", order, "return-acceptance", { to: null, text: null });
  };
  const enter = (key: string, unit: string) =>
    story.people.office!.post("/rules", {
      ...{ kind: "directory", key, from: "2022-10-10", source: "三定方案" },
      value: { unit, basis: "职能" },
    });

  it("派发建议：没有目录和先例，按属地；有了先例按先例，退掉的不算；有了目录按目录，写明凭什么", async () => {
    const request = await story.accepted();
    const [first] = await proposal(request);
    expect(first).toMatchObject({ request, unit: "east", unitName: "东河区", ground: "place", directory: null });
    expect(first.words).toBe("派单目录没有这一类。没有先例，按属地。");
    expect(first.limits.acknowledge.words).toBe("1 个工作日（至 10月11日 周二 24:00）");
    expect(first.limits.resolve.words).toBe("5 个工作日（最迟至 10月19日 周三 24:00）");
    await story.dispatched("housing");
    await story.dispatched("housing");
    await returned("streets", await story.dispatched("streets"));
    // elsewhere, and of another class: no precedent for this one
    await story.dispatched("west", {}, { place: null });
    await story.dispatched("bus", {}, { category: "h2" });
    const [second] = await proposal(request);
    expect(second).toMatchObject({ unit: "housing", ground: "precedent" });
    expect(second.precedents).toMatchObject({
      areaName: "东河区",
      orders: 3,
      units: [
        { unit: "housing", unitName: "市住建局", orders: 2, returned: 0 },
        { unit: "streets", unitName: "市城管局", orders: 1, returned: 1 },
      ],
    });
    expect((await enter("h1", "bus")).status).toBe(200);
    const [third] = await proposal(request);
    expect(third).toMatchObject({ unit: "bus", ground: "directory" });
    expect(third.directory).toMatchObject({ key: "h1", unitName: "云岭公交", source: "三定方案", placeName: null });
    expect(hotline.faults).toEqual([]);
  });

  it("几件一起问，各答各的；没有地点的看全市；紧急的按小时；查不到的不在其中；编号乱写的拒绝", async () => {
    await story.dispatched("west", {}, { place: null });
    const nowhere = await story.accepted({ ...matter, place: null });
    const urgent = await story.accepted({ ...matter, urgent: true });
    const answers = await proposal(nowhere, urgent, "01840000-0000-7000-8000-00000000ffff");
    expect(answers).toHaveLength(2);
    const of = (id: string) => answers.find(({ request }: { request: string }) => request === id);
    expect(of(nowhere)).toMatchObject({ unit: "west", precedents: { areaName: null, orders: 1 } });
    expect(of(urgent).limits.resolve.words).toMatch(/^24 小时/);
    expect((await story.people.dispatcher!.get("/dispatch-proposals?requests=x")).status).toBe(400);
  });

  it("派单时看来电人：本人别的诉求和同一地点的，不算这一件；姓名遮着，看了记下；没留号码的说明；别的角色不给看", async () => {
    const before = await story.dispatched("housing", {}, { text: "楼道灯坏了。" });
    const { request } = (await story.read("dispatcher", before)).body;
    const other = { contact: { name: "司徒测试", phone: "13900005678" } };
    const neighbour = await story.accepted({ ...matter, ...other, text: "邻居装修。" });
    const self = await story.accepted();
    const caller = (who: string, id: string) => story.people[who]!.get(`/requests/${id}/caller`);
    const { status, body } = await caller("dispatcher", self);
    expect([status, body.hasNumber, body.open]).toEqual([200, true, 1]);
    expect(body.name).not.toContain("测试");
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
    expect(ids(body.requests)).toEqual([request]);
    expect(ids(body.samePlace).sort()).toEqual([request, neighbour].sort());
    expect(JSON.stringify(body)).not.toContain("13800001234");
    const log = (await story.people.office!.get("/access-log?operation=readRequestCaller")).body.rows;
    expect(log).toMatchObject([{ number: "demo-dispatcher", subjectKind: "request", subjectId: self, found: 1 }]);
    const unknown = await story.accepted({ ...matter, contact: null });
    expect((await caller("office", unknown)).body).toMatchObject({ hasNumber: false, name: null, requests: [] });
    for (const who of ["leader", "housing"]) expect((await caller(who, self)).status).toBe(403);
    expect((await caller("dispatcher", "01840000-0000-7000-8000-00000000ffff")).status).toBe(404);
    expect(hotline.faults).toEqual([]);
  });

  it("疑似重复：已经登记的这一件，自己不算", async () => {
    const first = await story.accepted();
    const self = await story.accepted();
    const { text, category, place } = matter;
    const repeats = async (more: object) =>
      (await story.people.dispatcher!.post("/suggestions", { text, category, place, ...more })).body.repeats.rows.map(
        (row: { request: { id: string } }) => row.request.id,
      );
    expect((await repeats({})).sort()).toEqual([first, self].sort());
    expect(await repeats({ self })).toEqual([first]);
  });

  it("停用的单位不建议，先例再多也不", async () => {
    for (let n = 0; n < 3; n += 1) await story.dispatched("housing");
    const { value } = (await story.people.office!.get("/rules?kind=unit&q=housing")).body.rows[0];
    const retired = { ...value, retired: { successor: "streets" } };
    const row = { kind: "unit", key: "housing", from: "2022-10-10", value: retired, source: "机构改革" };
    expect((await story.people.office!.post("/rules", row)).status).toBe(200);
    const [{ unit, ground }] = await proposal(await story.accepted());
    expect([unit, ground]).toEqual(["east", "place"]);
  });

  it("延期待批、再次退单各有一列：申请了进来，批了、裁了出去；改派后旧的申请不算", async () => {
    const ids = async (filter: string) =>
      (await story.people.dispatcher!.get(`/orders?${filter}`)).body.rows.map(({ id }: { id: string }) => id);
    const order = await story.dispatched("housing");
    await story.say("housing", order, "acknowledgement");
    await story.say("housing", order, "extension-request", { amount: 3, text: "要等配件。" });
    expect(await ids("extensionPending=true")).toEqual([order]);
    expect((await story.read("dispatcher", order)).body.extension).toMatchObject({ amount: 3, ruling: null });
    await story.say("housing", order, "return-request", { reason: "不归本单位", text: "职能在别处。" });
    expect(await ids("returnedAgain=true")).toEqual([]);
    await story.say("dispatcher", order, "return-acceptance", { to: { unit: "streets" }, text: null });
    expect(await ids("extensionPending=true")).toEqual([]);
    await story.say("streets", order, "acknowledgement");
    await story.say("streets", order, "return-request", { reason: "不归本单位", text: "也不是我们。" });
    expect(await ids("returnedAgain=true")).toEqual([order]);
    await story.say("dispatcher", order, "arbitration", { text: null });
    expect(await ids("returnedAgain=true&stage=arbitrating")).toEqual([order]);
    await story.say("office", order, "arbitration-conclusion", {
      unit: "housing",
      text: "由住建牵头。",
      directory: null,
    });
    expect(await ids("returnedAgain=true")).toEqual([]);
    const other = await story.dispatched("west");
    await story.say("west", other, "acknowledgement");
    await story.say("west", other, "extension-request", { amount: 2, text: "要等检测。" });
    await story.say("dispatcher", other, "extension-grant");
    expect(await ids("extensionPending=true")).toEqual([]);
    expect(hotline.faults).toEqual([]);
  });

  it("批量退单列出来等裁定：谁退的、几件、为什么；裁定了就没有了；单位看不到", async () => {
    const orders = [await story.dispatched("housing"), await story.dispatched("housing", {}, { category: "h2" })];
    for (const order of orders) await story.say("housing", order, "acknowledgement");
    const text = "均属道路管理，13800001234 已告知。";
    const { body } = await story.people.housing!.post("/bulk-returns", { orders, reason: "不归本单位", text });
    const open = async (who: string) => story.people[who]!.get("/bulk-returns");
    expect((await open("dispatcher")).body).toMatchObject([
      { id: body.bulk, unitName: "市住建局", orders: 2, late: 0, reason: "不归本单位" },
    ]);
    const [row] = (await open("office")).body;
    expect(row.categoryNames.toSorted()).toEqual(["违法建设", "物业管理"].toSorted());
    expect(row.text).not.toContain("13800001234");
    expect((await open("housing")).status).toBe(403);
    await story.people.dispatcher!.post(`/bulk-returns/${body.bulk}/ruling`, { ruling: "rejected", text: "请办理。" });
    expect((await open("dispatcher")).body).toEqual([]);
    expect(hotline.faults).toEqual([]);
  });

  it("热线办通知：发给几个单位或全部；收到的读了没有看得见；别的单位没有，没有的单位发不出", async () => {
    const { office, housing, streets, west } = story.people as Record<string, (typeof story.people)[string]>;
    const say = (units: string[] | null, text: string) => office!.post("/announcements", { units, text });
    const sent = await say(["housing", "streets"], "请于周三前核对联络员，电话 13800001234。");
    expect(sent.status).toBe(200);
    const [notice] = (await housing!.get("/notices")).body.rows;
    expect(notice).toMatchObject({ subject: "announcement", readAt: null });
    expect(notice.sentence).toMatch(/^热线办通知：请于周三前核对联络员，电话 /);
    expect(notice.sentence).not.toContain("13800001234");
    expect((await west!.get("/notices")).body.rows).toEqual([]);
    await housing!.post(`/notices/${notice.id}/read`);
    hotline.at(hotline.now() + 60_000);
    await say(null, "国庆值班表已更新。");
    const { rows } = (await office!.get("/announcements")).body;
    expect(rows.map(({ units }: { units: unknown[] }) => units.length)).toEqual([6, 2]);
    const reader = expect.stringContaining("housing");
    expect(rows[1].units).toMatchObject([
      { unitName: "市住建局", readBy: reader },
      { unitName: "市城管局", readBy: null },
    ]);
    expect((await office!.get("/announcements?limit=1")).body.next).not.toBeNull();
    expect((await say(["nobody"], "在吗")).body.code).toBe("unitKnown");
    expect((await streets!.post("/announcements", { units: null, text: "在吗" })).status).toBe(403);
    expect(hotline.faults).toEqual([]);
  });
}, books);
