import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { readAs } from "../../src/store/access/door.ts";
import { forgetExpired } from "../../src/store/access/forget.ts";
import { verifyLedger } from "../../src/store/ledger/verify.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, openHotline, type Person } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

/** 今天是 2022-10-10 */
const lift = {
  title: "电梯困人和停运怎么报修",
  answer: "先打维保单位的电话；停运超过二十四小时，由住建部门督促。",
  text: "电梯困人请立即拨打轿厢内的应急电话。物业应当在三十分钟内到场。",
  materials: "房号\n电梯编号",
  unit: "housing",
  source: "云住建〔2022〕8号",
  from: "2022-01-01",
  until: "2022-10-31",
};

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;
  let people: Record<string, Person>;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    story = await Story(hotline);
    people = story.people;
  });

  const written = async (given: object = {}, who = "office"): Promise<string> => {
    const answer = await people[who]!.post("/articles", { ...lift, ...given });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
    return answer.body.id;
  };
  const seen = async (who: string, id: string) => (await people[who]!.get(`/articles/${id}`)).body;
  const say = async (who: string, id: string, noun: string, body: object = {}) => {
    const { headers } = await people[who]!.get(`/articles/${id}`);
    return people[who]!.post(`/articles/${id}/${noun}`, body, { "if-match": String(headers.etag ?? '"0"') });
  };
  const found = async (q: string, who = "agent", more = "") =>
    (await people[who]!.get(`/articles?q=${encodeURIComponent(q)}${more}`)).body.rows;
  const may = async (who: string, id: string, action: string) =>
    (await seen(who, id)).allowed.find((one: { action: string }) => one.action === action);

  it("热线办写的马上能查到：两个字就行，标题里有的在前，摘要落在命中的地方", async () => {
    const inText = await written({
      title: "物业服务",
      text: `${"物业服务的一般规定。".repeat(20)}电梯年检由维保单位办。`,
    });
    const inTitle = await written();
    const rows = await found("电梯");
    expect(rows.map(({ id }: { id: string }) => id)).toEqual([inTitle, inText]);
    expect(rows[1].excerpt).toContain("电梯年检");
    expect(rows[0]).toMatchObject({ unitName: "市住建局", validity: { state: "soon" }, usedThisMonth: 0 });
    expect(await found("电")).toEqual([]);
    expect((await found("维保单位", "west")).length).toBe(2);
    expect(hotline.faults).toEqual([]);
  });

  it("改一版只是多一版：旧的原样留着，写明谁、何时、为什么；别人先改了，要重看", async () => {
    const id = await written();
    const again = { ...lift, answer: "拨打 96333。", reason: "启用应急平台" };
    expect((await say("office", id, "editions", again)).body).toMatchObject({ version: 2, shown: { no: 2 } });
    expect((await people.agent!.get(`/articles/${id}/editions/1`)).body.answer).toBe(lift.answer);
    const stale = await people.office!.post(`/articles/${id}/editions`, again, { "if-match": '"1"' });
    expect(stale.body.code).toBe("versionConflict");
    const [newest] = (await seen("agent", id)).editions;
    expect(newest).toMatchObject({ no: 2, reason: "启用应急平台", by: "office:demo-office" });
    expect([(await found("96333")).length, (await found("督促")).length]).toEqual([1, 0]);
  });

  it("过期的不能采用，说清由谁续期；责任单位自己续，马上能用；按条、按月记次数", async () => {
    const id = await written();
    expect((await people.agent!.post(`/articles/${id}/uses`)).body.usedThisMonth).toBe(1);
    hotline.at("2022-11-01T00:00:00+08:00");
    const refused = await people.agent!.post(`/articles/${id}/uses`);
    expect([refused.status, refused.body.code]).toEqual([409, "articleExpired"]);
    expect(refused.body.detail).toContain("请市住建局续期");
    expect(await may("agent", id, "adopt")).toMatchObject({
      allowed: false,
      next: expect.stringContaining("市住建局"),
    });
    expect((await say("west", id, "renewal", { until: "2023-10-31", source: "续" })).body.code).toBe("ownPart");
    const renewal = { until: "2023-10-31", source: "云住建函〔2022〕30号" };
    expect((await say("housing", id, "renewal", renewal)).body.shown).toMatchObject({ until: "2023-10-31", no: 2 });
    expect((await people.agent!.post(`/articles/${id}/uses`)).body.usedThisMonth).toBe(1);
    expect((await seen("agent", id)).uses.slice(-2)).toEqual([
      { month: "2022-10", times: 1 },
      { month: "2022-11", times: 1 },
    ]);
    expect((await people.agent!.get("/article-uses/2022-10")).body.rows).toEqual([
      { article: id, title: lift.title, times: 1 },
    ]);
  });

  it("过期的在清单里排在后面；快到期、已过期分得开", async () => {
    const old = await written({ until: "2022-10-09", title: "电梯老规定" });
    const fresh = await written({ until: null });
    expect((await found("电梯")).map(({ id }: { id: string }) => id)).toEqual([fresh, old]);
    const of = async (state: string) =>
      (await people.agent!.get(`/articles?state=${state}`)).body.rows.map(({ id }: { id: string }) => id);
    expect([await of("current"), await of("soon"), await of("expired")]).toEqual([[fresh], [], [old]]);
  });

  it("联络员写的是提议：别人看不到，热线办同意了才算；只能写本单位的", async () => {
    expect((await people.west!.post("/articles", lift)).body.code).toBe("ownPart");
    const id = await written({}, "housing");
    expect([(await people.agent!.get(`/articles/${id}`)).status, await found("电梯")]).toEqual([404, []]);
    expect((await people.housing!.post(`/articles/${id}/uses`)).body.code).toBe("articleNotAccepted");
    const waiting = async (who: string) => (await people[who]!.get("/articles?state=proposed")).body.rows.length;
    expect([await waiting("office"), await waiting("housing"), await waiting("west")]).toEqual([1, 1, 0]);
    const again = { ...lift, reason: "补充" };
    expect((await say("housing", id, "editions", again)).body.code).toBe("proposalWaiting");
    expect((await say("office", id, "proposal-ruling", { accepted: false })).body.code).toBe("invalid");
    expect((await say("office", id, "proposal-ruling", { accepted: true })).body).toMatchObject({ accepted: true });
    expect((await found("电梯")).length).toBe(1);
    const changed = { ...lift, answer: "改了电话。", reason: "电话变了" };
    expect((await say("housing", id, "editions", changed)).body).toMatchObject({ waiting: 2, shown: { no: 1 } });
    expect((await people.agent!.get(`/articles/${id}/editions/2`)).status).toBe(404);
    const no = { accepted: false, reason: "请先核实电话" };
    expect((await say("office", id, "proposal-ruling", no)).body).toMatchObject({ waiting: null, shown: { no: 1 } });
    expect((await say("office", id, "proposal-ruling", no)).body.code).toBe("nothingWaits");
  });

  it("报错一句话，热线办和责任单位看得到，处理一次；电话不留", async () => {
    const id = await written();
    await people.agent!.post(`/articles/${id}/error-reports`, { text: "维保电话打不通，当事人 13800001234" });
    const reports = async (who: string) => (await people[who]!.get("/article-error-reports")).body.rows;
    expect((await reports("office"))[0]).toMatchObject({
      title: lift.title,
      text: "维保电话打不通，当事人 （电话略）",
    });
    expect([(await reports("housing")).length, (await reports("west")).length]).toEqual([1, 0]);
    expect([(await seen("housing", id)).openReports, (await seen("agent", id)).openReports]).toEqual([1, null]);
    const [{ id: report }] = await reports("housing");
    const settle = (who: string) =>
      people[who]!.post(`/article-error-reports/${report}/settlement`, { text: "电话已更正" });
    expect((await settle("west")).status).toBe(404);
    expect((await settle("housing")).body.settlement).toMatchObject({ text: "电话已更正" });
    expect((await settle("office")).body.code).toBe("reportSettled");
    expect(await reports("office")).toEqual([]);
  });

  it("没找到的记下来，有人用一条知识回答", async () => {
    const noted = await people.agent!.post("/open-questions", { text: "加装电梯补多少钱，欧阳测试问的" });
    const open = async () => (await people.office!.get("/open-questions")).body;
    expect((await open()).total).toBe("1");
    expect((await people.housing!.get("/open-questions")).status).toBe(403);
    const article = await written({ title: "加装电梯补贴" });
    const answer = () => people.office!.post(`/open-questions/${noted.body.id}/answer`, { article });
    expect((await answer()).body.answer).toMatchObject({ article, title: "加装电梯补贴" });
    expect([(await answer()).status, (await open()).rows]).toEqual([404, []]);
    hotline.at("2024-10-11T00:00:00+08:00");
    const rules = await hotline.of.desk.rules();
    expect(await forgetExpired(hotline.db, hotline.platform.platform, rules, hotline.now())).toMatchObject({
      questions: 1,
    });
  });

  it("说不通的不收：没有的单位、倒着的日期；谁改了库里的条目，查验说得出", async () => {
    expect((await people.office!.post("/articles", { ...lift, unit: "没有" })).body.code).toBe("unknownUnit");
    expect((await people.office!.post("/articles", { ...lift, until: "2021-01-01" })).body.code).toBe("invalid");
    const id = await written();
    await written({}, "housing");
    const { platform } = hotline.platform;
    const verify = async () => (await verifyLedger(hotline.db, { platform, noted: null, progress: () => {} })).finding;
    expect(await verify()).toBeNull();
    await hotline.db.query("update article_edition set answer = '不用修。' where article = $1", [id]);
    expect(await verify()).toMatchObject({ fault: "articleDiffers", id });
  });

  it("数据库也拦：单位看不到别人的报错和问题，看不到谁采用的，一个字也改不了", async () => {
    const id = await written();
    await people.agent!.post(`/articles/${id}/error-reports`, { text: "错了" });
    await people.agent!.post("/open-questions", { text: "没找到的" });
    await people.agent!.post(`/articles/${id}/uses`);
    const as = (units: string[] | null, sql: string) =>
      readAs(hotline.db, { platform: hotline.platform.platform, units }, (db) => db.query(sql));
    expect((await as(["west"], "select * from article")).length).toBe(1);
    expect(await as(["west"], "select * from article_report")).toEqual([]);
    expect((await as(["housing"], "select * from article_report")).length).toBe(1);
    await expect(as(["west"], "select * from open_question")).rejects.toThrow(/permission/);
    await expect(as(["west"], "select by from article_use")).rejects.toThrow(/permission/);
    await expect(as(null, "delete from article_edition")).rejects.toThrow();
    expect(
      await readAs(hotline.db, { platform: "other", units: null }, (db) => db.query("select * from article")),
    ).toEqual([]);
  });
}, books);
