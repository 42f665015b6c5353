import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { messages } from "../../src/jobs/messages.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import { type BackOffice, backOffice, followUpBySms } from "../world/backOffice.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;
  let back: BackOffice;
  let order: string;
  let code: string;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
    back = backOffice(hotline);
    await followUpBySms(hotline);
    order = await story.dispatched("housing");
    await story.handled("housing", order);
    await back.run(sweep, messages);
    const asked = (await back.received()).find(({ text }) => text.includes("/survey/"))!;
    code = asked.text.split("/survey/")[1]!;
  });

  const answer = (given: object = { rating: "satisfied", solved: true, comment: "谢谢" }, of = code) =>
    hotline.nobody.post(`/surveys/${of}`, given);

  it("点开链接评价一次：记为短信回访，工单随后归档；再评价、再打开都说已评价", async () => {
    const { request } = (await story.read("dispatcher", order)).body;
    const { number } = (await story.people.dispatcher!.get(`/requests/${request}`)).body;
    const opened = await hotline.nobody.get(`/surveys/${code}`);
    expect(opened.body).toEqual({
      platform: "云岭市",
      number,
      title: "三号楼电梯停运三天",
      answer: "电梯已修复。",
      state: "open",
      until: "2022-10-12T01:00:00.000Z",
    });
    expect((await answer()).body).toMatchObject({ state: "answered", title: null, answer: null });
    expect((await answer()).body).toMatchObject({ status: 409, code: "surveyAnswered" });
    expect((await hotline.nobody.get(`/surveys/${code}`)).body.state).toBe("answered");
    const trail = await story.trail("dispatcher", order);
    expect(trail.at(-1)).toMatchObject({ term: "回访", by: "citizen" });
    expect(trail.at(-1)!.texts.map(({ text }) => text)).toEqual(["谢谢"]);
    await back.run(sweep);
    expect((await story.read("dispatcher", order)).body).toMatchObject({ stage: "closed", rating: "satisfied" });
    expect(hotline.faults).toEqual([]);
  });

  it("不满意：通知派单员决定是否重办；重办之后旧链接不能再评价", async () => {
    await answer({ rating: "dissatisfied" });
    const { rows } = (await story.people.dispatcher!.get("/notices")).body;
    expect(rows.some(({ sentence }: { sentence: string }) => sentence.includes("评价不满意"))).toBe(true);
    await back.run(sweep);
    expect((await story.read("dispatcher", order)).body.stage).toBe("followedUp");
    await story.say("dispatcher", order, "reopening", { text: "属实，重办。" });
    await story.say("housing", order, "resolution", { solved: true, internalText: null, publicText: "又修了。" });
    expect((await answer()).body.code).toBe("surveyAnswered");
  });

  it("返工期间、窗口过后：不能评价；两人同时用一个链接：只记一次", async () => {
    await story.say("dispatcher", order, "rework", { text: "答复不清楚。" });
    expect((await answer()).body.code).toBe("surveyClosed");
    await story.say("housing", order, "resolution", { solved: true, internalText: null, publicText: "说清楚了。" });
    const both = await Promise.all([answer(), answer({ rating: "neutral" })]);
    expect(both.map(({ status }) => status).sort()[0]).toBe(200);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const concluded = await hotline.db.query("select from event where kind = 'followUpConcluded'");
    expect(concluded).toHaveLength(1);
    expect(hotline.faults).toEqual([]);
  });

  it("窗口到点就关，先于巡查", async () => {
    hotline.at("2022-10-12T09:00:00+08:00");
    expect((await hotline.nobody.get(`/surveys/${code}`)).body.state).toBe("closed");
    expect((await answer()).body.code).toBe("surveyClosed");
  });

  it("代码不在任何一张表里；猜的代码找不到，猜得多了就请他等一等", async () => {
    const tables = await hotline.db.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    for (const { name } of tables.filter(({ name: one }) => one !== "simulated_sms"))
      expect(await hotline.db.query(`select from ${name} where ${name}::text like '%${code}%'`), name).toEqual([]);
    const guesses: number[] = [];
    for (let n = 0; n < 32; n += 1)
      guesses.push((await hotline.nobody.get(`/surveys/${String(n).padStart(20, "0")}`)).status);
    expect([guesses[0], guesses[29], guesses[31]]).toEqual([404, 404, 429]);
    expect((await hotline.nobody.get(`/surveys/${code}`)).body.code).toBe("tooMany");
    hotline.at(hotline.now() + 60_000);
    expect((await hotline.nobody.get(`/surveys/${code}`)).status).toBe(200);
  });
}, books);
