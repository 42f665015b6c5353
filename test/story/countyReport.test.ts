import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { EAST, path, refused, said, seen, twoCounties, verifiedIn, WEST, whole } from "../world/countyStory.ts";
import { eachDatabase } from "../world/databases.ts";
import type { Answer, Hotline, Person } from "../world/hotline.ts";

/** 县级月报: delivered, inspected, objected to, corrected; a county sees and says only what is its own. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let east: Person;
  let west: Person;
  let inspector: Person;
  let office: Person;

  beforeEach(async () => {
    ({ hotline, east, west, inspector, office } = await twoCounties(open));
  });

  const verified = () => verifiedIn(hotline);

  it("错的合计：查出来、提异议、更正、异议成立、评定；综合排名的准确度跟着变，各步都在账本里", async () => {
    const wrong = await said(east, "", { ...whole, answered: 420 });
    expect(wrong.findings).toEqual([
      { kind: "impossible", kindName: "不可能的数", certain: true, sentence: "接通来电 420 多于接听来电 400。" },
    ]);
    const [impossible] = (await east.get("/county-months/2022-09")).body.counties;
    expect(impossible.answerRate).toEqual({ numerator: 420, denominator: 400, percent: null });
    const text = "接通来电比接听来电多，请核对。";
    const objected = await said(inspector, "/objections", { finding: "impossible", text });
    expect(objected).toMatchObject({ state: "objected", openObjections: 1, version: 2 });
    expect(await refused(office, "/accuracy", { points: 3000, text: "无误。" })).toBe("objectionsOpen");
    expect(await refused(inspector, "/objections/1/settlement", { upheld: true, text: "确有错。" })).toBe(
      "notAnswered",
    );
    const corrected = await said(east, "", whole);
    expect(corrected.findings).toEqual([]);
    expect(corrected.deliveries.map(({ answered }: { answered: number }) => answered)).toEqual([390, 420]);
    expect(corrected.objections[0]).toMatchObject({ text, correctedAt: expect.any(String), settlement: null });
    await said(inspector, "/objections/1/settlement", { upheld: true, text: "已更正，原数确有错。" });
    const { proposed } = (await office.get(EAST)).body;
    expect(proposed).toEqual({ points: 2500, words: "满分 30 分；成立的异议 1 件，各扣 5 分" });
    const judged = await said(office, "/accuracy", { points: 2500, text: "一处错，已更正。" });
    expect(judged).toMatchObject({ state: "judged", accuracy: 2500, verdict: { text: "一处错，已更正。" } });
    const [sheet] = (await east.get("/county-months/2022-09")).body.counties;
    expect(sheet).toMatchObject({ answered: 390, accuracy: 25 });
    const kinds = await hotline.db.query<{ kind: string; by: string }>(
      "select kind, by from event where subject = 'countyMonth' order by version",
    );
    expect(kinds.map(({ kind, by }) => `${kind} ${by.split(":")[0]}`)).toEqual([
      ...["countyReported county", "dataObjectionRaised inspector", "countyReported county"],
      ...["dataObjectionSettled inspector", "accuracyJudged office"],
    ]);
    await verified();
  });

  it("同样的数再报一次不算更正：异议还等着答复，热线办不听到“已更正”；改了一天的也算更正", async () => {
    await said(east, "", whole);
    await said(inspector, "/objections", { text: "受理量多报。" });
    const again = await said(east, "", whole);
    expect(again).toMatchObject({ edition: 2, objections: [{ correctedAt: null }] });
    expect(await refused(inspector, "/objections/1/settlement", { upheld: false, text: "已更正。" })).toBe(
      "notAnswered",
    );
    expect((await office.get("/notices")).body.rows).toEqual([]);
    const corrected = await said(east, "", { ...whole, days: [{ date: "2022-09-01", offered: 15 }] });
    expect(corrected.objections[0].correctedAt).not.toBeNull();
    await said(inspector, "/objections/1/settlement", { upheld: false, text: "已更正。" });
    await verified();
  });

  it.each(["1999-12", "2199-12"])("没有上报期限的月份（%s）不报也不看，说得出为什么", async (month) => {
    const at = `/county-reports/${month}/${encodeURIComponent("东河平台")}`;
    const title = `${month.slice(0, 4)}年12月没有上报期限。`;
    expect((await office.get(`/county-reports?month=${month}`)).body).toMatchObject({ code: "invalid", title });
    expect((await east.get(at)).body).toMatchObject({ code: "invalid", title });
    expect((await east.post(at, whole, { "if-match": '"0"' })).body).toMatchObject({ code: "invalid", title });
    expect((await office.get(`/county-months/${month}`)).status).toBe(200);
    expect(hotline.faults).toEqual([]);
  });

  it.each(["0000-01", "9999-12"])("不是月份的月份（%s）不看", async (month) => {
    expect((await office.get(`/county-months/${month}`)).body.code).toBe("invalid");
    expect(hotline.faults).toEqual([]);
  });

  it("同一个 Idempotency-Key 换了所看的版本，是另一个请求；没有换的答复原样", async () => {
    const send = (version: string) => east.post(EAST, whole, { "if-match": version, "idempotency-key": "k" });
    const first = await send('"0"');
    expect([first.status, (await send('"0"')).body]).toEqual([200, first.body]);
    expect(await send('"1"')).toMatchObject({ status: 422, body: { code: "keyReused" } });
    expect((await east.get(EAST)).body.version).toBe(1);
  });

  it("第几版按上报的次数算，异议、答复和处理不算", async () => {
    await said(east, "", whole);
    await said(inspector, "/objections", { text: "请核对。" });
    await said(east, "/objections/1/answer", { text: "已核对。" });
    await said(inspector, "/objections/1/settlement", { upheld: false, text: "属实。" });
    expect((await office.get(EAST)).body).toMatchObject({ version: 4, edition: 1, deliveries: [{ no: 1 }] });
    const { rows } = (await office.get("/county-reports?month=2022-09")).body;
    expect(rows.map(({ edition }: { edition: number }) => edition)).toEqual([1, 0]);
    expect((await said(east, "", { ...whole, offered: 401 })).deliveries[0]).toMatchObject({ no: 2, version: 5 });
  });

  it("县级平台只看得到、只报得了自己的；市里的人都看得到，报不了", async () => {
    await said(west, "", whole, WEST);
    const rows = async (who: Person) =>
      (await who.get("/county-reports?month=2022-09")).body.rows.map(
        ({ county, state }: Record<string, string>) => `${county} ${state}`,
      );
    expect(await rows(east)).toEqual(["东河平台 missing"]);
    expect(await rows(inspector)).toEqual(["东河平台 missing", "西山平台 delivered"]);
    expect(await rows(await hotline.as("county"))).toEqual([]);
    expect((await east.get(WEST)).status).toBe(404);
    const version = { "if-match": '"1"' };
    expect((await east.post(WEST, whole, version)).status).toBe(404);
    expect((await east.post(`${WEST}/objections/1/answer`, { text: "好。" }, version)).status).toBe(404);
    expect((await inspector.post(WEST, whole, version)).status).toBe(403);
    expect((await east.post(`${EAST}/accuracy`, { points: 3000, text: "好。" }, version)).status).toBe(403);
    expect((await (await hotline.as("agent")).get(EAST)).status).toBe(403);
    expect((await hotline.nobody.get(EAST)).status).toBe(401);
    expect((await inspector.get(path("没有的平台"))).status).toBe(404);
    expect(hotline.faults).toEqual([]);
  });

  it("拒绝说得出理由：没过完的月份、没报就提异议、答复两次、处理两次、满分以上、不在这个月的日子", async () => {
    const now = `/county-reports/2022-10/${encodeURIComponent("东河平台")}`;
    expect(await refused(east, "", whole, now)).toBe("monthNotOver");
    expect(await refused(inspector, "/objections", { text: "不对。" })).toBe("notDelivered");
    const empty = await east.post(EAST, { days: [] }, { "if-match": '"0"' });
    expect(empty.body).toMatchObject({ code: "invalid", fields: [{ message: "至少报一项" }] });
    expect((await east.post(EAST, { ...whole, offered: -1 }, { "if-match": '"0"' })).status).toBe(400);
    expect((await east.post(EAST, { ...whole, offered: 2 ** 31 }, { "if-match": '"0"' })).status).toBe(400);
    const told = async (body: unknown) => (await east.post(EAST, body, { "if-match": '"0"' })).body.fields;
    expect(await told({ offered: 9_999_999_999 })).toEqual([
      { path: "/offered", message: "接听来电：最大 2,147,483,647" },
    ]);
    expect(await told({ offered: "１２", answered: -1 })).toEqual([
      { path: "/offered", message: "接听来电：应是数" },
      { path: "/answered", message: "接通来电：最小 0" },
    ]);
    expect(await told([])).toEqual([{ path: "/", message: "应是一组内容" }]);
    expect((await east.get("/county-reports?month=2022-13")).body.fields).toEqual([
      { path: "/month", message: "不是月份" },
    ]);
    const day = { date: "2022-10-01", offered: 1, answered: 1, accepted: 1, firstContact: 1 };
    expect(await refused(east, "", { ...whole, days: [day] })).toBe("invalid");
    await said(east, "", whole);
    expect((await east.post(EAST, whole, { "if-match": '"0"' })).body.code).toBe("versionConflict");
    expect((await east.post(EAST, whole)).body.code).toBe("versionMissing");
    await said(office, "/objections", { text: "请说明受理量。" });
    expect(await refused(east, "/objections/2/answer", { text: "好。" })).toBe("notFound");
    await said(east, "/objections/1/answer", { text: "系统升级。" });
    expect(await refused(east, "/objections/1/answer", { text: "再说。" })).toBe("alreadyAnswered");
    await said(inspector, "/objections/1/settlement", { upheld: false, text: "情况属实。" });
    expect(await refused(inspector, "/objections/1/settlement", { upheld: true, text: "改。" })).toBe("alreadySettled");
    expect(await refused(office, "/accuracy", { points: 3001, text: "多。" })).toBe("invalid");
    expect((await office.get(EAST)).body).toMatchObject({
      accuracy: null,
      objections: [{ settlement: { upheld: false } }],
    });
    expect(hotline.faults).toEqual([]);
  });

  it("迟报按第一次上报算；过了期限没报的也标出；不答复的异议过了期限可以处理", async () => {
    hotline.at("2022-10-12T20:00:00+08:00");
    expect((await inspector.get(EAST)).body).toMatchObject({ due: "2022-10-12", late: false });
    await said(east, "", whole);
    hotline.at("2022-10-17T09:00:00+08:00");
    expect((await inspector.get(WEST)).body).toMatchObject({ late: true, state: "missing" });
    await said(east, "", { ...whole, offered: 401 });
    expect((await inspector.get(EAST)).body).toMatchObject({ late: false, findings: [] });
    const late = await said(west, "", whole, WEST);
    expect(late.findings.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      "应于10月12日前上报，10月17日才第一次上报。",
    ]);
    expect(late.proposed.points).toBe(2800);
    await said(inspector, "/objections", { finding: "late", text: "迟报，请说明。" }, WEST);
    hotline.at("2022-10-21T09:00:00+08:00");
    expect(await said(inspector, "/objections/1/settlement", { upheld: true, text: "没有答复。" }, WEST)).toMatchObject(
      {
        openObjections: 0,
      },
    );
  });

  it("逐日明细、市里的记录、上个月：对不上的都查出来", async () => {
    const days = Array.from({ length: 30 }, (_, at) => ({
      date: `2022-09-${String(at + 1).padStart(2, "0")}`,
      ...{ offered: 10, answered: 9, accepted: 10, firstContact: 8 },
    }));
    const earlier = `/county-reports/2022-08/${encodeURIComponent("东河平台")}`;
    await said(east, "", { ...whole, offered: 200, answered: 190 }, earlier);
    const request = { type: "投诉", category: "h1", channel: "county", place: "p-east", text: "路灯不亮。" };
    hotline.at("2022-09-20T09:00:00+08:00");
    for (let time = 0; time < 3; time += 1) expect((await east.post("/requests", request)).status).toBe(200);
    hotline.at("2022-10-10T09:00:00+08:00");
    const few = { numerator: 1, denominator: 2 };
    const body = await said(east, "", { ...whole, offered: 400, firstContact: few, days: [...days, days[3]!] });
    expect(body.findings.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      "逐日接听来电加起来是 310，月报写 400，差 90。",
      "逐日接通来电加起来是 279，月报写 390，差 111。",
      "逐日受理诉求加起来是 310，月报写 2，差 308。",
      "逐日在线办结加起来是 248，月报写 1，差 247。",
      "市里登记该平台转来的诉求 3 多于所报受理诉求 2。",
      "逐日明细里9月4日报了两次。",
      "应办结 100 多于受理诉求 2。",
      "接听来电由 200 到 400，增加 100.00%，超过 50%。",
      "受理诉求由 380 到 2，减少 99.47%，超过 50%。",
      "在线办结率由 73.68% 到 50.00%，变动 23.68 个百分点，超过 20 个。",
    ]);
    expect(hotline.faults).toEqual([]);
  });

  it("两人同时：第一次上报只有一个成，更正只有一个成；异议只处理一次", async () => {
    const count = (answers: Answer[]) => answers.filter(({ status }) => status === 200).length;
    const first = { "if-match": '"0"' };
    expect(count(await Promise.all([east.post(EAST, whole, first), east.post(EAST, whole, first)]))).toBe(1);
    const second = { "if-match": '"1"' };
    const both = await Promise.all([
      east.post(EAST, { ...whole, offered: 500 }, second),
      inspector.post(`${EAST}/objections`, { text: "请核对。" }, second),
    ]);
    expect(count(both)).toBe(1);
    if (both[1]!.status !== 200) await said(inspector, "/objections", { text: "请核对。" });
    await said(east, "/objections/1/answer", { text: "已核对。" });
    const third = { "if-match": await seen(office) };
    const settle = (who: Person, upheld: boolean) =>
      who.post(`${EAST}/objections/1/settlement`, { upheld, text: "裁定。" }, third);
    expect(count(await Promise.all([settle(office, true), settle(inspector, false)]))).toBe(1);
    const { rows } = { rows: await hotline.db.query("select version from county_month") };
    expect(rows).toEqual([{ version: both[1]!.status === 200 ? 4 : 5 }]);
    expect(hotline.faults).toEqual([]);
  });
}, books);
