/** 停用: a unit, a class, a place that takes nothing new from a day on; what it has in hand stays with it. */
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { matter, Story } from "../world/matter.ts";

const housing = { name: "市住建局", group: "department", order: 1, shortNames: [], listedWhenIdle: false };
const TODAY = "2022-10-10";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  const rule = (given: object) => story.people.office!.post("/rules", { from: TODAY, source: "机构改革", ...given });
  const retireHousing = (retired: object = { successor: "streets" }) =>
    rule({ kind: "unit", key: "housing", value: { ...housing, retired } });

  it("单位停用：手里的工单办到底，新的不派给它，说清由谁接替", async () => {
    const inHand = await story.dispatched("housing");
    expect((await retireHousing()).status).toBe(200);
    const view = (await story.read("housing", inHand)).body;
    expect([view.lead, view.leadName, view.stage]).toEqual(["housing", "市住建局", "unacknowledged"]);
    await story.say("housing", inHand, "acknowledgement");

    const request = await story.accepted();
    const { headers } = await story.people.dispatcher!.get(`/requests/${request}`);
    const sent = (unit: string) =>
      story.people.dispatcher!.post(`/requests/${request}/dispatch`, { unit }, { "if-match": String(headers.etag) });
    const refused = (await sent("housing")).body;
    expect([refused.code, refused.title, refused.detail]).toEqual([
      "unitKnown",
      "“市住建局”自2022年10月10日起停用，由“市城管局”接替。",
      "请改用“市城管局”（代码 streets）。",
    ]);
    expect((await sent("streets")).status).toBe(200);
    expect((await story.tries("dispatcher", inHand, "redispatch", { unit: "streets", basis: "接替" })).status).toBe(
      200,
    );
    const back = await story.tries("dispatcher", inHand, "redispatch", { unit: "housing", basis: "职能" });
    expect([back.body.code, back.body.detail]).toEqual(["unitKnown", "请改用“市城管局”（代码 streets）。"]);
    const said = { unit: "housing", result: "reached", text: null };
    expect((await story.tries("dispatcher", inHand, "unit-contact", said)).status).toBe(200);
  });

  it("一家接一家：说最后在用的那一家；没有接替的请另选", async () => {
    await retireHousing();
    const streets = { ...housing, name: "市城管局", order: 2 };
    await rule({ kind: "unit", key: "streets", value: { ...streets, retired: { successor: "bus" } } });
    const request = await story.accepted();
    const to = async (unit: string) =>
      (await story.people.dispatcher!.post(`/requests/${request}/dispatch`, { unit }, { "if-match": '"1"' })).body
        .detail;
    expect(await to("housing")).toBe("请改用“云岭公交”（代码 bus）。");
    const west = { ...housing, name: "西山区", order: 5 };
    await rule({ kind: "unit", key: "west", value: { ...west, retired: {} } });
    expect(await to("west")).toBe("请从表中另选。");
  });

  it("分类和地区停用：新的诉求不用它，已登记的照办、照样查得到", async () => {
    const before = await story.dispatched("housing");
    const class1 = { name: "小区物业", parent: "h", order: 1, retired: { successor: "h2" } };
    expect((await rule({ kind: "category", key: "h1", value: class1 })).status).toBe(200);
    const create = (given: object) => story.people.agent!.post("/requests", { ...matter, ...given });
    const refused = (await create({})).body;
    expect([refused.code, refused.detail]).toEqual(["retired", "请改用“违法建设”（代码 h2）。"]);
    const east = { name: "东河区", parent: null, order: 1, level: "district", unit: "east", retired: {} };
    await rule({ kind: "place", key: "p-east", value: east });
    expect((await create({ category: "h2" })).body.title).toBe("“东河区”自2022年10月10日起停用。");
    expect((await create({ category: "h2", place: null })).status).toBe(200);
    expect((await story.read("housing", before)).body.categoryName).toBe("小区物业");
    expect((await story.people.agent!.get("/requests?category=h1&place=p-east")).body.total).toBe("1");
  });

  it("重发停用以前登记过的：还是原来的答复，不因规则变了而拒绝", async () => {
    const send = (given: object = matter) => story.people.agent!.post("/requests", given, { "idempotency-key": "k-1" });
    const first = await send();
    const gone = { name: "小区物业", parent: "h", order: 1, retired: {} };
    expect((await rule({ kind: "category", key: "h1", value: gone })).status).toBe(200);
    const again = await send();
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await send({ ...matter, text: "换了内容" })).body.code).toBe("keyReused");
    expect((await story.people.agent!.get("/requests")).body.total).toBe("1");
  });

  it("用截止日期停用会恢复成以前的一行：不收，说清怎么写；接替的要在用", async () => {
    const until = await rule({ kind: "unit", key: "housing", until: "2022-11-01", value: housing });
    expect([until.body.code, until.body.title]).toEqual([
      "ruleNonsense",
      expect.stringMatching(/^到2022年11月1日会恢复.*勾上“停用”/),
    ]);
    expect((await retireHousing({ successor: "housing" })).body.title).toBe("不能由自己接替。");
    expect((await retireHousing({ successor: "没有" })).body.title).toContain("没有在用的");
    expect(hotline.faults).toEqual([]);
  });
}, books);
