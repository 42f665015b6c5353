import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { readAs } from "../../src/store/access/door.ts";
import { forgetExpired } from "../../src/store/access/forget.ts";
import { drawn } from "../../src/store/inspection/draws.ts";
import { record } from "../../src/store/record.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, MONDAY, openHotline, type Person } from "../world/hotline.ts";
import { ledger } from "../world/ledger.ts";
import { Story } from "../world/matter.ts";

const MINUTE = 60_000;
const day = { from: "2022-10-10", until: "2022-10-10" };

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;
  let inspector: Person;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
    inspector = await hotline.as("inspector");
  });

  /** so many calls, a minute apart, the last `long` of them of a quarter of an hour */
  const calls = async (count: number, { long = 0, agent = "demo-agent", start = 0 } = {}) => {
    const made = ledger(start);
    for (let at = 0; at < count; at += 1) {
      const answeredAt = MONDAY + at * MINUTE;
      const endedAt = answeredAt + (at >= count - long ? 15 : 3) * MINUTE;
      made.call(answeredAt, { answeredAt, endedAt, agent });
    }
    await record(hotline.db, hotline.platform.platform, made, hotline.now());
  };
  const draw = (given: object, by: Person = inspector) => by.post("/inspection-draws", { ...day, count: 3, ...given });
  const samples = async (query = "", by: Person = inspector) => (await by.get(`/inspection-samples${query}`)).body.rows;
  const best = { opening: 1, attitude: 1, elements: 1, answer: 1, record: 1, closing: 1 };
  const forOrder = { contact: 1, measures: 2, reply: 1, grounds: 1, form: 1 };
  const score = (id: string, levels: object, by: Person = inspector) =>
    by.post(`/inspection-samples/${id}/score`, { levels, note: null });
  const say = async (by: Person, id: string, noun: string, body: object) => {
    const { headers } = await by.get(`/inspection-samples/${id}`);
    return by.post(`/inspection-samples/${id}/${noun}`, body, { "if-match": String(headers.etag ?? '"0"') });
  };

  it("随机抽：同一种子抽出的一样，另一种子不一样；抽过的不再抽；抽样写明种子、有多少可抽", async () => {
    await calls(40);
    const { platform } = hotline.platform;
    const picked = (seed: string) =>
      readAs(hotline.db, { platform, units: null }, async (db) =>
        (
          await drawn(db, {
            ...{ platform, of: "call", rule: "random", wanted: 5, seed, minutes: 10, drawnAt: MONDAY },
            ...{ since: MONDAY, before: MONDAY + 24 * 60 * MINUTE },
          })
        ).map(({ subject }) => subject),
      );
    expect(await picked("甲")).toEqual(await picked("甲"));
    expect(await picked("甲")).not.toEqual(await picked("乙"));
    hotline.at("2022-10-11T09:00:00+08:00");
    const first = await draw({ of: "call", rule: "random", count: 30, seed: "2022-10" });
    expect(first.body).toMatchObject({ found: 40, drawn: 30, scored: 0, seed: "2022-10", ruleName: "随机" });
    hotline.at("2022-10-11T09:01:00+08:00");
    expect((await draw({ of: "call", rule: "random", count: 30 })).body).toMatchObject({ found: 10, drawn: 10 });
    const subjects = (await samples("?limit=100")).map(({ subject }: { subject: string }) => subject);
    expect([subjects.length, new Set(subjects).size]).toEqual([40, 40]);
    hotline.at("2022-10-11T09:02:00+08:00");
    expect((await draw({ of: "call", rule: "random" })).body.code).toBe("nothingToDraw");
    expect(hotline.faults).toEqual([]);
  });

  it("按规则抽：通话时间长的来电；不满意、超期、退单两次以上的工单", async () => {
    await calls(6, { long: 2 });
    expect((await draw({ of: "call", rule: "longCall" })).body).toMatchObject({ found: 2, drawn: 2 });
    const late = await story.dispatched("housing");
    await story.say("housing", late, "acknowledgement");
    const twice = await story.dispatched("streets");
    await story.say("streets", twice, "acknowledgement");
    for (let time = 0; time < 2; time += 1) {
      await story.say("streets", twice, "return-request", { reason: "不归本单位", text: "不归本单位。" });
      await story.say("dispatcher", twice, "return-rejection", { text: "归。" });
    }
    expect((await draw({ of: "order", rule: "returnedTwice" })).body).toMatchObject({ drawn: 1 });
    expect((await draw({ of: "order", rule: "longCall" })).body.code).toBe("invalid");
    expect((await draw({ of: "order", rule: "dissatisfied" })).body.code).toBe("nothingToDraw");
    hotline.at("2022-11-10T09:00:00+08:00");
    expect((await draw({ of: "order", rule: "late" })).body).toMatchObject({ drawn: 1 });
    const rows = await samples("?of=order");
    expect(rows.map(({ subject, judgedName }: Record<string, string>) => [subject, judgedName])).toEqual([
      [late, "市住建局"],
      [twice, "市城管局"],
    ]);
    expect((await draw({ of: "call", rule: "random", until: "2023-10-10" })).body.code).toBe("invalid");
  });

  it("质检员自己评过以前，看不到别人的评分，也看不到这个人的成绩；各评一次，不能改", async () => {
    await calls(2);
    await draw({ of: "call", rule: "random" });
    const [one, other] = await samples();
    const results = async (by: Person) =>
      (await by.get("/inspection-results?from=2022-10-01&until=2022-10-31")).body.rows;
    expect((await score(one.id, { ...best, answer: 9 })).body.code).toBe("invalid");
    expect((await score(one.id, { opening: 1 })).body.code).toBe("invalid");
    const given = await score(one.id, { ...best, answer: 2 });
    expect(given.body).toMatchObject({ state: "scored", result: { points: 9000, full: 10_000 } });
    expect((await score(one.id, best)).body.code).toBe("alreadyScored");
    expect((await results(inspector))[0]).toMatchObject({ judgedName: "话务员 demo-agent", points: null, waiting: 1 });
    expect((await results(story.people.office!))[0]).toMatchObject({ points: 9000, rate: 9000, samples: 1 });
    await hotline.db.query("update inspection_score set by = 'inspector:other'");
    const blind = (await inspector.get(`/inspection-samples/${one.id}`)).body;
    expect([blind.scores, blind.result, blind.state]).toEqual([null, null, "scored"]);
    const second = await score(one.id, best);
    const seen = second.body.scores.map(({ by, points }: Record<string, unknown>) => `${by} ${points}`);
    expect(seen.sort()).toEqual(["inspector:demo-inspector 10000", "inspector:other 9000"]);
    await score(other.id, best);
    expect((await results(inspector))[0]).toMatchObject({ points: 29_000, full: 30_000, rate: 9667, waiting: 0 });
  });

  it("话务员只看到自己被评过的，三个工作日内提一次异议；热线办裁定，改判的分数算数，原评分还在", async () => {
    await calls(1);
    await calls(1, { agent: "agent:7", start: 100 });
    await draw({ of: "call", rule: "random" });
    const agent = story.people.agent!;
    expect(await samples("", agent)).toEqual([]);
    const mine = (await samples()).find(({ judged }: { judged: string }) => judged === "demo-agent");
    await score(mine.id, { ...best, attitude: 4 });
    expect((await samples("", agent)).map(({ id }: { id: string }) => id)).toEqual([mine.id]);
    const stale = await agent.post(`/inspection-samples/${mine.id}/objection`, { text: "x" }, { "if-match": '"1"' });
    expect(stale.body.code).toBe("versionConflict");
    const objected = await say(agent, mine.id, "objection", { text: "对方先挂断，13800001234 可以作证。" });
    expect(objected.body).toMatchObject({
      state: "objected",
      objection: { text: "对方先挂断，（电话略） 可以作证。" },
    });
    expect((await say(agent, mine.id, "objection", { text: "再说一次" })).body.code).toBe("alreadyObjected");
    const ruling = { upheld: true, points: 9500, text: "录音属实。" };
    expect((await say(inspector, mine.id, "objection-ruling", ruling)).status).toBe(403);
    const office = story.people.office!;
    expect((await say(office, mine.id, "objection-ruling", { ...ruling, points: 20_000 })).body.code).toBe("invalid");
    expect((await say(office, mine.id, "objection-ruling", { ...ruling, points: null })).body.code).toBe("invalid");
    expect((await say(office, mine.id, "objection-ruling", ruling)).body).toMatchObject({
      state: "ruled",
      result: { points: 9500, full: 10_000 },
      scores: [{ points: 8000 }],
    });
    const own = (await agent.get("/inspection-results?from=2022-10-01&until=2022-10-31")).body.rows;
    expect(own).toMatchObject([{ judged: "demo-agent", rate: 9500, objections: 1, upheld: 1 }]);
  });

  it("被评的人再多，成绩好的也看得到自己的结果", async () => {
    const agents = Array.from({ length: 201 }, (_, no) => `agent:${no}`);
    for (const [no, agent] of [...agents, "demo-agent"].entries()) await calls(1, { agent, start: no * 10 });
    for (const time of ["09:00", "09:01"]) {
      hotline.at(`2022-10-11T${time}:00+08:00`);
      await draw({ of: "call", rule: "random", count: 200 });
    }
    const { platform } = hotline.platform;
    await hotline.db.query(
      `insert into inspection_score (platform, sample, by, at, sheet, items, points, full_points, note)
       select platform, id, 'inspector:1', drawn_at, '2022-10-01', '[]',
         case when judged = 'demo-agent' then 10000 else 1000 end, 10000, null
       from inspection_sample where platform = $1`,
      [platform],
    );
    const query = "/inspection-results?from=2022-10-01&until=2022-10-31";
    expect((await story.people.agent!.get(query)).body.rows).toMatchObject([{ judged: "demo-agent", rate: 10_000 }]);
    expect((await story.people.office!.get(query)).body.rows).toHaveLength(200);
  });

  it("承办单位看自己的工单的质检，过了期限不能提异议；别的单位、别的角色看不到", async () => {
    const order = await story.dispatched("housing");
    await story.handled("housing", order);
    await draw({ of: "order", rule: "random" });
    const [one] = await samples("?of=order");
    expect(await samples("", story.people.housing!)).toEqual([]);
    expect((await score(one.id, forOrder)).body.result).toEqual({ points: 9000, full: 10_000 });
    expect((await samples("", story.people.housing!)).length).toBe(1);
    expect(await samples("", story.people.west!)).toEqual([]);
    expect((await story.people.west!.get(`/inspection-samples/${one.id}`)).status).toBe(404);
    expect((await story.people.dispatcher!.get(`/inspection-samples/${one.id}`)).status).toBe(403);
    hotline.at("2022-10-14T00:00:00+08:00");
    const refused = await say(story.people.housing!, one.id, "objection", { text: "当事人撤回了。" });
    expect(refused.body.code).toBe("objectionLate");
    const west = { platform: hotline.platform.platform, units: ["west"] };
    for (const table of ["inspection_sample", "inspection_score", "objection"])
      expect(await readAs(hotline.db, west, (db) => db.query(`select * from ${table}`))).toEqual([]);
    await expect(readAs(hotline.db, west, (db) => db.query("select * from inspection_draw"))).rejects.toThrow();
  });

  it("质检记录满三年删除；有法定保留的不删", async () => {
    const kept = await story.dispatched("housing");
    const gone = await story.dispatched("streets");
    await story.handled("housing", kept);
    await story.handled("streets", gone);
    await draw({ of: "order", rule: "random" });
    for (const { id } of await samples()) await score(id, forOrder);
    const { request } = (await story.read("office", kept)).body;
    await story.people.office!.post("/holds", { request, reason: "行政诉讼需要" });
    hotline.at("2025-10-11T00:00:00+08:00");
    const rules = await hotline.of.desk.rules();
    const { inspections } = await forgetExpired(hotline.db, hotline.platform.platform, rules, hotline.now());
    expect(inspections).toBe(1);
    expect(await hotline.db.query("select subject from inspection_sample")).toEqual([{ subject: kept }]);
    expect((await hotline.db.query("select from inspection_score")).length).toBe(1);
  });

  it("评分表是规则：改了以后按新表评，已评的仍按当时的；说不通的表不收", async () => {
    await calls(2);
    await draw({ of: "call", rule: "random" });
    const [one, other] = await samples();
    await score(one.id, best);
    const sheet = {
      name: "新评分表",
      items: [
        {
          key: "all",
          name: "总体",
          words: "总体印象",
          levels: [
            { points: 10_000, words: "好" },
            { points: 0, words: "差" },
          ],
        },
      ],
    };
    const office = story.people.office!;
    const add = (value: object) =>
      office.post("/rules", { kind: "scoreSheet", key: "call", from: "2022-10-10", value, source: "热线办决定" });
    const bad = { ...sheet, items: [{ ...sheet.items[0], levels: [...sheet.items[0]!.levels].reverse() }] };
    expect((await add(bad)).body.code).toBe("ruleNonsense");
    expect((await add(sheet)).status).toBe(200);
    expect((await score(other.id, best)).body.code).toBe("invalid");
    expect((await score(other.id, { all: 2 })).body.result).toEqual({ points: 0, full: 10_000 });
    expect((await inspector.get(`/inspection-samples/${one.id}`)).body.scores[0].items).toHaveLength(6);
  });
}, books);
