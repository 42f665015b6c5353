import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { migrate } from "../../src/store/migrate.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline, type Person } from "../world/hotline.ts";
import { matter, Story } from "../world/matter.ts";

const unit = { name: "市林业局", group: "department", order: 20, shortNames: [], listedWhenIdle: false };
const row = { kind: "unit", key: "forest", from: "2022-10-10", value: unit, source: "云政办〔2022〕1号" };

eachDatabase((_, open) => {
  let hotline: Hotline;
  let office: Person;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    office = await hotline.as("office");
  });

  const add = (given: object) => office.post("/rules", given);
  const inForce = async (kind: string, query = "") => (await office.get(`/rules?kind=${kind}${query}`)).body.rows;
  const history = async (kind: string, key: string, query = "") =>
    (await office.get(`/rules/history?kind=${kind}&key=${encodeURIComponent(key)}${query}`)).body;

  it("新单位当天就能派单，联络员能登录；以前的日子没有它", async () => {
    const { status, body } = await add(row);
    expect([status, body.until, body.assumption]).toEqual([200, null, false]);
    const story = await Story(hotline);
    expect(await story.dispatched("forest", {}, matter)).toBeTruthy();
    expect(await hotline.as("liaison", "forest")).toBeTruthy();
    expect((await inForce("unit", "&q=forest")).map(({ key }: { key: string }) => key)).toEqual(["forest"]);
    expect(await inForce("unit", "&q=forest&on=2022-10-09")).toEqual([]);
    expect(hotline.faults).toEqual([]);
  });

  it("改时限只是多说一行：旧的还在，旧的日子仍按旧的；来历写明谁的、何时、凭什么", async () => {
    const limit = { amount: 7, in: "workingDays", words: "7个工作日内办结" };
    await add({ kind: "limit", key: "resolve", from: "2022-11-01", value: limit, source: "热线办会议纪要" });
    const on = async (day: string) => (await inForce("limit", `&q=resolve&on=${day}`))[0].value.amount;
    expect([await on("2022-10-31"), await on("2022-11-01")]).toEqual([5, 7]);
    const { rows } = await history("limit", "resolve");
    expect(rows.map(({ origin, source }: Record<string, string>) => [origin, source])).toEqual([
      ["operator", "热线办会议纪要"],
      ["release", "各地公布的12345热线管理办法（通行做法）"],
    ]);
    expect(rows[0].recordedAt).toBe(new Date(hotline.now()).toISOString());
    const log = (await office.get("/access-log?operation=addRule")).body.rows;
    expect(log[0]).toMatchObject({ subjectKind: "limit", subjectId: "resolve", reason: "热线办会议纪要" });
  });

  it("试算：时限各到哪天、待派的改建议给谁，说出来；什么也不写；和写的时候一样拒绝", async () => {
    const tries = (given: object) => office.post("/rules/trials", given);
    const limit = { amount: 7, in: "workingDays", words: "7个工作日内办结" };
    const given = { kind: "limit", key: "resolve", from: "2022-11-01", value: limit, source: "热线办会议纪要" };
    const { status, body } = await tries(given);
    expect([status, body.pending]).toEqual([200, []]);
    expect(body.sentences[1]).toBe(
      "11月1日 周二 09:00 起算的，现行 5 个工作日，至 11月8日 周二 24:00；新的 7 个工作日，至 11月10日 周四 24:00，比现在晚。",
    );
    const story = await Story(hotline);
    const ids = [await story.accepted(), await story.accepted()];
    await story.accepted({ ...matter, category: "h2" });
    const row = { kind: "directory", key: "h1", from: "2022-10-20", source: "三定方案" };
    const directory = { ...row, value: { unit: "bus", basis: "职能" } };
    const tried = (await tries(directory)).body;
    expect(tried.sentences.at(-1)).toBe("3 件待派的诉求里，有 2 件建议的单位会变。");
    expect(tried.pending).toMatchObject([{ fromName: "东河区", toName: "云岭公交", count: 2 }]);
    const numbers = [];
    for (const id of ids) numbers.push((await office.get(`/requests/${id}`)).body.number);
    expect(tried.pending[0].numbers.sort()).toEqual(numbers.sort());
    const same = (await tries({ ...directory, value: { unit: "east", basis: "属地" } })).body;
    expect([same.pending, same.sentences.at(-1)]).toEqual([[], "3 件待派的诉求，建议的单位都不变。"]);
    expect(await history("directory", "h1")).toMatchObject({ rows: [] });
    expect((await inForce("limit", "&q=resolve&on=2022-11-02"))[0].value.amount).toBe(5);
    expect((await tries({ ...given, from: "2022-10-01" })).body.code).toBe("ruleBackdated");
    expect((await tries({ ...directory, value: { unit: "nobody", basis: "职能" } })).status).toBe(409);
    expect((await story.people.agent!.post("/rules/trials", given)).status).toBe(403);
    expect(hotline.faults).toEqual([]);
  });

  it("同一天说两次，后说的算；升级程序不动它", async () => {
    const say = (amount: number) =>
      add({
        ...{ kind: "limit", key: "resolve", from: "2022-11-01", source: "更正" },
        value: { amount, in: "workingDays", words: "办结" },
      });
    await say(7);
    await say(8);
    await migrate(hotline.db, books, hotline.now());
    expect((await inForce("limit", "&q=resolve&on=2022-11-02"))[0].value.amount).toBe(8);
    expect((await history("limit", "resolve")).rows).toHaveLength(3);
  });

  it("说不通的不收，什么也没写", async () => {
    const before = await hotline.db.query("select count(*) from rule_row");
    const refused = async (given: object) => (await add({ ...row, ...given })).body.code;
    expect(await refused({ value: { ...unit, parent: "没有" } })).toBe("ruleNonsense");
    expect(await refused({ key: "east", value: { ...unit, parent: "east-osmanthus" } })).toBe("ruleNonsense");
    expect(await refused({ value: { name: "缺项" } })).toBe("ruleNonsense");
    expect(await refused({ until: "2022-10-10" })).toBe("ruleNonsense");
    expect(
      await refused({ kind: "calendarYear", key: "2027", value: { holidays: ["2026-05-01"], workdays: [] } }),
    ).toBe("ruleNonsense");
    expect(await refused({ kind: "threshold", key: "sessionHours", value: { value: 999, words: "" } })).toBe(
      "ruleNonsense",
    );
    expect(await refused({ kind: "没有这种" })).toBe("invalid");
    expect(await refused({ source: "" })).toBe("invalid");
    expect(await hotline.db.query("select count(*) from rule_row")).toEqual(before);
  });

  it("改过去要说明是更正", async () => {
    const past = { ...row, from: "2022-09-01" };
    expect((await add(past)).body.code).toBe("ruleBackdated");
    expect((await add({ ...past, correction: true })).status).toBe(200);
    expect(await inForce("unit", "&q=forest&on=2022-09-01")).toHaveLength(1);
  });

  it("两个人同时把单位互相设为上级，只有一个成", async () => {
    await add(row);
    await add({ ...row, key: "water", value: { ...unit, name: "市水利局" } });
    const under = (key: string, name: string, parent: string) =>
      add({ ...row, key, from: "2022-10-11", value: { ...unit, name, parent } });
    const answers = await Promise.all([under("forest", "市林业局", "water"), under("water", "市水利局", "forest")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("翻到一半，接着看的那一行已经没有了：说翻页位置不对，不从头再来", async () => {
    const { next } = (await office.get("/rules?kind=category&limit=50")).body;
    expect((await office.get(`/rules?kind=category&cursor=${next}`)).status).toBe(200);
    const ended = Buffer.from("没有这个键").toString("base64url");
    const { status, body } = await office.get(`/rules?kind=category&cursor=${ended}`);
    expect([status, body.title]).toEqual([400, "翻页位置不对。"]);
  });

  it("一页一页看完一种规则；谁登录了都能看，只有管理员和热线办能写", async () => {
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const { rows, next } = (await office.get(`/rules?kind=category&limit=50${cursor}`)).body;
      seen.push(...rows.map(({ key }: { key: string }) => key));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(seen.length).toBeGreaterThan(120);
    expect(new Set(seen).size).toBe(seen.length);
    const liaison = await hotline.as("liaison", "housing");
    expect((await liaison.get("/rules?kind=unit")).status).toBe(200);
    expect((await liaison.post("/rules", row)).body.code).toBe("otherRole");
  });

  it("下级单位的人从改上级那天起归新的上级看", async () => {
    const street = { ...unit, name: "桂花街道", parent: "west" };
    await add({ ...row, key: "east-osmanthus", from: "2022-10-11", value: street });
    const units = async (of: string) => (await (await hotline.as("liaison", of)).get("/session")).body.units;
    expect([await units("east"), await units("west")]).toEqual([["east", "east-osmanthus"], ["west"]]);
    hotline.at("2022-10-11T00:00:00+08:00");
    expect([await units("east"), await units("west")]).toEqual([["east"], ["west", "east-osmanthus"]]);
  });
}, books);
