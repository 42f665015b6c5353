import { describe, expect, test } from "vitest";
import { auditText, foundIn } from "../../../../test/world/audited.ts";

test("四项占比里三项同一个底数，一项不是；点明另一个底数的不算", () => {
  const text = (share: string) =>
    `排在前四位的分别为卫生类2652件，占比${share}；城管类817件，占比11.1%；政务类353件，占比4.8%；交通类331件，占比4.5%。`;
  expect(foundIn(text("36.0%"))).toEqual([]);
  expect(foundIn(text("31.9%"))).toEqual(["medium shareOfBase 31.9% 2652件"]);
  expect(foundIn(text("31.9%").replace("占比31.9%", "占咨询的31.9%"))).toEqual([]);
  expect(foundIn("劳动社保类1745件，占5.38%，其中欠薪问题902件，占该类的51.69%。")).toEqual([]);
  expect(foundIn("共承办2145件，其中甲局612件、乙局488件、丙局371件，三家占承办量的68.58%。")).toEqual([]);
  expect(
    foundIn("一是退单多，季度退单812件，其中二次退单137件，占16.87%；二是超期69件；三是仍不满意的占38.2%。"),
  ).toEqual([]);
  const inside = (share: string) => text("36.0%").replace("36.0%；", `36.0%，其中疫情类2128件，占${share}；`);
  expect(foundIn(inside("80.2%"))).toEqual([]);
  expect(foundIn(inside("70.2%"))).toEqual(["medium shareOfBase 70.2% 2128件 2652件"]);
  expect(foundIn("受理1000件，其中咨询500件；求助300件；投诉210件。")).toEqual([
    "high partsAndWhole 1000件 500件 300件 210件",
  ]);
});

describe("占比与件数", () => {
  test("同列各项都合同一个总量，只有一项不合", () => {
    const [finding] = auditText(
      "受理诉求1000件，其中咨询类500件，占50.00%；求助类300件，占30.00%；投诉类200件，占22.00%。",
    );
    expect(finding).toMatchObject({ kind: "shareOfBase", severity: "high", values: ["22.00%", "200件", "1000件"] });
    expect(finding!.arithmetic).toBe("200件 ÷ 1000件 = 20.00% ≠ 22.00%");
  });

  test("分别占比的一串，逐项对回前面的件数", () => {
    const text =
      "共受理诉求800件。排名前三的是：供水200件、供电160件、物业80件，分别占工单总量的25.00%、21.00%、10.00%。";
    expect(foundIn(text)).toEqual(["high shareOfBase 21.00% 160件 800件"]);
  });

  test("几段各写一项占比的，合在一起看是哪个总量", () => {
    const text =
      "受理诉求1000件。\n供水类200件，占比20.00%，主要是停水。\n供电类150件，占比15.00%，主要是停电。\n物业类120件，占比10.20%，主要是收费。";
    expect(foundIn(text)).toEqual(["high shareOfBase 10.20% 120件 1000件"]);
  });

  test("占比互相合得上，只是都不合印出的总量", () => {
    const text =
      "共受理诉求2000件。排名前三的是：供水200件，占比20.00%，供电150件，占比15.00%，物业120件，占比12.00%。";
    expect(foundIn(text)).toEqual(["medium shareOfBase 2000件 20.00% 15.00% 12.00%"]);
  });

  test("末位取舍不同、几项合占一个比例、整数百分比，都不算矛盾", () => {
    expect(foundIn("受理诉求3136件，其中办结2477件，占78.98%。")).toEqual([]);
    expect(foundIn("受理工单506件。前三位是甲172件、乙80件、丙50件，占工单总量的59.68%。")).toEqual([]);
    expect(foundIn("受理诉求594件，其中房屋177件，占30%；教育44件，占7%。")).toEqual([]);
  });

  test("几者分别占的不是合占；表中同名一行合得上的，就是那一行的", () => {
    const text = "受理量15684件。街道承办9817件，区级部门承办4761件，国企承办1106件，三者分别占62.6%、30.4%和7.1%。";
    expect(foundIn(text)).toEqual([]);
    const table = "指标  7月  6月\n受理量（件）  8429  7616\n派单（件）  6649  5826\n";
    const said = "部门和企业派单1466件，比街道少。\n延期申请55件，批准48件，占派单的";
    expect(foundIn(`${table}${said}0.72%。`)).toEqual([]);
    expect(foundIn(`${table}${said}0.27%。`)).toEqual([expect.stringContaining("shareOfBase 0.27%")]);
  });

  test("紧挨着的件数才是底数", () => {
    const text = (share: string) =>
      `抽查已办结工单400件，其中“已办结未解决”46件，占11.50%；石门县抽查50件，占到10件，比例为${share}。`;
    expect(foundIn(text("20%"))).toEqual([]);
    expect(foundIn(text("26%"))).toEqual([expect.stringContaining("shareOfBase 26%")]);
  });

  test("连同其他的占比相加不是全部", () => {
    const text = (rest: string) => `电话占62.5%，网络占25.2%，微信占6.8%，其他占${rest}%。`;
    expect(foundIn(text("9.5"))).toEqual(["medium partsAndWhole 62.5% 25.2% 6.8% 9.5%"]);
    expect(foundIn(text("5.5"))).toEqual([]);
  });
});
