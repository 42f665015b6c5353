import { beforeEach, expect, it } from "vitest";
import { books } from "../../rulebook/books.ts";
import { scorecard } from "../../rulebook/hunan/scorecard.ts";
import { assumed, since } from "../../rulebook/row.ts";
import type { Scorecard } from "../../src/domain/scorecard/scorecard.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { addCounties, deliverMonth } from "../world/countyMonths.ts";
import { eachDatabase, migratedAt } from "../world/databases.ts";
import { type Hotline, openHotline } from "../world/hotline.ts";
import { Story } from "../world/matter.ts";

const card = scorecard[0]!.value as Scorecard;
// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is looked at freely
const named = (rows: any[], name: string) => rows.find((row) => row.name === name || row.key === name)!;

/** 考核: what the scorecard makes of months with two county platforms and one unit. */
eachDatabase((_, open) => {
  let hotline: Hotline;
  let story: Story;

  const rated = async (unit: string, rating: string) => {
    const order = await story.dispatched(unit);
    await story.handled(unit, order);
    await story.say("followUp", order, "follow-up", { channel: "phone", rating, solved: true, text: null });
  };
  const ask = (query: string, who = "analyst") => story.people[who]!.get(query);

  beforeEach(async () => {
    hotline = await openHotline(await open());
    await addCounties(hotline);
    story = await Story(hotline);
    await deliverMonth(hotline, "2022-09", 10, 340);
    await deliverMonth(hotline, "2022-10", 20);
  });

  it("得分、算式、名次和它的不确定、比上月；评价少的注明样本不足；每一步的数接得上", async () => {
    for (const rating of ["satisfied", "satisfied", "dissatisfied"]) await rated("east", rating);
    const { status, body } = await ask("/scores?month=2022-10");
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.counties.ranking).toMatchObject({ show: "ranks", assumption: true });
    const east = named(body.counties.rows, "东河平台");
    const five = named(east.components, "five");
    expect(named(five.items, "answer")).toMatchObject({
      ...{ rate: 9000, points: 1900 },
      arithmetic: "360 ÷ 400 = 90.00%；20.00 −（95.00 − 90.00）× 0.20 = 19.00",
      ...{ interval: null, few: null },
    });
    expect(named(five.items, "satisfaction")).toMatchObject({ interval: { low: 8706, high: 9233 }, few: null });
    const handed = named(east.components, "dispatched");
    expect(named(handed.items, "satisfaction")).toMatchObject({
      arithmetic: "2 ÷ 3 = 66.67%；40.00 −（90.00 − 66.67）× 1.00 = 16.67",
      few: "样本不足：已评价 3 件",
    });
    expect(handed.arithmetic).toBe("小计 30.00 + 0.00 + 16.67 = 46.67；折合 46.67 × 10.00% = 4.67");
    const calls = named(east.components, "mysteryCall");
    expect(named(calls.items, "connection").arithmetic).toBe("（5.00 + 10.00）÷ 2 = 7.50");
    const weighted = east.components.map(({ weighted }: { weighted: number }) => weighted);
    expect(east.total).toBe(weighted.reduce((sum: number, one: number) => sum + one, 0));
    expect(east.arithmetic).toBe(
      `${weighted.map((one: number) => (one / 100).toFixed(2)).join(" + ")} = ${(east.total / 100).toFixed(2)}`,
    );
    expect([east.few, east.rank, east.ranks]).toEqual([true, 1, [1, 1]]);
    // where it has no work orders that part has no score, and the whole none
    expect(named(body.counties.rows, "西山平台")).toMatchObject({ total: null, rank: null, change: null });
    expect(body.units.rows).toHaveLength(1);
    expect(body.units.rows[0]).toMatchObject({ key: "east", total: 4667, rank: null, grade: "待改进", before: null });
    expect(body.units.rows[0].grades[0]).not.toBe(body.units.rows[0].grades[1]);
    expect(hotline.faults).toEqual([]);
  });

  it("没有人评价的单位不参与评比：没有总分、没有档次，注明样本不足，不把其余的折成满分", async () => {
    await rated("east", "satisfied");
    await rated("housing", "noResponse");
    const { units } = (await ask("/scores?month=2022-10")).body;
    const of = (key: string) => units.rows.find((row: { key: string }) => row.key === key);
    expect(of("housing")).toMatchObject({
      ...{ total: null, grade: null, rank: null, few: true },
      arithmetic: "没有人评价，不参与评比",
    });
    expect(named(named(of("housing").components, "dispatched").items, "satisfaction")).toMatchObject({
      ...{ points: null, few: "样本不足：已评价 0 件" },
    });
    expect(of("east").total).toBeGreaterThan(0);
  });

  it("上月照上月的评分表：改了分值的，说明没有重算；没有上月的说没有", async () => {
    const own = ownBook(hotline.platform.platform);
    const components = card.components.filter(({ key }) => key !== "dispatched");
    const [five, calls] = components.map((part, at) => ({ ...part, weight: [7000, 3000][at]! }));
    const two = { ...card, components: [five!, calls!] };
    await addRules(
      hotline.db,
      own,
      [
        since(assumed("scorecard", "countyComposite", two, "测试"), "2022-01-01"),
        since(assumed("scorecard", "countyComposite", { ...two, name: "新表" }, "测试"), "2022-10-01"),
      ],
      "operator",
      migratedAt,
    );
    const { body } = await ask("/scores?month=2022-10");
    expect(body.earlier).toBe("评分表自2022年10月1日起变更：上月照上月的评分表计分，没有按同一张重算。");
    const [first, second] = body.counties.rows;
    expect([first.name, first.rank, second.rank]).toEqual(["西山平台", 1, 2]);
    // 340 ÷ 400 = 85 %, 5 points less than 90 %: a point more, of which 70 % count
    expect(second).toMatchObject({ name: "东河平台", change: 70, before: { rank: 2 } });
    expect(first.few).toBe(true);
    expect(first.ranks).toEqual([1, 2]);
    const rule = { numerator: ["satisfied"], denominator: ["satisfied", "dissatisfied"], authority: "市里" };
    const formulas = [
      since(assumed("satisfaction", "satisfactionRate", { ...rule, words: "旧式" } as never, "测试"), "2022-01-01"),
      since(assumed("satisfaction", "satisfactionRate", { ...rule, words: "新式" } as never, "测试"), "2022-10-01"),
    ];
    await addRules(hotline.db, own, formulas, "operator", migratedAt);
    expect((await ask("/scores?month=2022-10")).body.earlier).toBe(
      "评分表自2022年10月1日起变更：上月照上月的评分表计分，没有按同一张重算。满意率口径自2022年10月1日起变更：2022年9月按“旧式”，2022年10月按“新式”；比较的是两月各自口径下的数，未按同一口径重算。",
    );
    expect((await ask("/scores?month=2022-09")).body.earlier).toBe("没有上月的得分，不比较。");
    expect((await ask("/scores?month=2021-01")).body.code).toBe("emptyMonth");
    expect((await ask("/scores?month=2022-10", "agent")).body.code).toBe("otherRole");
    expect((await ask("/scores?month=2022-10", "housing")).status).toBe(403);
  });

  it("排名改成分档或不排，自那个月起，页面跟着；改之前的月份照旧", async () => {
    await rated("east", "satisfied");
    const written = (show: string, from: string) =>
      story.people.office!.post("/rules", {
        ...{ kind: "ranking", key: "counties", from, source: "热线办决定", correction: true },
        value: {
          show,
          grades: [
            { name: "好", from: 8000 },
            { name: "差", from: 0 },
          ],
          z: 196,
          words: "分档",
        },
      });
    expect((await written("grades", "2022-10-01")).status).toBe(200);
    const row = async (month: string) => named((await ask(`/scores?month=${month}`)).body.counties.rows, "东河平台");
    expect(await row("2022-10")).toMatchObject({ rank: null, grade: "好" });
    expect((await written("off", "2022-10-01")).status).toBe(200);
    expect(await row("2022-10")).toMatchObject({ rank: null, grade: null, ranks: null, grades: null });
    expect((await ask("/scores?month=2022-09")).body.counties.ranking.show).toBe("ranks");
    const refused = await story.people.office!.post("/rules", {
      ...{ kind: "ranking", key: "counties", from: "2023-01-01", source: "热线办决定" },
      value: {
        show: "grades",
        grades: [
          { name: "好", from: 8000 },
          { name: "差", from: 9000 },
        ],
        z: 196,
        words: "分档",
      },
    });
    expect(refused.body).toMatchObject({ code: "ruleNonsense", title: "各档要由高到低，起点不能相同。" });
  });

  it("试算评分表：过去的月份新旧并排，什么也不写；权重不足、项目重复、加不到满分的照样不收，也存不下", async () => {
    await rated("east", "satisfied");
    const [handed, five, calls] = card.components;
    const weighing = (...weights: number[]) => ({
      ...card,
      components: [handed!, five!, calls!].map((part, at) => ({ ...part, weight: weights[at]! })),
    });
    const tried = (value: Scorecard, who = "office") =>
      story.people[who]!.post("/scores/trials", { value, months: ["2022-10", "2022-09", "2022-08"] });
    const { status, body } = await tried(weighing(5000, 2000, 3000));
    expect(status, JSON.stringify(body)).toBe(200);
    expect([body.months.map(({ month }: { month: string }) => month), body.without]).toEqual([
      ["2022-10", "2022-09"],
      ["2022-08"],
    ]);
    const own = named((await ask("/scores?month=2022-10")).body.counties.rows, "东河平台");
    const move = named(body.months[0].counties, "东河平台");
    expect(move.before).toEqual({ total: own.total, rank: own.rank, grade: null });
    expect(move.change).toBe(move.after.total - own.total);
    expect(move.change).not.toBe(0);
    expect((await tried(weighing(1000, 2000, 3000))).body).toMatchObject({
      code: "ruleNonsense",
      title: "各部分的权重加起来不是100%。",
    });
    const twice = weighing(1000, 6000, 3000);
    twice.components[0] = { ...handed!, items: [handed!.items[0]!, handed!.items[0]!] };
    expect((await tried(twice)).body.title).toBe("一个部分里有重复的项目。");
    const invented = weighing(1000, 6000, 3000);
    invented.components[0] = { ...handed!, items: [{ ...handed!.items[0]!, key: "按时率😀" }] };
    const typo = weighing(1000, 6000, 3000);
    typo.components[0] = { ...handed!, items: handed!.items.map((item) => ({ ...item, points: 99_900 })) };
    const row = { kind: "scorecard", key: "countyComposite", from: "2023-01-01", source: "新办法" };
    for (const [value, says] of [
      [invented, "没有代码为“按时率😀”的指标"],
      [typo, "交办工单办理评分各项分值加起来是 2997.00 分，不是满分 100.00 分。"],
    ] as const)
      for (const answer of [await tried(value), await story.people.office!.post("/rules", { ...row, value })])
        expect([answer.status, answer.body]).toMatchObject([
          409,
          { code: "ruleNonsense", title: expect.stringContaining(says), detail: "请改正后再提交。" },
        ]);
    expect((await tried(card, "analyst")).body.code).toBe("otherRole");
    const history = await ask("/rules/history?kind=scorecard&key=countyComposite", "office");
    expect(history.body.rows).toHaveLength(1);
  });

  it("另算：换成另一天有效的评分表，并排看；没有评分表的那天说明白", async () => {
    await rated("east", "satisfied");
    const later = { ...card, whenMissing: "zero" as const };
    const row = since(assumed("scorecard", "countyComposite", later, "新办法"), "2023-01-01");
    await addRules(hotline.db, ownBook(hotline.platform.platform), [row], "operator", migratedAt);
    const { body } = await ask("/score-what-ifs?month=2022-10&scorecardOf=2023-01-01", "leader");
    expect([body.card.from, body.other.from, body.other.source]).toEqual(["2000-01-01", "2023-01-01", "新办法"]);
    expect(named(body.counties, "东河平台").change).toBe(0);
    expect((await ask("/score-what-ifs?month=2022-10&scorecardOf=1990-01-01")).body).toMatchObject({
      ...{ code: "noScorecard", title: "1990年1月1日没有有效的评分表。" },
    });
    expect((await ask("/score-what-ifs?month=2001-01&scorecardOf=2023-01-01")).body.code).toBe("emptyMonth");
    expect(hotline.faults).toEqual([]);
  });
}, books);
