import { hash } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { scorecard } from "../../rulebook/hunan/scorecard.ts";
import { assumed } from "../../rulebook/row.ts";
import { computeMonth } from "../../src/api/report/compute.ts";
import { verifyLedger } from "../../src/store/ledger/verify.ts";
import { record } from "../../src/store/record.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { type Answer, type Hotline, openHotline, type Person } from "../world/hotline.ts";
import { accounts, signIn } from "../world/signing.ts";

const SOURCE = "测试用虚构城市";
const MONTH = "2022-10";
const EAST = "东河平台";
/** draws the 10th, which is the day on which these stories begin, and the 20th */
const SEED = "seed-15";
const rating = { secondsToAnswer: 9, voiceMenu: 1000, etiquette: 3500, knowledge: 2000, followUp: 750, note: null };

/** 拨测: planned by a seed, rated blind, objected to by the platform that was phoned, settled by the office; only then it counts. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let east: Person;
  let west: Person;
  let office: Person;
  let inspectors: Person[];

  /** signed in with a number of his own */
  const inspector = async (number: string): Promise<Person> => {
    const token = (await signIn(hotline, number)).body.token;
    const own = { authorization: `Bearer ${token}` };
    const ask: Person["ask"] = (method, path, body, headers = {}) =>
      hotline.nobody.ask(method, path, body, { ...own, ...headers });
    return {
      ask,
      get: (path, headers) => ask("GET", path, undefined, headers),
      post: (path, body = {}, headers = {}) => ask("POST", path, body, headers),
    };
  };

  beforeEach(async () => {
    hotline = await openHotline(await open());
    const counties = [
      assumed("county", EAST, { name: EAST, order: 1, unit: "east" }, SOURCE),
      assumed("county", "西山平台", { name: "西山平台", order: 2, unit: "west" }, SOURCE),
    ];
    await addRules(hotline.db, ownBook(hotline.platform.platform), counties, "operator", migratedAt);
    east = await hotline.as("county", "east");
    west = await hotline.as("county", "west");
    office = await hotline.as("office");
    const numbers = ["i1", "i2", "i3"];
    await accounts(hotline, ...numbers.map((number) => ({ number, role: "inspector" as const })));
    inspectors = [await inspector("i1"), await inspector("i2"), await inspector("i3")];
  });

  const plan = async (more: object = {}): Promise<Answer> =>
    inspectors[0]!.post("/mystery-plans", { month: MONTH, county: EAST, calls: 2, seed: SEED, ...more });
  const planned = async (more: object = {}): Promise<string[]> => {
    const { status, body } = await plan(more);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.rows.map(({ id }: { id: string }) => id);
  };
  const says = async (who: Person, id: string, noun: string, body: unknown): Promise<Answer> => {
    const { headers } = await who.get(`/mystery-calls/${id}`);
    return who.post(`/mystery-calls/${id}/${noun}`, body, { "if-match": String(headers.etag ?? '"1"') });
  };
  const said = async (who: Person, id: string, noun: string, body: unknown) => {
    const answer = await says(who, id, noun, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body;
  };
  const rate = (who: Person, id: string, change: object = {}) =>
    said(who, id, "ratings", { ...rating, calledAt: "2022-10-10T08:30:00+08:00", ...change });
  /** at nine o'clock of another day, when sessions of days before have run out */
  const onDay = async (day: string): Promise<Person> => {
    hotline.at(`${day}T09:00:00+08:00`);
    return inspector("i1");
  };
  const rows = async (who: Person) => (await who.get(`/mystery-calls?month=${MONTH}`)).body.rows;
  const computed = (month: string) => computeMonth(hotline.db, hotline.platform, month);
  const counted = async () => {
    const { figures } = await computed(MONTH);
    const row = figures.appendix2.rows.find(({ platform }) => platform === EAST);
    return row ? [row.mysteryCall.connection.value, row.mysteryCall.etiquette.value] : null;
  };
  const sentences = async (who: Person): Promise<string[]> =>
    (await who.get("/notices")).body.rows.map(({ sentence }: { sentence: string }) => sentence);

  it("计划：同一种子抽出的日子一样，都在剩下的日子里；一个月排一次；平台看不到哪天会拨", async () => {
    const first = (await plan()).body;
    const days = first.rows.map(({ day }: { day: string }) => day);
    // whoever has the seed draws them again: the first of the days left, by their digests
    const left = Array.from({ length: 22 }, (_, at) => `2022-10-${at + 10}`);
    const digest = (day: string) => hash("sha256", `${SEED} ${EAST} ${day}`);
    const drawn = left.toSorted((one, other) => (digest(one) < digest(other) ? -1 : 1)).slice(0, 2);
    expect(days).toEqual(drawn.sort());
    expect(first.plans).toMatchObject([{ county: EAST, calls: 2, raters: 1, seed: SEED }]);
    expect((await plan()).body.code).toBe("alreadyPlanned");
    const next = await plan({ month: "2022-11", calls: 30 });
    expect(new Set(next.body.rows.map(({ day }: { day: string }) => day)).size).toBe(30);
    expect((await plan({ month: "2022-09" })).body.code).toBe("monthOver");
    expect((await plan({ month: "2022-12", county: "没有的平台" })).body.code).toBe("unknownCounty");
    expect((await plan({ month: "2022-11", county: "西山平台", calls: 31 })).body.code).toBe("invalid");
    expect(await rows(east)).toEqual([]);
    expect((await east.get(`/mystery-calls?month=${MONTH}`)).body.plans).toEqual([]);
    expect((await east.get(`/mystery-calls/${first.rows[0].id}`)).status).toBe(404);
    expect((await east.post("/mystery-plans", { month: MONTH, county: EAST, calls: 1 })).status).toBe(403);
    expect(hotline.faults).toEqual([]);
  });

  it("一人评：平台在异议期里，不提异议的过了期再定；定了才计入附件2，账本照查", async () => {
    const [id] = await planned();
    expect(await rate(inspectors[0]!, id!, { secondsToAnswer: 16 })).toMatchObject({
      ...{ state: "rated", sheet: { connection: 500, total: 7750 } },
    });
    await expect(computed(MONTH)).rejects.toMatchObject({ refused: { refused: "emptyMonth" } });
    expect((await rows(east)).map(({ state }: { state: string }) => state)).toEqual(["rated"]);
    expect((await east.get(`/mystery-calls/${id}`)).body.ratings[0].by).toBeNull();
    expect((await west.get(`/mystery-calls/${id}`)).status).toBe(404);
    expect((await says(office, id!, "settlement", {})).body.code).toBe("objectionOpen");
    hotline.at("2022-10-14T09:00:00+08:00");
    expect((await says(east, id!, "objection", { text: "迟了。" })).body.code).toBe("objectionLate");
    expect(await said(office, id!, "settlement", {})).toMatchObject({ state: "settled", settlement: { upheld: null } });
    // a month of mystery calls alone is none without records; what it is compared with is
    expect(await counted()).toEqual([500, 3500]);
    expect((await computed(MONTH)).source.before).toBeNull();
    expect((await says(office, id!, "settlement", {})).body.code).toBe("alreadySettled");
    expect((await east.get(`/county-months/${MONTH}`)).body.counties[0].mysteryCalls).toHaveLength(1);
    const task = { platform: hotline.platform.platform, noted: null, progress: () => {} };
    expect((await verifyLedger(hotline.db, task)).finding).toBeNull();
    expect(hotline.faults).toEqual([]);
  });

  it("两人评：各评各的，看不到对方的；相差远的第三人复评为准；平台提异议，成立的改定", async () => {
    const [id] = await planned({ raters: 2 });
    const [one, other, third] = inspectors as [Person, Person, Person];
    expect((await rate(one, id!)).state).toBe("waiting");
    expect((await other.get(`/mystery-calls/${id}`)).body).toMatchObject({ ratings: null, sheet: null, given: 1 });
    expect((await says(one, id!, "ratings", { ...rating, calledAt: "2022-10-10T08:30:00+08:00" })).body.code).toBe(
      "alreadyScored",
    );
    expect((await rate(other, id!, { etiquette: 2000 })).state).toBe("apart");
    expect((await third.get(`/mystery-calls/${id}`)).body.ratings).toBeNull();
    expect(await rows(east)).toEqual([]);
    expect(await rate(third, id!, { etiquette: 2400 })).toMatchObject({ state: "rated", sheet: { etiquette: 2400 } });
    expect(await said(east, id!, "objection", { text: "服务规范扣多了，请听录音。" })).toMatchObject({
      state: "objected",
    });
    expect((await says(east, id!, "objection", { text: "再提。" })).body.code).toBe("alreadyObjected");
    expect((await says(office, id!, "settlement", {})).body.code).toBe("invalid");
    const { note: _, ...changed } = { ...rating, etiquette: 3000 };
    expect((await says(office, id!, "settlement", { upheld: true, text: "属实。" })).status).toBe(400);
    const high = { upheld: true, text: "属实。", sheet: { ...changed, etiquette: 4001 } };
    expect((await says(office, id!, "settlement", high)).body.title).toBe("服务规范满分 40 分，不能再高。");
    const { note: __, ...same } = { ...rating, etiquette: 2400 };
    expect((await says(office, id!, "settlement", { upheld: true, text: "属实。", sheet: same })).body).toMatchObject({
      ...{ code: "nothingChanged", title: "异议成立，评分却一项也没有改。" },
    });
    const settled = await said(office, id!, "settlement", { upheld: true, text: "听过录音，属实。", sheet: changed });
    expect(settled).toMatchObject({ state: "settled", sheet: { etiquette: 3000, connection: 1000 } });
    expect(await counted()).toEqual([1000, 3000]);
    expect((await east.get(`/mystery-calls/${id}`)).body.settlement.text).toBe("听过录音，属实。");
    expect(hotline.faults).toEqual([]);
  });

  it("评完了告诉平台，提了异议告诉热线办，定了再告诉平台；没有评完的、别的平台，什么也听不到", async () => {
    const [id] = await planned({ raters: 2 });
    await rate(inspectors[0]!, id!);
    expect(await sentences(east)).toEqual([]);
    hotline.at("2022-10-10T09:05:00+08:00");
    await rate(inspectors[1]!, id!);
    const rated = "东河平台10月10日的拨测已评分，有不同意见请在10月13日以前提异议。";
    expect(await sentences(east)).toEqual([rated]);
    hotline.at("2022-10-10T09:10:00+08:00");
    await said(east, id!, "objection", { text: "请听录音。" });
    expect(await sentences(office)).toEqual(["东河平台10月10日的拨测有异议，请定分。"]);
    hotline.at("2022-10-10T09:15:00+08:00");
    await said(office, id!, "settlement", { upheld: false, text: "听过录音，评得对。" });
    expect(await sentences(east)).toEqual(["东河平台10月10日的拨测已定分，计入综合排名。", rated]);
    expect(await sentences(west)).toEqual([]);
    const [newest] = (await east.get("/notices")).body.rows;
    expect(newest).toMatchObject({ subject: "mysteryCall", subjectId: id, month: MONTH, county: EAST });
    expect(newest.at).toBe("2022-10-10T01:15:00.000Z");
    expect((await east.post(`/notices/${newest.id}/read`)).body).toMatchObject({ readBy: expect.any(String) });
    expect((await west.post(`/notices/${newest.id}/read`)).body.code).toBe("notFound");
    expect(hotline.faults).toEqual([]);
  });

  it("导入的拨测照样计分，与定了的一起平均；没有评完的不计", async () => {
    const event = {
      ...{ subject: "mysteryCall" as const, id: "01840000-0000-7000-8000-00000000d001", version: 1 },
      ...{ kind: "mysteryCallScored" as const, at: Date.parse("2022-10-05T10:00:00+08:00"), by: "import" },
      data: {
        county: EAST,
        ...{ secondsToAnswer: 9, voiceMenu: 1000, connection: 1000, etiquette: 4000 },
        knowledge: 0,
        followUp: 0,
      },
    };
    await record(hotline.db, hotline.platform.platform, { events: [event], contacts: [], texts: [] }, hotline.now());
    const [id, second] = await planned();
    expect((await office.get(`/mystery-calls?month=${MONTH}`)).body.unplanned).toEqual([{ county: EAST, count: 1 }]);
    await rate(inspectors[0]!, id!);
    await rate(await onDay("2022-10-20"), second!, { calledAt: "2022-10-20T08:30:00+08:00" });
    hotline.at("2022-10-12T09:00:00+08:00");
    expect(await counted()).toEqual([1000, 4000]);
    await said(east, id!, "objection", { text: "请核。" });
    await said(office, id!, "settlement", { upheld: false, text: "听过录音，评得对。" });
    expect(await counted()).toEqual([1000, 3750]);
    expect((await office.get(`/mystery-calls?month=${MONTH}`)).body.unplanned).toEqual([{ county: EAST, count: 1 }]);
  });

  it("没有接通的：没有听到的不给分，给了的不收；改定的也一样", async () => {
    const [id] = await planned();
    const calledAt = "2022-10-10T08:30:00+08:00";
    const silent = { secondsToAnswer: null, voiceMenu: 1000, etiquette: 0, knowledge: 0, followUp: 0 };
    const given = await says(inspectors[0]!, id!, "ratings", { ...rating, secondsToAnswer: null, calledAt });
    expect(given.body).toMatchObject({ code: "invalid", title: "没有接通，服务规范没有听到，不得分。" });
    const rated = await said(inspectors[0]!, id!, "ratings", { ...silent, note: null, calledAt });
    expect(rated.sheet).toMatchObject({ connection: 0, total: 1000 });
    await said(east, id!, "objection", { text: "那天停电。" });
    const ruling = { upheld: true, text: "属实。", sheet: { ...silent, followUp: 1000 } };
    expect((await says(office, id!, "settlement", ruling)).body.title).toBe("没有接通，回访服务没有听到，不得分。");
    await said(office, id!, "settlement", { upheld: false, text: "照评的。" });
    expect(await counted()).toEqual([0, 0]);
    expect(hotline.faults).toEqual([]);
  });

  it("拨打的时刻不在这个月、还没有到、超过满分的，不收；话务员进不来", async () => {
    const [id] = await planned();
    const wrong = async (change: object) =>
      (await says(inspectors[0]!, id!, "ratings", { ...rating, calledAt: "2022-10-10T08:30:00+08:00", ...change }))
        .body;
    expect((await wrong({ calledAt: "2022-09-30T10:00:00+08:00" })).code).toBe("invalid");
    expect((await wrong({ calledAt: "2022-10-11T10:00:00+08:00" })).code).toBe("invalid");
    expect((await wrong({ voiceMenu: 1001 })).title).toBe("语音导航满分 10 分，不能再高。");
    expect((await wrong({ knowledge: -1 })).code).toBe("invalid");
    expect((await says(office, id!, "settlement", {})).body.code).toBe("notScored");
    expect((await (await hotline.as("agent")).get(`/mystery-calls?month=${MONTH}`)).status).toBe(403);
    expect((await says(office, id!, "ratings", { ...rating, calledAt: "2022-10-10T08:30:00+08:00" })).status).toBe(403);
    expect((await rows(office))[0].given).toBe(0);
  });

  const correct = (kind: string, key: string, value: object) =>
    office.post("/rules", { kind, key, from: "2022-10-01", source: SOURCE, correction: true, value });

  it("满分合计超过一百分的评分表，照样评、照样看；满分仍是上限", async () => {
    const { value } = scorecard[0]!;
    const components = value.components.map((part) => ({
      ...part,
      items: part.items.map((one) => ({ ...one, points: one.points * 2 })),
    }));
    const doubled = { ...value, full: value.full * 2, components };
    expect((await correct("scorecard", "countyComposite", doubled)).status).toBe(200);
    const [id] = await planned();
    const full = { voiceMenu: 2000, etiquette: 7000, knowledge: 5000, followUp: 2000 };
    const over = { ...rating, ...full, etiquette: 8001, calledAt: "2022-10-10T08:30:00+08:00" };
    expect((await says(inspectors[0]!, id!, "ratings", over)).body.title).toBe("服务规范满分 80 分，不能再高。");
    expect((await rate(inspectors[0]!, id!, full)).sheet.total).toBe(18_000);
    expect((await rows(office))[0].sheet.total).toBe(18_000);
    expect(hotline.faults).toEqual([]);
  });

  it("提了异议以后更正了相差的规则，也定得了分：异议不成立的照两人评的", async () => {
    const [id] = await planned({ raters: 2 });
    await rate(inspectors[0]!, id!);
    await rate(inspectors[1]!, id!, { etiquette: 3000 });
    await said(east, id!, "objection", { text: "请听录音。" });
    expect((await correct("threshold", "mysteryApart", { value: 1, words: "测" })).status).toBe(200);
    const settled = await said(office, id!, "settlement", { upheld: false, text: "评得对。" });
    expect(settled).toMatchObject({ state: "settled", sheet: { etiquette: 3250 } });
    expect(hotline.faults).toEqual([]);
  });

  it("抽到的日子没有到，不能拨；迟几天可以；拨打的时刻也不能早于那天", async () => {
    const [, later] = await planned();
    const early = await says(inspectors[0]!, later!, "ratings", { ...rating, calledAt: "2022-10-10T08:30:00+08:00" });
    expect(early.body).toMatchObject({ code: "tooEarly", title: "这一通抽在10月20日，还没有到。" });
    const there = await onDay("2022-10-20");
    const before = await says(there, later!, "ratings", { ...rating, calledAt: "2022-10-19T23:59:00+08:00" });
    expect(before.body).toMatchObject({ code: "invalid", detail: "请改正时刻。" });
    const late = await rate(await onDay("2022-10-22"), later!, { calledAt: "2022-10-22T08:30:00+08:00" });
    expect(late.state).toBe("rated");
    expect(hotline.faults).toEqual([]);
  });

  it("排了还没有拨的，排的人和热线办能撤销，写明原因，留在清单里；撤销的不能评，评过的不能撤销；都撤销了可以重排", async () => {
    const [first, second] = await planned();
    const reason = { text: "排多了。" };
    expect((await says(inspectors[1]!, second!, "withdrawal", reason)).body.code).toBe("otherPerson");
    expect((await says(inspectors[0]!, second!, "withdrawal", { text: " " })).status).toBe(400);
    const withdrawn = await said(inspectors[0]!, second!, "withdrawal", reason);
    expect(withdrawn).toMatchObject({ state: "withdrawn", stateName: "已撤销", withdrawal: { text: "排多了。" } });
    expect((await says(office, second!, "withdrawal", reason)).body.code).toBe("alreadyWithdrawn");
    expect(
      (await says(inspectors[0]!, second!, "ratings", { ...rating, calledAt: "2022-10-20T08:30:00+08:00" })).body.code,
    ).toBe("alreadyWithdrawn");
    expect(await rows(east)).toEqual([]);
    expect((await east.get(`/mystery-calls/${second}`)).status).toBe(404);
    const { plans, rows: all } = (await office.get(`/mystery-calls?month=${MONTH}`)).body;
    expect(plans).toMatchObject([{ calls: 2, withdrawn: 1, open: 1 }]);
    expect(all.map(({ state }: { state: string }) => state)).toEqual(["waiting", "withdrawn"]);
    await rate(inspectors[0]!, first!);
    expect((await says(office, first!, "withdrawal", reason)).body.code).toBe("alreadyScored");
    expect((await office.post(`/mystery-plans/${plans[0].id}/withdrawal`, reason)).body.code).toBe("alreadyScored");
    expect((await plan()).body.code).toBe("alreadyPlanned");

    const west31 = await plan({ county: "西山平台", month: "2022-11", calls: 30, raters: 2 });
    const own = west31.body.plans.find(({ county }: { county: string }) => county === "西山平台");
    expect((await west.post(`/mystery-plans/${own.id}/withdrawal`, reason)).status).toBe(403);
    const emptied = await office.post(`/mystery-plans/${own.id}/withdrawal`, reason);
    expect(emptied.body.plans).toMatchObject([{ calls: 30, withdrawn: 30, open: 0 }]);
    const again = await plan({ county: "西山平台", month: "2022-11", calls: 4 });
    expect([again.status, again.body.plans.map(({ calls }: { calls: number }) => calls)]).toEqual([200, [30, 4]]);
    expect(again.body.rows).toHaveLength(34);
    expect((await office.post(`/mystery-plans/${crypto.randomUUID()}/withdrawal`, reason)).status).toBe(404);
    expect(hotline.faults).toEqual([]);
  });

  it("两人同时：一人评的只收一份，定分只定一次，计划只排一个", async () => {
    const plans = await Promise.all([plan(), plan({ seed: "seed-20" })]);
    expect(plans.filter(({ status }) => status === 200)).toHaveLength(1);
    const [{ id }] = await rows(office);
    const give = (who: Person) =>
      who.post(
        `/mystery-calls/${id}/ratings`,
        { ...rating, calledAt: "2022-10-10T08:30:00+08:00" },
        { "if-match": '"1"' },
      );
    const given = await Promise.all([give(inspectors[0]!), give(inspectors[1]!)]);
    expect(given.map(({ status }) => status).sort()).toEqual([200, 412]);
    await said(east, id, "objection", { text: "请核。" });
    const settle = () =>
      office.post(`/mystery-calls/${id}/settlement`, { upheld: false, text: "对。" }, { "if-match": '"3"' });
    expect((await Promise.all([settle(), settle()])).map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await hotline.db.query("select version from mystery_call")).toEqual([{ version: 1 }]);
    expect(hotline.faults).toEqual([]);
  });
}, books);
