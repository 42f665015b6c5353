import { describe, expect, test } from "vitest";
import { april, may, rulebook } from "../../../test/world/yunling.ts";
import { monthFigures } from "./monthFigures.ts";
import { toFile } from "./toFile.ts";

const source = { counts: may, before: april, rulebook, platform: "云岭市", month: "2023-05" };
const figures = monthFigures(source);
const file = toFile(figures);

describe("云岭市 2023 年 5 月：手工算出的每一个数", () => {
  test("话务：来电、接通率及环比", () => {
    expect(file.calls).toEqual({
      offered: 1000,
      offeredMoM: 25,
      answerRate: 90.3,
      answerRateMoM: -3.45,
      answeredWithin15s: 85,
    });
  });

  test("诉求：受理含待处理和撤单，类型按配置的次序，没有的类型印零", () => {
    expect(file.requests).toEqual({
      accepted: 915,
      byType: [
        { type: "咨询", count: 625, share: 68.31 },
        { type: "求助", count: 140, share: 15.3 },
        { type: "投诉", count: 140, share: 15.3 },
        { type: "建议", count: 0, share: 0 },
        { type: "无效", count: 10, share: 1.09 },
      ],
    });
  });

  test("大类与小类排名", () => {
    expect(file.topCategories).toEqual([
      { category: "出行", count: 540, share: 59.02 },
      { category: "民生", count: 210, share: 22.95 },
      { category: "水务", count: 165, share: 18.03 },
    ]);
    expect(file.topSubcategories).toEqual([
      { subcategory: "公交", count: 360 },
      { subcategory: "低保", count: 210 },
      { subcategory: "停车", count: 180 },
      { subcategory: "供水", count: 140 },
      { subcategory: "排水", count: 25 },
    ]);
  });

  test("热点事件取最大的一件，占全部受理", () => {
    expect(file.hotEvent).toEqual({ event: "公交改线", count: 90, share: 9.84 });
  });

  test("地域分布用派发工单，相等时按配置次序，印本表的别名", () => {
    expect(file.districtsTop3).toEqual([
      {
        place: "东河区",
        top: [
          { topic: "停车难", share: 60 },
          { topic: "公交", share: 20 },
          { topic: "供水", share: 20 },
        ],
      },
      {
        place: "西山县",
        top: [
          { topic: "供水", share: 66.67 },
          { topic: "排水", share: 33.33 },
        ],
      },
    ]);
  });

  test("承办量居前的单位不含区县组，相等时按配置次序", () => {
    expect(file.unitsTop3).toEqual([
      {
        unit: "市水务局",
        top: [
          { topic: "排水", share: 75 },
          { topic: "供水", share: 25 },
        ],
      },
      { unit: "市交管局", top: [{ topic: "停车", share: 100 }] },
      { unit: "云岭公交", top: [{ topic: "公交", share: 100 }] },
    ]);
  });

  test("文明创建：全部对应小类的诉求，指标按配置次序", () => {
    expect(file.civilizedCity).toEqual({
      count: 415,
      groups: [
        { group: "市容", items: ["停车秩序", "排水畅通"] },
        { group: "民生", items: ["救助"] },
      ],
    });
  });

  test("办理：三个满意率按 5 月 1 日起的口径，总体满意率由件数合并", () => {
    expect(file.handling).toEqual({
      accepted: 915,
      firstContact: 720,
      dispatched: 180,
      overallSatisfaction: 77.21,
      firstContactSatisfaction: 83.33,
      followUpSatisfaction: 45.71,
      firstContactRate: 78.69,
      firstContactRateMoM: -3.66,
      dispatchedMoM: 20,
      onTimeRate: 97.04,
      onTimeRateMoM: 1.04,
      firstContactHot: [
        { category: "出行", topics: ["公交", "停车"] },
        { category: "民生", topics: ["低保"] },
        { category: "水务", topics: ["供水"] },
      ],
      dispatchedHot: [
        { category: "出行", topic: "停车", count: 70 },
        { category: "水务", topic: "供水", count: 40 },
      ],
    });
  });

  test("回访与不满意热点", () => {
    expect(file.followUp).toEqual({
      channel: "sms",
      followUps: 203,
      units: 5,
      satisfied: 32,
      neutral: 14,
      noResponse: 133,
      dissatisfied: 24,
      satisfactionRate: 45.71,
      dissatisfiedTop: [
        { topic: "停车", count: 12, share: 50 },
        { topic: "供水", count: 6, share: 25 },
        { topic: "排水", count: 4, share: 16.67 },
        { topic: "公交", count: 2, share: 8.33 },
      ],
    });
  });

  test("超期未反馈：单位按件数，同数的事项按别名表的次序", () => {
    expect(file.openOverdue).toEqual({
      total: 12,
      byUnit: [
        { unit: "市交管局", count: 10, topics: ["停车难", "路边停车"] },
        { unit: "市水务局", count: 2, topics: ["供水"] },
      ],
    });
  });

  test("县级平台：分子分母各自相加再除，没有报送的平台不进该率", () => {
    expect(file.countyPlatforms).toEqual({
      offered: 500,
      offeredMoM: 25,
      byPlatform: [
        { platform: "西山县", offered: 200 },
        { platform: "北原县", offered: 300 },
      ],
      answerRate: 94,
      firstContactRate: 60,
      onTimeRate: 97.09,
      followUpRate: 95,
      satisfactionRate: 90,
      mysteryCalls: { callsEach: 4, answeredAfter15s: [{ platform: "西山县", count: 1 }] },
    });
  });

  test("领导接听日取最早一天，批量退单取最大一次", () => {
    expect(file.leaderDay).toEqual({ date: "2023-05-09", unit: "市交管局", calls: 12 });
    expect(file.bulkReturn).toMatchObject({ unit: "市交管局", orders: 33, openSince: "2023-01" });
  });

  test("附件1：组内按有效工单排序、同数按配置次序、连续编号，无人评价的满意率为空", () => {
    const rows = figures.appendix1.groups.flatMap((group) => group.rows);
    expect(rows.map((row) => [row.no, row.unit, row.validOrders.value, row.satisfactionRate.value])).toEqual([
      [1, "东河区人民政府", 60, 5000],
      [2, "西山县人民政府", 40, 6000],
      [3, "市水务局", 50, 6000],
      [4, "市交管局", 50, 2000],
      [5, "云岭公交", 3, null],
    ]);
    expect(file.appendix1?.total).toEqual({
      validOrders: 203,
      returnsRejected: 6,
      returnRate: 2.96,
      onTime: 197,
      onTimeRate: 97.04,
      informed: 200,
      informedRate: 98.52,
      followUps: 203,
      satisfied: 32,
      neutral: 14,
      noResponse: 133,
      dissatisfied: 24,
      satisfactionRate: 45.71,
    });
  });

  test("附件2：各步舍入到两位，缺一部分的平台没有总分、排在最后", () => {
    const [first, second] = file.appendix2?.rows ?? [];
    expect(first).toEqual({
      rank: 1,
      platform: "西山县",
      dispatched: { onTime: [97.5, 29.25], informed: [100, 30], satisfaction: [60, 10], weighted: 6.93 },
      five: {
        answer: [94, 19.8],
        firstContact: [60, 9],
        onTime: [99, 9.9],
        followUp: [95, 9],
        satisfaction: [90, 16],
        accuracy: 30,
        weighted: 56.22,
      },
      mysteryCall: {
        voiceMenu: 10,
        connection: 8.75,
        etiquette: 36.63,
        knowledge: 20.5,
        followUp: 7.5,
        weighted: 25.01,
      },
      total: 88.16,
    });
    expect(second).toMatchObject({ rank: 2, platform: "北原县", total: null });
  });
});
