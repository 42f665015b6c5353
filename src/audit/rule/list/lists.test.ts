import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("列举的个数", () => {
  test("“前五”只有四个", () => {
    expect(foundIn("排名前五的诉求是：供水100件、供电90件、物业80件、噪声10件。")).toEqual(["high listLength 5 4"]);
    expect(foundIn("受理量前三的单位分别是市公安局、市教育局、市住建局。")).toEqual([]);
  });

  test("名称三个、数值两个", () => {
    expect(foundIn("东水县、西山县、南桥市分别受理100件、80件。")).toEqual(["medium listLength 3 2"]);
  });

  test("说四个列三个；用“等”的可以少列，不能多列", () => {
    expect(foundIn("对东水县、西山县、南桥市四个平台进行拨测。")).toEqual(["medium listLength 4 3"]);
    expect(foundIn("涉及东水县、西山县等5家单位。")).toEqual([]);
    expect(foundIn("涉及东水县、西山县、南桥市等2家单位。")).toEqual(["medium listLength 2 3"]);
  });
});

describe("由多到少", () => {
  test("几车次的也排得出先后", () => {
    const text = (last: string) =>
      `各分站出车量由多到少依次为：东站412车次、西站368车次、南站${last}车次、北站296车次。`;
    expect(foundIn(text("287"))).toEqual(["high listOrder 296车次 287车次"]);
    expect(foundIn(text("341"))).toEqual([]);
  });
});

describe("列举之后的合计", () => {
  test("漏印单位的一项也是一项", () => {
    expect(foundIn("诉求量居前三位的分别为：物业100件，占比5.0%；供水80，占比4.0%；道路70件，占比3.5%。")).toEqual([]);
  });

  test("“三类共”不是其中的一项", () => {
    expect(foundIn("诉求量居前三位的是：物业100件、供水80件、道路70件，三类共250件。")).toEqual([]);
  });
});

describe("排列的次序", () => {
  test("前几位的列举中间回升", () => {
    expect(foundIn("排名前四的诉求是：供水100件、供电80件、物业90件、噪声10件。")).toEqual([
      "high listOrder 90件 80件",
    ]);
    expect(foundIn("诉求涉及供水100件、供电80件、物业90件、噪声10件。")).toEqual([]);
  });

  test("“其次”比“最多”还多", () => {
    expect(foundIn("投诉最多的是供水，共80件，其次是供电，共90件。")).toEqual(["high listOrder 90件 80件"]);
  });

  test("名次与得分相反", () => {
    expect(foundIn("东水县（86.10分）、西山县（88.20分）、南桥市（80.00分）分列第1、2、3名。")).toEqual([
      "high rank 88.20分 86.10分",
    ]);
  });
});

describe("名称与数值", () => {
  const table = "\n单位  受理量  满意率\n东水县  100  95.10%\n西山县  80  98.20%\n南桥市  70  90.00%";

  test("文中把两家的率对调了", () => {
    expect(foundIn(`东水县、西山县满意率分别为98.20%、95.10%。\n${table}`)).toEqual(["high lineUp 98.20% 95.10%"]);
    expect(foundIn(`东水县、西山县满意率分别为95.10%、98.20%。\n${table}`)).toEqual([]);
  });

  test("表中两行的名称对调，文中各带括号的数就对不上", () => {
    const rows = (first: string, second: string) =>
      `\n类别  数量  占比\n${first}  21  19.27%\n${second}  18  16.51%\n停车  15  13.76%\n消费  12  11.01%`;
    const text = "不满意较集中的是公共卫生（占19.27%）、社会保险（占16.51%）和停车（占13.76%）。";
    expect(foundIn(text + rows("公共卫生", "社会保险"))).toEqual([]);
    expect(foundIn(text + rows("社会保险", "公共卫生"))).toEqual(["high lineUp 19.27% 16.51%"]);
    const swapped = rows("公共卫生", "社会保险")
      .replace("停车", "物业")
      .replace("消费", "停车")
      .replace("物业", "消费");
    expect(foundIn(text + swapped)).toEqual(["medium lineUp 13.76% 11.01%"]);
  });

  test("文中与表中只差一个数字", () => {
    expect(foundIn(`东水县108件。\n${table}`)).toEqual([]);
    expect(foundIn(`本月受理群众诉求4568件。\n经统计，平台共受理群众诉求4658件。`)).toEqual([
      "high twoValues 4658件 4568件",
    ]);
  });

  test("各区、各月、各渠道同一句式的，不是同一个数", () => {
    const months = "1月，受理诉求5210件，派发工单1210件。\n2月，受理诉求5120件，派发工单1120件。";
    const districts = "1.东城区。受理诉求1240件，派发工单400件。\n2.西城区。受理诉求1420件，派发工单410件。";
    expect(foundIn(`${months}\n${districts}`)).toEqual([]);
  });

  test("列为满意率较高的，比总体还低", () => {
    const rows =
      "\n单位  受理量  满意率\n东水县  100  95.10%\n西山县  80  98.20%\n南桥市  70  90.00%\n合计  250  94.60%";
    expect(foundIn(`满意率较高的单位是东水县、南桥市。\n${rows}`)).toEqual(["medium wording 90.00% 94.60%"]);
  });

  test("称为有效诉求，里面却有无效的", () => {
    const text = "受理诉求100件，其中咨询90件、无效10件。\n本月有效诉求100件，全部办结。";
    expect(foundIn(text)).toEqual(["medium wording 100件 10件"]);
  });

  test("“前三位的”后面只列名称，也要三个", () => {
    expect(foundIn("承办量前三位的望潮街道、灯塔街道、鱼市口街道和船厂街道合计4189件。")).toEqual([
      "high listLength 3 4",
    ]);
    expect(foundIn("承办量前三位的望潮街道、灯塔街道和船厂街道合计3189件。")).toEqual([]);
    expect(foundIn("前三天受理3389件，后四天受理4657件，前三天日均1130件，后四天日均1164件。")).toEqual([]);
  });

  test("“居前五位的是：”以下逐行编号，只有四行", () => {
    const lines = ["1. 物业管理1326件", "2. 停车管理1187件", "3. 施工噪声968件", "4. 供水754件", "5. 违建702件"];
    expect(foundIn(["本月诉求量居前五位的是：", ...lines.slice(0, 4), "以上需重点关注。"].join("\n"))).toEqual([
      "medium listLength 5 4",
    ]);
    expect(foundIn(["本月诉求量居前五位的是：", ...lines, "以上需重点关注。"].join("\n"))).toEqual([]);
  });

  test("分号以后另起一列", () => {
    const text =
      "承办量前三的乡镇为城关镇（702件）、柳塘镇（318件）、石鼓乡（287件）；县直单位中超过300件的依次是人社局（533件）、住建局（506件）、水务局（489件）。";
    expect(foundIn(text)).toEqual([]);
    expect(foundIn(text.replace("、石鼓乡（287件）", ""))).toEqual(["high listLength 3 2"]);
  });

  test("其余均不足几件，不是列出的一项", () => {
    expect(foundIn("派单量前三位为公安局1044件、人社局702件、城管局655件，其他单位均不足500件。")).toEqual([]);
  });

  test("名单里一个名称列了两次", () => {
    const text = (last: string) => `排名靠前的有山东、四川、浙江、河北、陕西、${last}等省。`;
    expect(foundIn(text("山东"))).toEqual(["medium listLength 山东"]);
    expect(foundIn(text("江苏"))).toEqual([]);
  });
});
