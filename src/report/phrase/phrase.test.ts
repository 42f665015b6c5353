import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Measured } from "../../domain/measure/measured.ts";
import { compared, moved, rateCompared, restated } from "./change.ts";
import { longDay, longMonth, monthIn, shortDay } from "./date.ts";
import { eachLeader, leaders, pattern } from "./leading.ts";
import { categoryName, count, figureText, numeral, rate, several } from "./number.ts";
import { ranking } from "./rank.ts";
import { enumerated, plain, say } from "./say.ts";

const figure = (kind: Measured["kind"], value: number | null, rest: Partial<Measured> = {}): Measured => ({
  measure: "calls.offered",
  kind,
  value,
  month: "2023-10",
  cohort: "",
  ...rest,
});
const n = (value: number | null) => figure("count", value);
const p = (value: number | null) => figure("percent", value);

describe("数字", () => {
  test("件数不用“万”，不加千分位", () => expect(figureText(n(1_234_567))).toBe("1234567"));
  test("百分比两位小数", () => expect(figureText(p(8911))).toBe("89.11%"));
  test("得分两位小数", () => expect(figureText(figure("score", 3000))).toBe("30.00"));
  test("没有值印作一字线", () => expect(figureText(p(null))).toBe("—"));
  test("零照印", () => expect(plain(count(n(0), "件"))).toBe("0件"));
  test("没有值的件数写作数量不详", () => expect(plain(count(n(null), "件"))).toBe("数量不详"));
  test("没有值的率说明原因", () =>
    expect(plain(rate("接通率", figure("percent", null, { reason: "本月没有来电" })))).toBe(
      "接通率无法计算（本月没有来电）",
    ));
  test.each([
    [2, "二"],
    [10, "十"],
    [12, "十二"],
    [20, "二十"],
    [35, "三十五"],
    [100, "100"],
  ])("中文数目 %i", (value, text) => expect(numeral(value)).toBe(text));
  test("量词前的二写作两", () => expect([1, 2, 3].map(several)).toEqual(["一", "两", "三"]));
  test("大类名称不重复“类”字", () =>
    expect(["社会治安", "其他类"].map(categoryName)).toEqual(["社会治安类", "其他类"]));
});

describe("环比", () => {
  test.each([
    [figure("change", -1920), "环比下降19.20%"],
    [figure("change", 2708), "环比上升27.08%"],
    [figure("points", 672), "环比上升6.72个百分点"],
    [figure("points", -442), "环比下降4.42个百分点"],
    [figure("change", 0), "环比持平"],
    [figure("change", null), "无可比数据，不作环比"],
  ])("%#", (of, text) => expect(plain(compared(of))).toBe(text));
  test("同比用同一句式", () => expect(plain(compared(figure("change", 100), "同比"))).toBe("同比上升1.00%"));
  test("存量增减", () =>
    expect([5, -3, 0, null].map((value) => plain(moved(n(value), "件")))).toEqual([
      "较上月末增加5件",
      "较上月末减少3件",
      "较上月末持平",
      "较上月末无可比数据",
    ]));
  test("算不出的率不再比较", () =>
    expect(plain(rateCompared("接通率", p(null), figure("points", null)))).toBe("接通率无法计算（没有可计入的记录）"));
  test("口径变更后的比较要说明", () => {
    expect(plain(restated(figure("points", 5, { note: "口径变更" })))).toContain("口径不同");
    expect(restated(figure("points", 5))).toEqual([]);
  });
});

describe("排名", () => {
  const item = (name: string, value: number, share?: number) => ({
    name,
    count: n(value),
    ...(share === undefined ? {} : { share: p(share) }),
  });
  const of = (items: ReturnType<typeof item>[]) =>
    plain(ranking({ month: "2023-10", of: "诉求大类", items, most: 3, unit: "件", total: "受理诉求总量" }));
  test("满额", () =>
    expect(of([item("甲类", 30, 5000), item("乙类", 20, 3333), item("丙类", 10, 1667)])).toBe(
      "排名前三的诉求大类依次是：甲类30件、乙类20件、丙类10件，分别占受理诉求总量的50.00%、33.33%和16.67%。",
    ));
  test("不足额的说实际个数", () =>
    expect(of([item("甲类", 30), item("乙类", 20)])).toBe("本月涉及的诉求大类共两个，依次是：甲类30件、乙类20件。"));
  test("只有一个", () =>
    expect(of([item("甲类", 30, 10000)])).toBe("本月涉及的诉求大类只有一个，即甲类30件，占受理诉求总量的100.00%。"));
  test("一个也没有", () => expect(of([])).toBe("本月没有可列出的诉求大类。"));
  test("以数字结尾的名称与件数分开写", () =>
    expect(of([item("夏令营3", 88), item("乙类", 20)])).toBe(
      "本月涉及的诉求大类共两个，依次是：夏令营3（88件）、乙类20件。",
    ));
  test("数量相同的要说明", () =>
    expect(of([item("甲类", 30), item("乙类", 20), item("丙类", 20)])).toMatch(/其中，乙类和丙类数量相同。$/));
  test("占比缺一个就都不说", () => expect(of([item("甲类", 30, 6000), item("乙类", 20)])).not.toContain("占"));
});

