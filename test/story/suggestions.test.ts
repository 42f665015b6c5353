import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { assumed, since } from "../../rulebook/row.ts";
import { calls } from "../../src/jobs/calls.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { backOffice } from "../world/backOffice.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { type Hotline, MONDAY, openHotline } from "../world/hotline.ts";
import { matter, Story } from "../world/matter.ts";

const SOURCE = "测试用虚构城市";
const place = (key: string, name: string, parent: string, level: "street" | "community") =>
  assumed("place", key, { name, parent, order: 1, level }, SOURCE);
const ridge = place("p-ridge", "桂花岗社区", "p-street", "community");
const rules = [
  place("p-street", "桂花街道", "p-east", "street"),
  ridge,
  since({ ...ridge, value: { ...ridge.value, retired: { successor: "p-shade" } } }, "2022-03-01"),
  place("p-shade", "桂影社区", "p-street", "community"),
  assumed("category", "h3", { name: "地下车库漏水", parent: "h", order: 3 }, SOURCE),
  place("p-pine", "松岭社区", "p-street", "community"),
  since(assumed("directory", "h1", { unit: "housing", basis: "权责清单第 12 条" }, SOURCE), "2022-01-01"),
  since(assumed("directory", "h1@p-street", { unit: "east", basis: "会议备忘录 3 号" }, SOURCE), "2022-05-01"),
];

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    await addRules(hotline.db, ownBook(hotline.platform.platform), rules, "operator", migratedAt);
    story = await Story(hotline);
  });
  const look = async (query: string) => (await story.people.agent!.get(`/type-ahead?${query}`)).body;
  const suggest = async (body: object) => (await story.people.agent!.post("/suggestions", body)).body;

  it("地区边打边找：首字母、旧名、所在的街道；小类也一样；什么都没有就是空的", async () => {
    const old = {
      key: "p-shade",
      name: "桂影社区",
      within: ["东河区", "桂花街道"],
      said: "原桂花岗社区，2022年3月起停用",
    };
    expect((await look("kind=place&q=ghg")).rows).toEqual([old]);
    expect((await look("kind=place&q=桂花")).rows.map(({ key }: { key: string }) => key)).toEqual([
      "p-street",
      "p-shade",
      "p-pine",
    ]);
    expect((await look("kind=category&q=ckls")).rows).toMatchObject([{ key: "h3", within: ["住房"], said: null }]);
    expect(await look("kind=place&q=zzzz")).toEqual({ rows: [] });
    expect(await look("kind=place&q=")).toMatchObject({ status: 400, code: "invalid" });
  });

  it("承办单位和派单台看到的是同一条建议：目录的哪一行、先例、属地，各说依据；没有选小类就没有", async () => {
    expect(await suggest({ text: "停电" })).toMatchObject({ proposal: null, repeats: { rows: [] } });
    await story.dispatched("housing");
    const returned = await story.dispatched("housing", {}, { place: "p-pine" });
    await story.say("housing", returned, "acknowledgement");
    await story.say("housing", returned, "return-request", { reason: "不归我们", text: "应由街道办理。" });
    await story.say("dispatcher", returned, "return-acceptance", { to: null, text: null });
    await story.dispatched("streets", {}, { category: "h2", place: "p-pine" });
    const proposal = async (body: object) => (await suggest(body)).proposal;
    const had = { unit: "housing", unitName: "市住建局", orders: 2, returned: 1 };
    const shade = await proposal({ category: "h1", place: "p-shade" });
    expect(shade).toMatchObject({
      ...{ unit: "east", unitName: "东河区", ground: "directory" },
      words: "派单目录：限东河区 桂花街道，会议备忘录 3 号，自2022年5月1日起。",
      directory: { from: "2022-05-01", placeName: "东河区 桂花街道", basis: "会议备忘录 3 号", source: SOURCE },
      precedents: { areaName: "东河区", orders: 2, units: [had] },
    });
    const request = await story.accepted({ ...matter, place: "p-shade" });
    const [{ limits, request: of, ...sent }] = (
      await story.people.dispatcher!.get(`/dispatch-proposals?requests=${request}`)
    ).body;
    expect([of, sent]).toEqual([request, shade]);
    expect(await proposal({ category: "h1" })).toMatchObject({ unit: "housing", directory: { placeName: null } });
    expect(await proposal({ category: "h2" })).toMatchObject({
      ...{ unit: "streets", ground: "precedent", words: "派单目录没有这一类。按同类同地的先例。", directory: null },
      precedents: { areaName: null, units: [{ unit: "streets", orders: 1, returned: 0 }] },
    });
    expect(await proposal({ category: "h3", place: "p-shade" })).toMatchObject({ unit: "east", ground: "place" });
  });

  it("疑似重复：同一街道、近两周、未办完、说到同样的事；指出共同的词，遮去姓名电话", async () => {
    const said = "桂影社区三栋泵房跳闸停水，我叫王小明，电话 13900001111。";
    const open = await story.accepted({ ...matter, place: "p-street", text: said });
    const order = await story.dispatched("housing", {}, { place: "p-shade", text: "泵房跳闸，三栋停水。" });
    await story.accepted({ ...matter, place: "p-shade", text: "快递柜坏了。" });
    await story.accepted({ ...matter, place: "p-east", text: said });
    const settled = await story.accepted({ ...matter, place: "p-shade", text: said });
    await story.change("agent", `/requests/${settled}`, "resolution", { text: "已抢修。" });
    const asked = { text: "桂影社区泵房跳闸停水了", category: "h1", place: "p-shade" };
    const { rows, area } = (await suggest(asked)).repeats;
    expect(area).toBe("桂花街道");
    expect(rows.map(({ request }: { request: { id: string } }) => request.id)).toEqual([
      open,
      (await story.read("dispatcher", order)).body.request,
    ]);
    expect(rows[0]).toMatchObject({ shared: ["泵房跳闸停水"], leadName: null, clock: null });
    expect(rows[1]).toMatchObject({
      shared: ["泵房跳闸", "停水"],
      leadName: "市住建局",
      clock: { state: "toAcknowledge" },
    });
    expect(JSON.stringify(rows)).not.toMatch(/13900001111|小明/);
    hotline.at(MONDAY + 15 * 86_400_000);
    expect((await suggest(asked)).repeats.rows).toEqual([]);
  });

  it("小类：内容里有它名称里的词；读给来电人听的时限按现行规则，紧急的另有时限", async () => {
    const plain = await suggest({ text: "来电人反映车库漏水三天没有人修" });
    expect(plain.categories).toEqual([{ key: "h3", name: "地下车库漏水", within: ["住房"], shared: ["车库漏水"] }]);
    expect(plain.promise).toContain("签收后 5 个工作日内办结");
    expect((await suggest({ urgent: true })).promise).toContain("1 小时内派给承办单位");
    const unknown = await suggest({ category: "没有这一类", place: "没有这里", text: "物业" });
    expect(unknown.proposal).toMatchObject({ unit: null, words: "派单目录没有这一类。也没有先例和属地单位。" });
    expect((await story.people.housing!.post("/suggestions", {})).status).toBe(403);
  });

  it("要回拨的号码：说明理由才看得到，进访问日志；回拨到了就不能再看", async () => {
    const { people } = story;
    const script = { caller: "19900001111", menuSeconds: 1, patienceSeconds: 5 };
    const { id } = (await people.agent!.post("/simulator/calls", script)).body;
    hotline.at(MONDAY + 60_000);
    await backOffice(hotline).run(calls);
    expect((await people.agent!.post(`/calls/${id}/contact-views`, { reason: "回拨" })).status).toBe(400);
    const seen = await people.agent!.post(`/calls/${id}/contact-views`, { reason: "回拨未接来电" });
    expect(seen.body).toMatchObject({ phone: "19900001111", name: null });
    expect((await people.dispatcher!.post(`/calls/${id}/contact-views`, { reason: "回拨未接来电" })).status).toBe(403);
    const log = await hotline.db.query("select operation, reason from access_log where subject_kind = 'call'");
    expect(log).toEqual([{ operation: "viewCaller", reason: "回拨未接来电" }]);
    await people.agent!.post(`/calls/${id}/callback`, { reached: true }, { "if-match": '"1"' });
    const after = await people.agent!.post(`/calls/${id}/contact-views`, { reason: "回拨未接来电" });
    expect(after.body.code).toBe("noCallbackOwed");
    expect((await people.agent!.get("/callers?phone=13800001234")).body.name).toBe(null);
    await story.accepted();
    expect((await people.agent!.get("/callers?phone=13800001234")).body.name).toBe("欧阳**");
    expect(hotline.faults).toEqual([]);
  });
}, books);
