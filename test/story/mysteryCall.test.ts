import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { scorecard } from "../../rulebook/hunan/scorecard.ts";
import { computeMonth } from "../../src/api/report/compute.ts";
import { record } from "../../src/store/record.ts";
import { verifiedIn } from "../world/countyStory.ts";
import { eachDatabase } from "../world/databases.ts";
import type { Hotline, Person } from "../world/hotline.ts";
import {
  COUNTY,
  MONTH,
  mysteryCalls,
  onDay,
  planBy,
  plannedBy,
  rate,
  rating,
  rows,
  said,
  says,
  sentences,
} from "../world/mysteryStory.ts";

/** 拨测: rated blind, objected to by the platform that was phoned, settled by the office; only then it counts. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let east: Person;
  let west: Person;
  let office: Person;
  let inspectors: Person[];

  beforeEach(async () => {
    ({ hotline, east, west, office, inspectors } = await mysteryCalls(open));
  });

  const plan = (more?: object) => planBy(inspectors[0]!, more);
  const planned = (more?: object) => plannedBy(inspectors[0]!, more);
  const computed = (month: string) => computeMonth(hotline.db, hotline.platform, month);
  const counted = async () => {
    const { figures } = await computed(MONTH);
    const row = figures.appendix2.rows.find(({ platform }) => platform === COUNTY);
    return row ? [row.mysteryCall.connection.value, row.mysteryCall.etiquette.value] : null;
  };

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
    await verifiedIn(hotline);
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
    expect(newest).toMatchObject({ subject: "mysteryCall", subjectId: id, month: MONTH, county: COUNTY });
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
        county: COUNTY,
        ...{ secondsToAnswer: 9, voiceMenu: 1000, connection: 1000, etiquette: 4000 },
        knowledge: 0,
        followUp: 0,
      },
    };
    await record(hotline.db, hotline.platform.platform, { events: [event], contacts: [], texts: [] }, hotline.now());
    const [id, second] = await planned();
    expect((await office.get(`/mystery-calls?month=${MONTH}`)).body.unplanned).toEqual([{ county: COUNTY, count: 1 }]);
    await rate(inspectors[0]!, id!);
    await rate(await onDay(hotline, "2022-10-20"), second!, { calledAt: "2022-10-20T08:30:00+08:00" });
    hotline.at("2022-10-12T09:00:00+08:00");
    expect(await counted()).toEqual([1000, 4000]);
    await said(east, id!, "objection", { text: "请核。" });
    await said(office, id!, "settlement", { upheld: false, text: "听过录音，评得对。" });
    expect(await counted()).toEqual([1000, 3750]);
    expect((await office.get(`/mystery-calls?month=${MONTH}`)).body.unplanned).toEqual([{ county: COUNTY, count: 1 }]);
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
    office.post("/rules", { kind, key, from: "2022-10-01", source: "测试用虚构城市", correction: true, value });

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
