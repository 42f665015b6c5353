/** 驾驶舱的数: now and today from the records, the month's the report's own. */
import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { assumed } from "../../rulebook/row.ts";
import { computeMonth } from "../../src/api/report/compute.ts";
import { reportFigures } from "../../src/domain/measure/reportFigures.ts";
import { calls } from "../../src/jobs/calls.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { backOffice } from "../world/backOffice.ts";
import { eachDatabase } from "../world/databases.ts";
import { type Hotline, MONDAY, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  beforeEach(async () => {
    hotline = await openHotline(await open());
    const place = (key: string, name: string, order: number, parent: string | null, level: "district" | "street") =>
      assumed("place", key, { name, parent, order, level }, "测试用虚构城市");
    await addRules(
      hotline.db,
      ownBook(hotline.platform.platform),
      [place("p-west", "西山区", 2, null, "district"), place("p-pines", "松林街道", 1, "p-west", "street")],
      "operator",
      hotline.now(),
    );
    story = await Story(hotline);
  });

  const get = async (path: string, who = "leader") => {
    const answer = await story.people[who]!.get(path);
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
    return answer.body;
  };
  const totalOf = async (path: string) => Number((await get(path)).total);

  /** 一天: answered at once, dispatched, waiting, withdrawn, refused, repeated */
  async function day(at: number, category: string) {
    hotline.at(at);
    const given = { type: "投诉", channel: "phone", text: "三号楼电梯停运三天。", category };
    const once = await story.accepted({ ...given, place: "p-east" });
    await story.change("agent", `/requests/${once}`, "resolution", { text: "已当场答复。" });
    await story.accepted({ ...given, place: "p-pines" });
    const gone = await story.accepted(given);
    await story.change("agent", `/requests/${gone}`, "withdrawal", { text: null });
    const other = await story.accepted({ ...given, place: "p-west" });
    await story.change("dispatcher", `/requests/${other}`, "refusal", {
      ...{ reason: "正在诉讼", route: "litigation", text: null },
    });
    const order = await story.dispatched("housing", {}, { ...given, place: "p-pines" });
    const { request } = (await story.read("dispatcher", order)).body;
    const repeat = await story.accepted({ ...given, place: "p-west" });
    await story.change("dispatcher", `/requests/${repeat}`, "merge", { into: request });
    return order;
  }

  it("今天的受理等于在线办结、派发、待处理、撤回相加，也就是它的清单", async () => {
    await day(MONDAY, "h1");
    await day(MONDAY + DAY, "h1");
    const { requests, today, calls: rung, hours, lastWeekday } = await get("/cockpit/present");
    expect(requests).toEqual({ accepted: 5, firstContact: 1, dispatched: 2, pending: 1, withdrawn: 1 });
    const period = `from=${today.from}&until=${today.until}`;
    const all = "pending,firstContact,dispatched,withdrawn,merged";
    expect(await totalOf(`/requests?${period}&outcome=${all}`)).toBe(requests.accepted);
    expect(await totalOf(`/requests?${period}&outcome=pending`)).toBe(requests.pending);
    expect(rung).toMatchObject({ offered: 0, answerRate: { value: null, reason: expect.any(String) } });
    expect(hours.today).toEqual(new Array(24).fill(0));
    expect(lastWeekday).toBe("上周二");
  });

  it("来电：排队、通话、接通率、15 秒、每小时，上周同一天在旁边", async () => {
    const back = backOffice(hotline);
    const ring = async (at: number) => {
      hotline.at(at);
      const script = { menuSeconds: 0, patienceSeconds: 60, talkSeconds: 600 };
      const { id } = (await story.people.agent!.post("/simulator/calls", script)).body;
      await back.run(calls);
      return id as string;
    };
    const answer = async (at: number, after: number) => {
      const id = await ring(at);
      hotline.at(at + after * 1000);
      expect((await story.people.agent!.post(`/calls/${id}/answer`)).status).toBe(200);
      return id;
    };
    const ended = async (at: number, after: number) => {
      const id = await answer(at, after);
      await story.people.agent!.post(`/calls/${id}/end`);
    };
    await ended(MONDAY - 7 * DAY + HOUR, 5);
    await ended(MONDAY, 5);
    await ended(MONDAY + HOUR, 20);
    await ring(MONDAY + 2 * HOUR);
    hotline.at(MONDAY + 2 * HOUR + 90_000);
    await back.run(calls);
    await answer(MONDAY + 3 * HOUR, 5);
    await ring(MONDAY + 3 * HOUR + 60_000);
    hotline.at(MONDAY + 3 * HOUR + 67_000);
    const { queue, calls: today, hours, lastWeekday } = await get("/cockpit/present");
    expect(queue).toEqual({ waiting: 1, longestSeconds: 7, talking: 1 });
    expect(today).toMatchObject({
      offered: 3,
      answerRate: { value: 6667, numerator: 2, denominator: 3 },
      answeredWithin15s: { value: 3333, numerator: 1, denominator: 3 },
    });
    expect(hours.today.slice(8, 13)).toEqual([0, 1, 1, 1, 0]);
    expect(hours.lastWeek.slice(8, 13)).toEqual([0, 0, 1, 0, 0]);
    expect(lastWeekday).toBe("上周一");
    expect([hotline.faults, back.failures]).toEqual([[], []]);
  });

  it("这个月的数就是月报的数；热点与上月同期比；各地相加就是受理", async () => {
    await day(Date.parse("2022-09-05T10:00:00+08:00"), "h1");
    await day(Date.parse("2022-09-25T10:00:00+08:00"), "h2");
    const good = await day(MONDAY, "h1");
    const bad = await day(MONDAY + HOUR, "h2");
    hotline.at(MONDAY + DAY);
    await story.handled("housing", good);
    await story.rated(good);
    hotline.at(MONDAY + 9 * DAY);
    await story.tries("housing", bad, "acknowledgement");
    await story.say("housing", bad, "resolution", { solved: false, internalText: null, publicText: "已答复。" });
    await story.say("followUp", bad, "follow-up", { channel: "phone", rating: "noResponse", solved: null, text: null });
    const month = await get("/cockpit/month");
    const { figures, source } = await computeMonth(hotline.db, hotline.platform, "2022-10");
    expect(month).toMatchObject({ month: "2022-10", months: ["2022-10", "2022-09"], current: true });
    expect(month.requests).toMatchObject({
      accepted: figures.requests.accepted.value,
      firstContact: figures.handling.firstContact.value,
      dispatched: figures.handling.dispatched.value,
      repeats: 2,
    });
    const { firstContact, dispatched, pending, withdrawn, accepted } = month.requests;
    expect(firstContact + dispatched + pending + withdrawn).toBe(accepted);
    expect(accepted).toBe(10);
    for (const [name, figure] of [
      ["firstContactRate", figures.handling.firstContactRate],
      ["onTimeRate", figures.handling.onTimeRate],
      ["satisfactionRate", figures.followUp.satisfactionRate],
      ["responseShare", reportFigures(source).responseShares.followUp],
    ] as const) {
      expect(figure.value, name).not.toBeNull();
      expect(month[name]).toMatchObject({
        ...{ value: figure.value, numerator: figure.numerator, denominator: figure.denominator },
      });
    }
    const followed = `followedFrom=${month.from}&followedUntil=${month.until}`;
    expect(await totalOf(`/orders?${followed}`)).toBe(month.responseShare.denominator);
    expect(await totalOf(`/orders?${followed}&rating=satisfied`)).toBe(month.satisfactionRate.numerator);
    expect(await totalOf(`/orders?${followed}&rating=noResponse`)).toBe(1);
    expect(await totalOf(`/orders?followedFrom=${month.until}`)).toBe(0);
    // the 25th of September is not yet compared with
    expect(month.topics).toEqual([
      { category: "h1", name: "物业管理", count: 5, before: 5, change: 0 },
      { category: "h2", name: "违法建设", count: 5, before: 0, change: null },
    ]);
    expect(month.topics.map(({ name, count }: { name: string; count: number }) => [name, count])).toEqual(
      figures.topSubcategories.map(({ subcategory, count }) => [subcategory, count.value]),
    );
    expect(month.districts).toEqual([
      { place: "p-east", name: "东河区", count: 2 },
      { place: "p-west", name: "西山区", count: 6 },
    ]);
    expect(month.elsewhere).toBe(2);
    const all = "pending,firstContact,dispatched,withdrawn,merged";
    const period = `from=${month.from}&until=${month.until}&outcome=${all}`;
    expect(await totalOf(`/requests?${period}`)).toBe(accepted);
    expect(await totalOf(`/requests?${period}&place=p-west`)).toBe(6);
    expect(await totalOf(`/requests?${period}&category=h2`)).toBe(5);
  });

  it("本月还没有记录，看最近有记录的；一分钟内不重算，过后看得到新的", async () => {
    await day(MONDAY, "h1");
    hotline.at("2022-11-02T09:00:00+08:00");
    expect(await get("/cockpit/month")).toMatchObject({ month: "2022-10", current: false });
    hotline.at("2022-11-02T09:02:00+08:00");
    await story.accepted();
    const first = await get("/cockpit/month");
    expect(first).toMatchObject({ month: "2022-11", requests: { accepted: 1 } });
    await story.accepted();
    hotline.at("2022-11-02T09:02:30+08:00");
    expect(await get("/cockpit/month")).toEqual(first);
    hotline.at("2022-11-02T09:03:10+08:00");
    expect((await get("/cockpit/month")).requests.accepted).toBe(2);
    expect((await story.people.leader!.get("/cockpit/month?month=2022-13")).status).toBe(400);
    expect(hotline.faults).toEqual([]);
  });
}, books);
