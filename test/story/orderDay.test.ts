import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline, type Person } from "../world/hotline.ts";
import { matter, ofMatter, Story } from "../world/matter.ts";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  it("一件满意的工单：登记、派发、签收、联系、办结、审核、回访、归档，经过写得清楚", async () => {
    const { say } = story;
    const order = await story.dispatched("housing", { basis: "职能" });
    hotline.at("2022-10-10T10:00:00+08:00");
    await say("housing", order, "acknowledgement");
    hotline.at("2022-10-12T10:00:00+08:00");
    await say("housing", order, "citizen-informing", { text: "已电话告知，电话 13800001234。" });
    hotline.at("2022-10-12T11:00:00+08:00");
    await say("housing", order, "resolution", { solved: true, internalText: "已派人修好", publicText: "电梯已修复。" });
    await say("dispatcher", order, "review-pass");
    hotline.at("2022-10-13T09:00:00+08:00");
    await say("followUp", order, "follow-up", { channel: "phone", rating: "satisfied", solved: true, text: null });
    const closed = await say("followUp", order, "closing");
    expect(closed.body).toMatchObject({ stage: "closed", stageName: "已归档", rating: "satisfied", round: 1 });

    const trail = await story.trail("dispatcher", order);
    expect(trail.map(({ term, by, late }) => [term, by.split(":")[0], late])).toEqual([
      ["派发", "dispatcher", false],
      ["签收", "unit", false],
      ["联系反馈当事人", "unit", false],
      ["办结反馈", "unit", false],
      ["审核通过", "dispatcher", false],
      ["回访", "followUp", false],
      ["归档", "followUp", false],
    ]);
    expect(trail[3]!.texts).toEqual([
      { of: "internalText", text: "已派人修好" },
      { of: "publicText", text: "电梯已修复。" },
    ]);
    expect(hotline.faults).toEqual([]);
  });

  it("时钟说人话：剩几个工作日，至哪天周几；按钮灰的说出原因", async () => {
    const order = await story.dispatched("housing");
    await story.say("housing", order, "acknowledgement");
    const { body } = await story.read("housing", order);
    expect(body.unitClock.words).toBe("剩 5 个工作日（至 10月17日 周一 24:00）");
    const grey = body.allowed.find((one: { action: string }) => one.action === "passReview");
    expect(grey).toMatchObject({ term: "审核通过", allowed: false, refused: "otherRole" });
    expect(grey.next).toMatch(/。$/);
  });

  it("两个派单员同时处理一件退单：一人成功，一人得知已被修改", async () => {
    const order = await story.dispatched("housing");
    await story.say("housing", order, "acknowledgement");
    await story.say("housing", order, "return-request", { reason: "职责不符", text: "应归城管局。" });
    const { headers } = await story.read("dispatcher", order);
    const rule = (path: string, body: unknown) =>
      story.people.dispatcher!.post(`/orders/${order}/${path}`, body, { "if-match": String(headers.etag) });
    const both = await Promise.all([
      rule("return-rejection", { text: "请继续办理。" }),
      rule("return-acceptance", { to: { unit: "streets", basis: "职能" }, text: null }),
    ]);
    expect(both.map(({ body }) => body.code ?? "done").sort()).toEqual(["done", "versionConflict"]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(hotline.faults).toEqual([]);
  });

  it("改一件工单要说明改的是哪一版", async () => {
    const order = await story.dispatched("housing");
    const silent = await story.people.housing!.post(`/orders/${order}/acknowledgement`);
    expect(silent.body).toMatchObject({ status: 428, code: "versionMissing" });
  });

  it("同一个登记发两次：只有一件诉求，答复一样；同一个键换了内容：拒绝", async () => {
    const agent: Person = story.people.agent!;
    const send = (body: unknown) => agent.post("/requests", body, { "idempotency-key": "a-1" });
    const [first, second] = [await send(matter), await send(matter)];
    expect(second.body).toEqual(first.body);
    expect((await agent.get("/requests")).body.total).toBe("1");
    expect((await send({ ...matter, text: "换了内容" })).body.code).toBe("keyReused");
  });

  it("并单：两边都看得到，被并入的派发后仍是一件工单", async () => {
    const [main, repeat] = [await story.accepted(), await story.accepted(ofMatter("还是那部电梯，又停了。"))];
    const merged = await story.change("agent", `/requests/${repeat}`, "merge", { into: main });
    expect(merged.body).toMatchObject({ outcome: "merged", mergedInto: main });
    expect((await story.people.agent!.get(`/requests/${main}`)).body.repeats).toEqual([repeat]);
  });

  it("不予受理：告诉当事人去哪里", async () => {
    const id = await story.accepted();
    const refused = await story.change("agent", `/requests/${id}`, "refusal", { reason: "紧急警情", route: "police" });
    expect(refused.body).toMatchObject({ outcome: "refused", refusal: { route: "police" } });
    expect(refused.body.refusal.told).toContain("110");
  });

  it("紧急的：时钟按小时走", async () => {
    const order = await story.dispatched("housing", {}, { urgent: true });
    await story.say("housing", order, "acknowledgement");
    expect((await story.read("housing", order)).body.unitClock.words).toMatch(/^剩 \d+ 小时/);
  });

  it("全文检索：两个字、一句话，按原样找到；最新的在前；别的单位找不到", async () => {
    const first = await story.accepted(ofMatter("三号楼电梯停运三天，老人下不了楼。"));
    hotline.at("2022-10-10T09:05:00+08:00");
    const second = await story.accepted(ofMatter("小区电梯停运，物业不管。"));
    const found = async (q: string, who = "agent") =>
      (await story.people[who]!.get(`/requests?q=${encodeURIComponent(q)}`)).body.rows.map(
        ({ id }: { id: string }) => id,
      );
    expect(await found("电梯")).toEqual([second, first]);
    expect(await found("电梯停运三天")).toEqual([first]);
    expect(await found("停运物业")).toEqual([]);
    expect(await found("电梯", "housing")).toEqual([]);
  });
}, books);
