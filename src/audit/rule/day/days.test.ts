import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("日均", () => {
  const title = "某市12345热线2024年7月运行情况\n一、受理情况\n";
  test("按31天不对，按工作日也不对", () => {
    expect(foundIn(`${title}全市受理诉求31620件，日均1054件。`)).toEqual(["medium average 1054件 31620件"]);
  });
  test.each([
    ["按日历", "全市受理诉求31620件，日均1020件。"],
    ["按23个工作日", "全市受理诉求31620件，日均1375件。"],
    ["另说了天数", "7月1日至10日共受理10200件，10天日均1020件。"],
  ])("%s，不是矛盾", (_, text) => {
    expect(foundIn(title + text)).toEqual([]);
  });
});

describe("日期", () => {
  const issued = "\n某市热线办\n2023年12月6日";
  test("写到了成文以后", () => {
    expect(foundIn(`截至12月15日，转办工单已办结22437件。${issued}`)).toEqual([
      "medium impossible 截至12月15日 2023-12-06",
    ]);
  });
  test("月末以前成文的，“截至”的是月末，不算写到了成文以后", () => {
    expect(foundIn(`截至12月31日，转办工单已办结22437件。${issued}`)).toEqual([]);
    expect(foundIn(`截至12月30日，转办工单已办结22437件。${issued}`)).toHaveLength(1);
  });
  test("季度、一周没有过完就成文的，“截至”的是它的末日", () => {
    const text = (title: string, day: string) => `${title}\n截至${day}，转办工单已办结22437件。${issued}`;
    expect(foundIn(text("某市热线2023年第四季度运行情况", "12月31日"))).toEqual([]);
    expect(foundIn(text("某市热线运行情况（12月4日至12月10日）", "12月10日"))).toEqual([]);
    expect(foundIn(text("某市热线运行情况（12月4日至12月10日）", "12月11日"))).toHaveLength(1);
  });
  test("请于某日前报送，是以后的事", () => {
    expect(foundIn(`请于12月15日前报送整改情况。${issued}`)).toEqual([]);
  });
  test("首尾都算的天数", () => {
    expect(foundIn("2025年春节假期为1月28日至2月4日，共7天。")).toEqual(["medium impossible 7天 8天"]);
  });
  test("没有年份的星期，文中出现的年份里哪一年都不是", () => {
    expect(foundIn("2024年第18期\n5月3日（星期四）晚，市民来电。")).toEqual([
      "medium impossible 5月3日（星期四） 星期五",
    ]);
  });
  test("峰值那一天不在统计时段之内", () => {
    const text = (day: number) =>
      `本专题统计时段为2024年11月15日至12月14日。\n诉求峰值出现在11月${day}日，当日受理618件。`;
    expect(foundIn(text(12))).toEqual(["medium impossible 11月12日 统计时段为2024年11月15日至12月14日"]);
    expect(foundIn(text(18))).toEqual([]);
  });
  test("先解决后反映", () => {
    expect(foundIn("9月26日上午，村民反映饮水管线破裂。9月21日恢复供水。")).toEqual([
      "medium impossible 9月21日 9月26日",
    ]);
    expect(foundIn("9月19日上午，村民反映饮水管线破裂。9月21日恢复供水。")).toEqual([]);
  });
  test("止早于起、一段日子的天数", () => {
    expect(foundIn("统计周期：2024年5月26日至2024年4月25日。")).toEqual([
      "high impossible 2024年5月26日 2024年4月25日",
    ]);
    expect(foundIn("统计周期：2024年4月26日至2024年5月25日。")).toEqual([]);
    expect(foundIn("全市在6月1日到30日的31天里，共接听市民来电4318通。")).toEqual(["medium impossible 31天 30天"]);
    expect(foundIn("全市在6月1日到30日的30天里，共接听市民来电4318通。")).toEqual([]);
  });

  test("表中两个日期之间的天数，别的行都对", () => {
    const rows = (days: number) =>
      `单位	应办结	实际办结	逾期天数\n甲局	2025/2/26	2025/3/17	19\n乙局	2025/2/28	2025/3/4	4\n丙局	2025/3/5	2025/3/12	${days}\n丁局	2025/3/6	2025/3/20	14`;
    expect(foundIn(rows(5))).toEqual(["high impossible 5 7"]);
    expect(foundIn(rows(7))).toEqual([]);
  });
});

describe("时长", () => {
  test("缩短的不是两个时长之差", () => {
    expect(foundIn("平均到场时间由46分钟降到31分钟，缩短25分钟。")).toEqual(["medium change 25分钟 46分钟 31分钟"]);
    expect(foundIn("平均到场时间由46分钟降到31分钟，缩短15分钟。")).toEqual([]);
  });
});
