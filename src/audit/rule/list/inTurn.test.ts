import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

const clauses = (last: string): string =>
  `转办诉求排在前五位的依次是经济商贸、规划建设、生活服务、市容环境、社会保障。其中，经济商贸类转办18615件；规划建设类转办5252件；生活服务类转办4795件；市容环境类转办4027件；社会保障类转办${last}。`;

describe("依次、名称在括号里、没有完的名单", () => {
  test("先列名称，各项的数在后一句", () => {
    expect(foundIn(clauses("5021件"))).toEqual(["medium listOrder 5021件 4027件"]);
    expect(foundIn(clauses("3021件"))).toEqual([]);
  });

  test("名称以括号结尾的前八名", () => {
    const first = "案卷量前4名为道路（两侧）1674件、环境（噪声）1186件、综合（办理）192件、小区（环境）273件。";
    expect(foundIn(first)).toEqual(["high listOrder 273件 192件"]);
  });

  test("五件事、五个、四个区，列出的少一个", () => {
    const things = "说得最多的五件事：一是路灯不亮（21件），二是自来水发黄（18件），三是宅基地慢（16件）";
    expect(foundIn(`${things}，四是养猪场臭（13件）。`)).toEqual(["medium listLength 5 4"]);
    expect(foundIn(`${things}，四是养猪场臭（13件），五是欠薪（9件）。`)).toEqual([]);
    const topics =
      "上周最热的话题，热线办归了五个：\n①行道树，412件。\n②末班车，365件。\n③停暖退费，337件。\n④乱停车，288件。";
    expect(foundIn(topics)).toEqual(["medium listLength 5 4"]);
    expect(foundIn(`${topics}\n⑤噪声，200件。`)).toEqual([]);
    const places = "下列四个区超期未结件偏多，请说明：\n荆东区\n城关区\n荆西区";
    expect(foundIn(`${places}\n\n特此通报。`)).toEqual(["medium listLength 4 3"]);
    expect(foundIn(`${places}\n荆南区\n\n特此通报。`)).toEqual([]);
  });

  test("五处，一处一个分句", () => {
    const noisy = (said: string) =>
      `噪声扰民集中的有${said}处：甲广场214件，涉11次许可；乙工地187件，夜间为主；丙夜市156件，多在周末；丁路口143件，以鸣笛为主。`;
    expect(foundIn(noisy("五"))).toEqual(["medium listLength 5 4"]);
    expect(foundIn(noisy("四"))).toEqual([]);
  });

  test("加起来的是合计，不在名次里", () => {
    expect(foundIn("件多的前三个社区：甲社区23件、乙社区19件、丙社区14件，三个加起来56件。")).toEqual([]);
  });

  test("分别几件，说最高的不是最高的", () => {
    const months = (peak: string) => `4月、5月、6月分别为41873件、45219件、43666件，${peak}月为季内峰值，与假期有关。`;
    expect(foundIn(months("6"))).toEqual(["high rank 43666件 45219件"]);
    expect(foundIn(months("5"))).toEqual([]);
  });

  test("从多到少，列在下一行", () => {
    const below = (second: string, third: string) =>
      `服务类投诉2158件。从多到少数前四位：\n餐饮（603件）、美容（${second}件）、文体（${third}件）、销售（251件）。`;
    expect(foundIn(below("287", "412"))).toEqual(["high listOrder 412件 287件"]);
    expect(foundIn(below("412", "287"))).toEqual([]);
  });

  test("筛选几件列为重点，列出的少", () => {
    const cases = "1．松下坪村饮水管道断裂；\n2．城北市场占道经营；\n3．安置房漏雨。";
    expect(foundIn(`从超期件中筛选4件列为重点督办：\n${cases}`)).toEqual(["medium listLength 4 3"]);
    expect(foundIn(`从超期件中筛选3件列为重点督办：\n${cases}`)).toEqual([]);
    expect(foundIn(`不满意81件：\n${cases}`)).toEqual([]);
  });

  test("表由高到低，有一行高过上一行；首末之差不是表里的", () => {
    const table = (seventh: string, apart: string) =>
      `二、得分（由高到低）\n| 序号 | 单位 | 签收 | 得分 |\n| 1 | 人社局 | 9.90 | 97.63 |\n| 2 | 供水公司 | 10.00 | 95.86 |\n| 3 | 农业局 | 9.15 | ${seventh} |\n| 4 | 交通局 | 9.44 | 88.75 |\n| 5 | 住建局 | 9.31 | 86.07 |\n第一名与末位相差${apart}分。`;
    expect(foundIn(table("86.44", "11.56"))).toEqual(["high listOrder 88.75 86.44"]);
    expect(foundIn(table("90.44", "10.56"))).toEqual(["medium change 10.56分 97.63 86.07"]);
    expect(foundIn(table("90.44", "11.56"))).toEqual([]);
  });

  test("文末断了的名单不数", () => {
    expect(foundIn("工单办理量前六位的是：甲集团、乙局、丙大队、丁局")).toEqual([]);
    expect(foundIn("工单办理量前六位的是：甲集团、乙局、丙大队、丁局。")).toEqual([
      expect.stringMatching(/listLength/),
    ]);
  });
});