describe("列举", () => {
  test.each([
    [[], ""],
    [["甲"], "甲"],
    [["甲", "乙"], "甲和乙"],
    [["甲", "乙", "丙"], "甲、乙和丙"],
  ])("%j", (items, text) => expect(plain(enumerated(items))).toBe(text));
  test("成句不丢字，相邻的文字并为一段", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.nat().map(n)), { maxLength: 8 }), (items) => {
        const words = items.map((one) => (typeof one === "string" ? one : { text: figureText(one), figure: one }));
        const spans = say`前${words}后`;
        expect(plain(spans)).toBe(`前${plain(words)}后`);
        expect(spans.some((one, at) => typeof one === "string" && typeof spans[at + 1] === "string")).toBe(false);
      }),
    );
  });
});

describe("居首", () => {
  const lead = (name: string, ...top: [string, number][]) => ({
    name,
    top: top.map(([topic, share]) => ({ topic, share: p(share) })),
  });
  const list = [
    lead("东区", ["停车", 2117], ["噪音", 900]),
    lead("西区", ["停车", 3000], ["噪音", 800]),
    lead("南县", ["欠薪", 4655], ["噪音", 700]),
    lead("北县"),
  ];
  test("同一事项居首的合并，没有工单的不提", () =>
    expect(plain(leaders(list, "当地工单总量"))).toBe(
      "东区和西区居首位的均是停车，分别占当地工单总量的21.17%和30.00%；南县居首位的是欠薪，占当地工单总量的46.55%。",
    ));
  test("读数：最多的首位、最普遍的事项、过于集中的地方", () =>
    expect(plain(pattern(list, "地区"))).toBe(
      "从分布看，三个地区中，有两个以停车居首；进入前列最多的事项是噪音，涉及三个地区。南县的欠薪（46.55%）占比在三分之一以上，较为集中。",
    ));
  test("只有一处不作读数", () => expect(pattern([list[0]!], "地区")).toEqual([]));
  test("逐一列举", () =>
    expect(plain(eachLeader(list))).toBe("东区为停车（21.17%）、西区为停车（30.00%）、南县为欠薪（46.55%）。"));

  const of = (numerator: number, denominator: number) =>
    figure("percent", Math.round((numerator * 10_000) / denominator), { numerator, denominator });
  const counted = (name: string, all: number, ...top: [string, number][]) => ({
    name,
    top: top.map(([topic, size]) => ({ topic, share: of(size, all) })),
  });
  test("一样多的并列居首；列出的都一样多、没列的也可能一样多，写“等”；印出来一样、件数不一样的不算并列", () => {
    expect(
      plain(
        leaders(
          [
            counted("东区", 46, ["停车", 9], ["噪音", 9], ["欠薪", 5]),
            counted("西区", 18, ["停车", 3], ["噪音", 3], ["欠薪", 3]),
            counted("南县", 2, ["停车", 1], ["噪音", 1]),
            counted("北县", 100_000, ["停车", 19_571], ["噪音", 19_570]),
          ],
          "当地工单总量",
        ),
      ),
    ).toBe(
      "东区并列居首位的是停车和噪音，均占当地工单总量的19.57%；西区并列居首位的有停车、噪音和欠薪等，均占当地工单总量的16.67%；南县并列居首位的是停车和噪音，均占当地工单总量的50.00%；北县居首位的是停车，占当地工单总量的19.57%。",
    );
    expect(plain(eachLeader([counted("甲局", 46, ["停车", 9], ["噪音", 9], ["欠薪", 5])]))).toBe(
      "甲局为停车和噪音（均为19.57%）。",
    );
  });
  test("读数里并列的说明含并列；并列的、只有几件的都谈不上集中", () =>
    expect(
      plain(
        pattern(
          [
            counted("东区", 30, ["停车", 12], ["噪音", 12]),
            counted("西区", 40, ["停车", 20], ["噪音", 2]),
            counted("南县", 4, ["欠薪", 3], ["噪音", 1]),
          ],
          "地区",
        ),
      ),
    ).toBe(
      "从分布看，三个地区中，有两个以停车居首（含并列）；进入前列最多的事项是噪音，涉及三个地区。西区的停车（50.00%）占比在三分之一以上，较为集中。",
    ));
});

describe("日期", () => {
  test("写法", () =>
    expect([
      longMonth("2022-11"),
      longDay("2022-12-03"),
      shortDay("2022-09-30", "2022-11"),
      monthIn("2022-06", "2022-11"),
    ]).toEqual(["2022年11月", "2022年12月3日", "9月30日", "6月"]));
  test("跨年的写出年份", () =>
    expect([shortDay("2021-12-31", "2022-01"), monthIn("2021-12", "2022-01")]).toEqual([
      "2021年12月31日",
      "2021年12月",
    ]));
});
