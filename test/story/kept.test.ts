import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { fillWorklist } from "../../src/store/fillWorklist.ts";
import { verifyLedger } from "../../src/store/ledger/verify.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { matter, Story } from "../world/matter.ts";
import { picture } from "../world/picture.ts";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  it("每一步写下的话都在经过里：先行联系、联系反馈、退单后的改派", async () => {
    const { say } = story;
    const order = await story.dispatched("housing");
    await say("housing", order, "acknowledgement");
    await say("housing", order, "early-contact", { text: "已约明天上门。" });
    await say("housing", order, "citizen-informing", { text: "已告知结果。" });
    await say("housing", order, "return-request", { reason: "职责不符", text: "应归城管局。" });
    await say("dispatcher", order, "return-acceptance", { to: null, text: null });
    await say("dispatcher", order, "redispatch", { unit: "streets", basis: "职能", text: "请城管局办理。" });
    const words = (await story.trail("dispatcher", order)).flatMap(({ texts }) => texts.map(({ text }) => text));
    expect(words).toEqual(["已约明天上门。", "已告知结果。", "应归城管局。", "请城管局办理。"]);
  });

  it("转错了街道再转一次：原来那个街道看得到收回以前的，改不了，之后的看不到；账本核得上", async () => {
    await hotline.db.query(
      `insert into rule_row (book, kind, key, valid_from, value, source, assumption, origin, recorded_at)
       select book, kind, 'east-second', valid_from, value, source, assumption, origin, recorded_at
       from rule_row where key = 'east-osmanthus'`,
    );
    const second = await hotline.as("liaison", "east-second");
    const order = await story.dispatched("east");
    await story.say("east", order, "acknowledgement");
    await story.say("east", order, "hand-on", { unit: "east-osmanthus" });
    await story.say("east-osmanthus", order, "early-contact", { text: "已约明天上门。" });
    const { request } = (await story.read("east", order)).body;
    const seen = async () => (await story.trail("east-osmanthus", order)).map(({ term }) => term);
    hotline.at("2022-10-10T10:00:00+08:00");
    await story.say("east", order, "hand-on", { unit: "east-second" });
    const before = await seen();
    hotline.at("2022-10-10T11:00:00+08:00");
    const informed = await second.get(`/orders/${order}`);
    await second.post(`/orders/${order}/citizen-informing`, {}, { "if-match": String(informed.headers.etag) });
    expect(await seen()).toEqual(before);
    expect(before).toContain("先行联系当事人");
    expect((await story.read("east-osmanthus", order)).body).toMatchObject({ informedAt: null });
    expect((await story.tries("east-osmanthus", order, "early-contact")).body.code).toBe("handedOver");
    expect((await story.people["east-osmanthus"]!.get("/orders")).body.rows).toEqual([]);
    expect((await story.people["east-osmanthus"]!.get(`/requests/${request}/contact`)).body.code).toBe("notFound");
    expect((await second.get(`/orders/${order}`)).body.informedAt).not.toBe(null);
    const { platform } = hotline.platform;
    const sound = async () => (await verifyLedger(hotline.db, { platform, noted: null, progress: () => {} })).finding;
    expect(await sound()).toBe(null);

    // as a database was before there was a column for it
    await hotline.db.query("update work_order set former_sub_units = '[]'");
    await hotline.db.query("delete from order_unit where unit = 'east-osmanthus'");
    await fillWorklist(hotline.db);
    expect(await sound()).toBe(null);
    expect(await seen()).toEqual(before);
  });

  it("移交之后，诉求也停在移交的时候：之后的修改看不到", async () => {
    const { say } = story;
    const id = await story.accepted();
    const { body } = await story.change("dispatcher", `/requests/${id}`, "dispatch", { unit: "housing" });
    await say("housing", body.id, "acknowledgement");
    await say("housing", body.id, "return-request", { reason: "职责不符", text: "应归城管局。" });
    await say("dispatcher", body.id, "return-acceptance", { to: { unit: "streets", basis: "职能" }, text: null });
    hotline.at("2022-10-11T09:00:00+08:00");
    await story.change("agent", `/requests/${id}`, "amendment", { text: "换了内容。" });
    const before = await story.people.housing!.get(`/requests/${id}`);
    expect(before.body).toMatchObject({ text: matter.text, amendments: [] });
    expect((await story.people.housing!.get("/requests")).body.rows).toEqual([]);
    expect((await story.people.streets!.get(`/requests/${id}`)).body.text).toBe("换了内容。");
  });

  it("个人信息：检索找不到，附件名、退单原因里也没有", async () => {
    const text = "我叫欧阳测试，电话 13800001234，电梯停运。";
    const order = await story.dispatched("housing", {}, { confidential: true, text });
    const found = async (q: string) =>
      (await story.people.agent!.get(`/requests?q=${encodeURIComponent(q)}`)).body.total;
    expect([await found("电梯停运"), await found("欧阳测试"), await found("13800001234")]).toEqual(["1", "0", "0"]);
    await story.say("housing", order, "acknowledgement");
    const named = encodeURIComponent("欧阳测试13800001234.png");
    const headers = { "content-type": "application/octet-stream", "x-file-name": named };
    const { body } = await story.people.dispatcher!.post(`/orders/${order}/attachments`, picture, headers);
    expect(body.name).not.toMatch(/欧阳测试|13800001234/);
    const returned = await story.say("housing", order, "return-request", {
      reason: "找 13800001234 问",
      text: "不归我局。",
    });
    expect(JSON.stringify(returned.body)).not.toContain("13800001234");
    const events = await hotline.db.query<{ data: unknown }>("select data from event");
    expect(JSON.stringify(events)).not.toMatch(/13800001234|欧阳测试/);
  });

  it("会议备忘录不能倒填日期，也不能写没有的地区：结论一并不作", async () => {
    const { say, tries } = story;
    const order = await story.dispatched("housing");
    await say("housing", order, "acknowledgement");
    for (let time = 1; time <= 2; time += 1) {
      await say("housing", order, "return-request", { reason: "职责不符", text: "不是我们的。" });
      if (time === 1) await say("dispatcher", order, "return-rejection", { text: "请办理。" });
    }
    await say("dispatcher", order, "arbitration", { text: null });
    const conclude = (directory: object) =>
      tries("office", order, "arbitration-conclusion", { unit: "streets", text: "城管局牵头。", directory });
    expect((await conclude({ from: "2001-01-01" })).body.code).toBe("ruleBackdated");
    expect((await conclude({ from: "2022-10-11", place: "nowhere" })).body.code).toBe("ruleNonsense");
    expect((await story.read("office", order)).body).toMatchObject({ stage: "arbitrating", lead: "housing" });
  });

  it("不收文件的接口不收文件", async () => {
    const sent = await story.people.agent!.post("/requests", Buffer.from("x"), {
      "content-type": "application/octet-stream",
    });
    expect(sent.body).toMatchObject({ status: 415, code: "unsupportedType" });
    expect(hotline.faults).toEqual([]);
  });
}, books);
