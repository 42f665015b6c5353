import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { followedUp } from "../../src/store/question/followedUp.ts";
import { monthOf } from "../../src/store/question/month.ts";
import { unitMonth } from "../../src/store/question/unitMonth.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;
  const at = async (time: string) => {
    hotline.at(time);
    story = await Story(hotline);
  };
  const answer = { solved: true, internalText: null, publicText: "已修复。" };
  const taken = async (unit = "housing", given = {}) => {
    const order = await story.dispatched(unit, {}, given);
    await story.say(unit, order, "acknowledgement");
    return order;
  };
  const rated = (order: string, rating: string) =>
    story.say("followUp", order, "follow-up", { channel: "phone", rating, solved: rating === "satisfied", text: null });

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
  });

  it("各队列各有几件，与清单一致；清单说下一步和又回来的缘由；别的单位的不算", async () => {
    await taken();
    const reopened = await taken();
    await story.say("housing", reopened, "resolution", answer);
    await rated(reopened, "dissatisfied");
    await at("2022-10-12T10:00:00+08:00");
    await taken();
    await taken("east");
    await at("2022-10-14T10:00:00+08:00");
    await taken();
    await at("2022-10-21T10:00:00+08:00");
    await story.say("dispatcher", reopened, "reopening", { text: "请再修。" });
    const [returning, rejected] = [await taken(), await taken()];
    for (const order of [returning, rejected])
      await story.say("housing", order, "return-request", { reason: "不归本单位", text: "归物业。" });
    await story.say("dispatcher", rejected, "return-rejection", { text: "归你们。" });
    await story.dispatched("housing");
    await story.dispatched("housing", {}, { urgent: true });
    const { status, body } = await story.people.housing!.get("/unit-desk");
    expect(status).toBe(200);
    expect(body.queues).toEqual({
      ...{ urgent: "1", acknowledge: "2", verify: "0", handle: "5", ruling: "1" },
      ...{ soon: "1", due: "1", overdue: "1", rejected: "1", again: "1" },
    });
    const asked: Record<string, string> = {
      ...{ urgent: "urgent=true&task=acknowledge,handle", acknowledge: "task=acknowledge", handle: "task=handle" },
      ...{ soon: "clock=soon", due: "clock=due", overdue: "clock=overdue", verify: "task=verify" },
      ...{ rejected: "cause=rejected", again: "cause=rework,reopened", ruling: "task=ruling" },
    };
    const states: Record<string, string[]> = { soon: ["blue"], due: ["yellow"], overdue: ["red", "summon"] };
    for (const [queue, filter] of Object.entries(asked)) {
      const list = (await story.people.housing!.get(`/orders?sort=turn&${filter}`)).body;
      expect(list.total, queue).toBe(body.queues[queue]);
      for (const { clock } of list.rows) if (states[queue]) expect(states[queue], queue).toContain(clock.state);
    }
    const rows = (await story.people.housing!.get("/orders?sort=turn")).body.rows;
    const said = new Map(rows.map(({ id, next, cause }: Record<string, string>) => [id, [next, cause]]));
    expect(said.get(returning)).toEqual(["等裁定", null]);
    expect(said.get(rejected)).toEqual(["联系当事人", "rejected"]);
    expect(said.get(reopened)).toEqual(["联系当事人", "reopened"]);
    expect((await story.people.supervisor!.get("/orders?unit=housing&cause=reopened")).body.rows[0].id).toBe(reopened);
    expect(hotline.faults).toEqual([]);
  });

  it("本月的按时办结率、满意率和参评率，与月报的计数一致；一件都没有时说明原因", async () => {
    const nothing = (await story.people.housing!.get("/unit-desk/figures")).body;
    expect(nothing.onTime).toMatchObject({ percent: null, denominator: 0, note: "分母为零，没有数值" });
    for (const rating of ["satisfied", "satisfied", "neutral", "dissatisfied", "noResponse"]) {
      const order = await taken();
      await story.say("housing", order, "resolution", answer);
      await rated(order, rating);
    }
    const late = await taken();
    const other = await taken("east");
    await at("2022-10-24T10:00:00+08:00");
    for (const [unit, order] of [
      ["housing", late],
      ["east", other],
    ] as const) {
      await story.say(unit, order, "resolution", answer);
      await rated(order, "satisfied");
    }
    const { body } = await story.people.housing!.get("/unit-desk/figures?month=2022-10");
    expect(body).toMatchObject({
      month: "2022-10",
      onTime: { numerator: 5, denominator: 6, percent: 83.33 },
      response: { numerator: 5, denominator: 6, percent: 83.33 },
    });
    expect(body.satisfaction.note).toContain("样本不足");
    expect(body.satisfaction.words).not.toBeNull();
    const asked = monthOf(hotline.platform, "2022-10", (await hotline.of.desk.rules()).rulebook);
    const period = { platform: "yunling", from: asked.from, until: asked.until };
    const { units } = await followedUp(hotline.db, period);
    for (const { unit, ...counts } of units) expect(counts).toMatchObject(await unitMonth(hotline.db, period, [unit]));
    const city = (await story.people.followUp!.get("/follow-up-figures")).body;
    expect(city.month).toMatchObject({ followUps: 7, response: { numerator: 6, denominator: 7 } });
    expect(city.week).toMatchObject({ followUps: 2, response: { numerator: 2, denominator: 2, percent: 100 } });
    expect(hotline.faults).toEqual([]);
  });

  it("工单给出时限的各日、退单期限和事项时钟的第几日", async () => {
    const order = await taken();
    await at("2022-10-12T10:00:00+08:00");
    const { body } = await story.read("housing", order);
    expect(body.days.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...["start", "counted", "counted", "counted", "counted", "weekend", "counted"],
    ]);
    expect(body.days.find(({ today }: { today: boolean }) => today)).toMatchObject({ from: "2022-10-12", no: 2 });
    expect(body.days.at(-1)).toMatchObject({ from: "2022-10-17", last: true, no: 5 });
    expect(body).toMatchObject({ matterDay: "第 2 个工作日", returnBy: "2022-10-12T16:00:00.000Z" });
  });

  it("回访：应在何时以前、试过几次；评价短信发了没有", async () => {
    const order = await taken();
    await story.say("housing", order, "resolution", answer);
    const soon = (await story.people.followUp!.get("/orders?followUp=later")).body;
    expect(soon.rows[0]).toMatchObject({ id: order, followUp: { attempts: 0, channel: null } });
    expect((await story.people.followUp!.get("/orders?followUp=due")).body.total).toBe("0");
    await at("2022-10-11T09:00:00+08:00");
    await story.say("followUp", order, "follow-up-attempt", { channel: "phone" });
    const due = (await story.people.followUp!.get("/orders?followUp=due")).body;
    expect(due.rows[0].followUp).toEqual({
      ...{ resolvedAt: "2022-10-10T01:00:00.000Z", dueAt: "2022-10-11T16:00:00.000Z", attempts: 1, channel: "phone" },
    });
    const { body } = await story.people.followUp!.get(`/orders/${order}/follow-up`);
    expect(body).toMatchObject({ attempts: [{ channel: "phone" }], dueAt: "2022-10-11T16:00:00.000Z", messages: [] });
    expect((await story.people.followUp!.get("/orders/01840000-0000-7000-8000-00000000ffff/follow-up")).status).toBe(
      404,
    );
    expect(hotline.faults).toEqual([]);
  });
}, books);
