import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  it("推来推去的一件：超期退单、第三方核实、再派、再退、驳回，经过里单位、日期、原因、是否超期都在", async () => {
    const { say, trail } = story;
    hotline.at("2022-09-30T10:00:00+08:00");
    const order = await story.dispatched("west");
    hotline.at("2022-11-02T09:00:00+08:00");
    const late = await say("west", order, "return-request", { reason: "不属本区", text: "地点在东河区。" });
    expect(late.body.returns[0]).toMatchObject({ late: true, ruling: null });
    await say("dispatcher", order, "verification", { unit: "east", text: "请核实地点。" });
    hotline.at("2022-11-03T09:00:00+08:00");
    await say("east", order, "verification-answer", { competent: true, text: "确在西山区。" });
    await say("dispatcher", order, "return-rejection", { text: "核实属西山区，请办理。" });
    hotline.at("2022-11-07T09:00:00+08:00");
    await say("west", order, "return-request", { reason: "不属本区", text: "再次说明。" });
    const rejected = await say("dispatcher", order, "return-rejection", { text: "维持原裁定。" });
    expect(rejected.body.stage).toBe("handling");

    const steps = await trail("dispatcher", order);
    expect(steps.map(({ term, unit, late }) => [term, unit, late])).toEqual([
      ["派发", "west", false],
      ["视同签收", "west", false],
      ["申请退单", "west", true],
      ["请第三方单位核实", "east", false],
      ["答复核实", "east", false],
      ["驳回退单", "west", false],
      ["申请退单", "west", true],
      ["驳回退单", "west", false],
    ]);
    expect((await story.read("east", order)).body.former).toBe(true);
    expect(steps[2]!.texts).toEqual([{ of: "text", text: "地点在东河区。" }]);
    expect(hotline.faults).toEqual([]);
  });

  it("退给别家又退：第二家若当日签收，第三个工作日退单就是超期；会商确定主办，写入派单目录", async () => {
    const { say } = story;
    hotline.at("2022-10-14T09:00:00+08:00");
    const order = await story.dispatched("housing");
    await say("housing", order, "acknowledgement");
    hotline.at("2022-11-09T09:00:00+08:00");
    await say("housing", order, "return-request", { reason: "职责不符", text: "应由公交公司办。" });
    hotline.at("2022-11-10T09:00:00+08:00");
    await say("dispatcher", order, "return-acceptance", { to: { unit: "bus", basis: "职能" }, text: null });
    await say("bus", order, "acknowledgement");
    hotline.at("2022-11-15T09:00:00+08:00");
    const second = await say("bus", order, "return-request", { reason: "职责不符", text: "不是我们的线路。" });
    expect(second.body.returns.map(({ late }: { late: boolean }) => late)).toEqual([true, true]);
    await say("dispatcher", order, "arbitration", { text: "提请热线办。" });
    hotline.at("2022-11-16T15:00:00+08:00");
    const concluded = await say("office", order, "arbitration-conclusion", {
      unit: "streets",
      text: "会议确定由市城管局牵头。",
      directory: { from: "2022-11-17" },
    });
    expect(concluded.body).toMatchObject({ lead: "streets", stage: "unacknowledged" });

    const [rule] = await hotline.db.query<{ key: string; valid_from: string; source: string; value: unknown }>(
      "select key, valid_from, source, value from rule_row where kind = 'directory' and origin = 'operator'",
    );
    expect(rule).toMatchObject({ key: "h1", valid_from: "2022-11-17", value: { unit: "streets" } });
    expect(rule!.source).toContain(concluded.body.number);
  });

  it("移交之后：原单位看得到移交前的经过，看不到之后的，也不能再改", async () => {
    const { say, people } = story;
    const order = await story.dispatched("housing");
    await say("housing", order, "acknowledgement");
    hotline.at("2022-10-11T09:00:00+08:00");
    await say("housing", order, "return-request", { reason: "职责不符", text: "应归城管局。" });
    hotline.at("2022-10-12T09:00:00+08:00");
    await say("dispatcher", order, "return-acceptance", { to: { unit: "streets", basis: "职能" }, text: null });
    hotline.at("2022-10-12T10:00:00+08:00");
    await say("streets", order, "acknowledgement");
    await say("streets", order, "resolution", { solved: true, internalText: "内部", publicText: "已办。" });
    const former = await story.read("housing", order);
    expect(former.body).toMatchObject({ former: true, allowed: [], resolvedAt: null });
    expect((await story.trail("housing", order)).map(({ term }) => term)).toEqual([
      "派发",
      "签收",
      "申请退单",
      "同意退单",
      "再次派发",
    ]);
    const refused = await people.housing!.post(
      `/orders/${order}/citizen-informing`,
      {},
      { "if-match": String(former.headers.etag) },
    );
    expect(refused.body.code).toBe("handedOver");
    expect((await people.housing!.get("/orders")).body.rows).toEqual([]);
  });

  it("协办单位看得到全部，只看不到别家的内部意见", async () => {
    const { say } = story;
    const order = await story.dispatched("housing", { assisting: ["streets"] });
    await say("housing", order, "acknowledgement");
    await say("streets", order, "acknowledgement");
    await say("streets", order, "part-report", { text: "已清理。" });
    await say("housing", order, "resolution", { solved: true, internalText: "只给自己看", publicText: "已办结。" });
    const texts = async (who: string) =>
      (await story.trail(who, order)).flatMap((step) => step.texts.map(({ text }) => text));
    expect(await texts("streets")).toEqual(["已清理。", "已办结。"]);
    expect(await texts("housing")).toEqual(["已清理。", "只给自己看", "已办结。"]);
  });

  it("转下级：区里转给街道，两级都看得到，都能办", async () => {
    const { say } = story;
    const order = await story.dispatched("east");
    await say("east", order, "acknowledgement");
    await say("east", order, "hand-on", { unit: "east-osmanthus" });
    expect((await story.read("east-osmanthus", order)).status).toBe(200);
    const resolved = await say("east-osmanthus", order, "resolution", {
      solved: true,
      internalText: null,
      publicText: "已办。",
    });
    expect(resolved.body.stage).toBe("resolved");
    expect((await story.read("east", order)).body.stage).toBe("resolved");
    expect((await story.read("west", order)).status).toBe(404);
  });

  it("243 件同一事项长期不办、一次退回：一个动作，一次裁定；都记为超期退单", async () => {
    const { people } = story;
    hotline.at("2022-06-06T09:00:00+08:00");
    const orders: string[] = [];
    for (let n = 0; n < 243; n += 1) orders.push(await story.dispatched("streets", {}, { category: "h2" }));
    hotline.at("2022-11-07T09:00:00+08:00");
    const returned = await people.streets!.post("/bulk-returns", {
      orders,
      reason: "职责不符",
      text: "应由区里办理。",
    });
    expect(returned.body).toMatchObject({ done: 243, late: 243 });
    const ruled = await people.dispatcher!.post(`/bulk-returns/${returned.body.bulk}/ruling`, {
      ruling: "accepted",
      text: "同意。",
    });
    expect(ruled.body).toMatchObject({ done: 243 });
    expect((await people.dispatcher!.get("/orders?stage=returned")).body.total).toBe("243");
    const again = await people.dispatcher!.post(`/bulk-returns/${returned.body.bulk}/ruling`, {
      ruling: "accepted",
      text: "同意。",
    });
    expect(again.body.code).toBe("notFound");
    expect(hotline.faults).toEqual([]);
  });

  it("批量退单里有一件不能退：一件也不退，说出是哪一件", async () => {
    const [one, other] = [await story.dispatched("streets"), await story.dispatched("streets")];
    await story.say("streets", one, "acknowledgement");
    const refused = await story.people.streets!.post("/bulk-returns", {
      orders: [one, other],
      reason: "职责不符",
      text: "不是我们的。",
    });
    expect(refused.status).toBe(409);
    expect(refused.body.title).toMatch(/^工单 \d+：/);
    expect((await story.read("streets", one)).body.returns).toEqual([]);
  });

  it("不满意、重办、再回访；撤单要先告知联络员并有回执", async () => {
    const { say } = story;
    const order = await story.dispatched("housing");
    await say("housing", order, "acknowledgement");
    await say("housing", order, "resolution", { solved: false, internalText: null, publicText: "已答复。" });
    await say("followUp", order, "follow-up", {
      channel: "phone",
      rating: "dissatisfied",
      solved: false,
      text: "还是停的。",
    });
    const reopened = await say("dispatcher", order, "reopening", { text: "属实，重办。" });
    expect(reopened.body).toMatchObject({ stage: "handling", round: 2, rating: "dissatisfied" });
    await say("housing", order, "resolution", { solved: true, internalText: null, publicText: "已修好。" });
    const after = await say("followUp", order, "follow-up", {
      channel: "phone",
      rating: "satisfied",
      solved: true,
      text: null,
    });
    expect(after.body).toMatchObject({ rating: "dissatisfied", reopenRating: "satisfied" });

    const other = await story.dispatched("housing");
    await say("housing", other, "acknowledgement");
    expect((await story.tries("agent", other, "withdrawal")).body.code).toBe("withdrawalTold");
    await say("agent", other, "notice", { kind: "withdraw", text: "当事人来电撤单。" });
    expect((await story.tries("agent", other, "withdrawal")).body.code).toBe("withdrawalAnswered");
    await say("housing", other, "notice-answer", { no: 1, receipt: "confirmed", text: null });
    expect((await say("agent", other, "withdrawal")).body.stage).toBe("withdrawn");
  });
}, books);
