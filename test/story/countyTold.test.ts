import { afterEach, beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { assumed } from "../../rulebook/row.ts";
import type { Role } from "../../src/domain/access/role.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { type Hotline, openHotline, type Person } from "../world/hotline.ts";
import { type LiveClient, type LiveEvent, openLive } from "../world/liveClient.ts";

const SOURCE = "测试用虚构城市";
const MONTH = "2022-09";
const path = (county: string, month = MONTH) => `/county-reports/${month}/${encodeURIComponent(county)}`;
const [EAST, WEST] = [path("东河平台"), path("西山平台")];
const figures = { offered: 400, answered: 390 };
const sheet = { secondsToAnswer: 9, voiceMenu: 1000, etiquette: 3500, knowledge: 2000, followUp: 750, note: null };

/** 县级平台和热线办听到什么: told by notices and on screens, each only what is its own. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let east: Person;
  let west: Person;
  let office: Person;
  let inspector: Person;
  let clients: LiveClient[];

  beforeEach(async () => {
    hotline = await openHotline(await open());
    const counties = [
      assumed("county", "东河平台", { name: "东河平台", order: 1, unit: "east" }, SOURCE),
      assumed("county", "西山平台", { name: "西山平台", order: 2, unit: "west" }, SOURCE),
      {
        ...assumed("county", "老站平台", { name: "老站平台", order: 4, unit: "housing" }, SOURCE),
        until: "2022-03-01",
      },
      { ...assumed("county", "旧城平台", { name: "旧城平台", order: 3, unit: "east" }, SOURCE), until: "2022-09-16" },
    ];
    await addRules(hotline.db, ownBook(hotline.platform.platform), counties, "operator", migratedAt);
    east = await hotline.as("county", "east");
    west = await hotline.as("county", "west");
    office = await hotline.as("office");
    inspector = await hotline.as("inspector");
    clients = [];
  });

  afterEach(async () => {
    for (const one of clients) one.leave();
    for (const one of clients) await one.ended;
    expect(hotline.faults).toEqual([]);
  });

  let minute = 0;
  /** each a minute after the one before, so that notices have their order */
  const says = async (who: Person, noun: string, body: unknown, at = EAST) => {
    minute += 1;
    hotline.at(Date.parse("2022-10-10T09:00:00+08:00") + (minute % 20) * 60_000);
    const { etag } = (await who.get(at)).headers;
    const answer = await who.post(at + noun, body, { "if-match": String(etag) });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body;
  };
  const notices = async (who: Person) => (await who.get("/notices")).body.rows;
  const sentences = async (who: Person): Promise<string[]> =>
    (await notices(who)).map(({ sentence }: { sentence: string }) => sentence).reverse();

  it("对月报提的异议、处理和评定告诉平台；更正、答复和晚报告诉热线办；别的平台和所在地区的单位听不到", async () => {
    minute = 0;
    await says(east, "", figures);
    await says(inspector, "/objections", { text: "请核对接通来电。" });
    await says(inspector, "/objections", { text: "请说明受理量。" });
    await says(east, "", { ...figures, answered: 380 });
    await says(east, "/objections/2/answer", { text: "系统升级。" });
    await says(inspector, "/objections/1/settlement", { upheld: true, text: "确有错。" });
    await says(office, "/objections/2/settlement", { upheld: false, text: "情况属实。" });
    await says(office, "/accuracy", { points: 2500, text: "一处错。" });
    expect(await sentences(east)).toEqual([
      "东河平台2022年9月的月报有异议 1，请在10月13日以前答复或更正。",
      "东河平台2022年9月的月报有异议 2，请在10月13日以前答复或更正。",
      "东河平台2022年9月月报的异议 1 已处理：成立。",
      "东河平台2022年9月月报的异议 2 已处理：不成立。",
      "东河平台2022年9月的数据准确度已评定：25.00 分。",
    ]);
    expect(await sentences(office)).toEqual([
      "东河平台2022年9月的月报已更正，请核对。",
      "东河平台2022年9月月报的异议 2 已答复，请处理。",
    ]);
    const [newest] = await notices(east);
    expect(newest).toMatchObject({ subject: "countyMonth", month: MONTH, county: "东河平台" });
    expect(await sentences(west)).toEqual([]);
    const liaison = await hotline.as("liaison", "east");
    expect(await sentences(liaison)).toEqual([]);
    expect((await liaison.post(`/notices/${newest.id}/read`)).body.code).toBe("notFound");
    expect((await east.post(`/notices/${newest.id}/read`)).body.county).toBe("东河平台");
  });

  it("晚报的告诉热线办，按时报的不告诉", async () => {
    await says(east, "", figures);
    expect(await sentences(office)).toEqual([]);
    await says(east, "", figures, path("东河平台", "2022-08"));
    expect(await sentences(office)).toEqual(["东河平台2022年8月的月报已报，晚于期限。"]);
  });

  const watch = async (role: Role, unit?: string) => {
    const { token } = (await hotline.nobody.post("/session/demonstration", { role, unit, bearer: true })).body;
    const url = await (listening ??= hotline.app.listen({ host: "127.0.0.1", port: 0 }));
    const client = await openLive(`${url}/api/v1/live`, { authorization: `Bearer ${token}` });
    clients.push(client);
    return client;
  };
  let listening: Promise<string> | null;
  beforeEach(() => {
    listening = null;
  });
  afterEach(() => hotline.app.close());
  const kind = (name: string) => (one: LiveEvent) => one.data.kind === name;

  it("屏幕上马上看到：平台看自己的月报和异议，热线办看全部；别的平台、所在地区的联络员什么也收不到", async () => {
    const [city, own, other, liaison] = [
      await watch("office"),
      await watch("county", "east"),
      await watch("county", "west"),
      await watch("liaison", "east"),
    ];
    await says(east, "", figures);
    expect((await own.until(kind("countyReported"))).data.subject).toBe("countyMonth");
    await city.until(kind("countyReported"));
    await says(inspector, "/objections", { text: "请核对。" });
    await own.until(({ event, data }) => event === "notice" && /有异议 1/.test(data.sentence));
    await says(west, "", figures, WEST);
    await other.until(kind("countyReported"));
    expect(other.events.map(({ data }) => data.kind)).toEqual(["countyReported"]);
    expect(own.events.filter(kind("countyReported"))).toHaveLength(1);
    expect(liaison.events).toEqual([]);
  });

  it("拨测：排了、评了，市里马上看到；平台在评完之前什么也收不到", async () => {
    const [city, own, other] = [await watch("inspector"), await watch("county", "east"), await watch("county", "west")];
    // draws the day on which these stories begin
    const plan = { month: "2022-10", county: "东河平台", calls: 1, raters: 1, seed: "seed-15" };
    const { rows } = (await inspector.post("/mystery-plans", plan)).body;
    const at = `/mystery-calls/${rows[0].id}`;
    expect((await city.until(kind("mysteryPlanned"))).data).toMatchObject({ subject: "mysteryCall", id: rows[0].id });
    await says(inspector, "/ratings", { ...sheet, calledAt: "2022-10-10T08:30:00+08:00" }, at);
    await city.until(kind("mysteryRated"));
    await own.until(({ event, data }) => event === "notice" && /已评分/.test(data.sentence));
    expect(own.events.map(({ data }) => data.kind ?? data.subject)).toEqual(["mysteryRated", "mysteryCall"]);
    await says(east, "/objection", { text: "请听录音。" }, at);
    await city.until(kind("mysteryObjected"));
    await says(office, "/settlement", { upheld: false, text: "评得对。" }, at);
    await own.until(kind("mysteryCallScored"));
    expect(other.events).toEqual([]);
  });

  it("终止的平台：有过它的月份照样列着、打得开、能更正，以后的没有；别人的仍看不到", async () => {
    const old = path("旧城平台");
    const rows = async (who: Person, month: string) =>
      (await who.get(`/county-reports?month=${month}`)).body.rows.map(({ county }: { county: string }) => county);
    await says(east, "", figures, old);
    expect(await rows(east, MONTH)).toEqual(["东河平台", "旧城平台"]);
    expect(await rows(office, MONTH)).toEqual(["东河平台", "西山平台", "旧城平台"]);
    expect(await rows(east, "2022-10")).toEqual(["东河平台"]);
    await says(inspector, "/objections", { text: "请核对。" }, old);
    expect(await sentences(east)).toEqual(["旧城平台2022年9月的月报有异议 1，请在10月13日以前答复或更正。"]);
    await says(east, "", { ...figures, answered: 380 }, old);
    expect((await east.get(old)).body.deliveries).toHaveLength(2);
    expect((await west.get(old)).status).toBe(404);
    const later = path("旧城平台", "2022-10");
    for (const who of [east, office]) expect((await who.get(later)).status).toBe(404);
    const account = { number: "9001", name: "接任的人", role: "county", unit: "housing" };
    const made = await (await hotline.as("administrator")).post("/accounts", account);
    expect([made.status, made.body.code]).toEqual([200, undefined]);
    hotline.at("2022-11-07T09:00:00+08:00");
    const next = await hotline.as("county", "east");
    expect((await next.post(later, figures, { "if-match": '"0"' })).body.code).toBe("notFound");
    expect(
      (await next.get("/county-months/2022-09")).body.counties.map(({ county }: { county: string }) => county),
    ).toEqual(["东河平台", "旧城平台"]);
  });
}, books);
